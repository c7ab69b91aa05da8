/** The traffic in one direction of a connection. */
export interface Traffic {
  messages: number;
  /** Of the messages alone: without frame headers, and without the HTTP request that opens a WebSocket. */
  bytes: number;
}

/**
 * Counts the messages in one direction of a WebSocket connection (RFC 6455 section 5.2) from all its bytes in order.
 * Pings, pongs and closes of the protocol itself are no messages.
 */
export function createFrameCount(traffic: Traffic): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isOpen = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    if (!isOpen) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      isOpen = true;
      rest = rest.subarray(end + 4);
    }
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      const isControl = frame.opcode >= 8;
      // A continuation (0) belongs to a message that was counted.
      if (!isControl && frame.opcode > 0) traffic.messages += 1;
      if (!isControl) traffic.bytes += frame.payload;
      rest = rest.subarray(frame.length);
    }
  };
}

/** The frame at the beginning, if it is there as a whole. */
function readFrame(bytes: Buffer): { opcode: number; payload: number; length: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (bytes.length < 2 + extra) return undefined;
  const payload = extra === 2 ? bytes.readUInt16BE(2) : extra === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  const mask = bytes.readUInt8(1) & 0x80 ? 4 : 0;
  const length = 2 + extra + mask + payload;
  return bytes.length < length ? undefined : { opcode: bytes.readUInt8(0) & 0x0f, payload, length };
}
