/** The bounds of all that is sent. Both ends cut or refuse at the same numbers. */
export const limits = {
  /** The highest number that counts anything: versions, epochs, signals, messages. Whole numbers are exact far beyond it. */
  count: 2 ** 31,
  /** One frame to or from the room server, in UTF-16 units (never more than its bytes): a description with every candidate is about 8,000. */
  frameLength: 65_536,
  /** One SDP description. */
  sdpLength: 32_768,
  /** One candidate line (RFC 8839 section 5.1) is about 150. */
  candidateLength: 1_024,
  /** Candidates in one batch: host, reflexive and relayed ones of many interfaces. */
  candidates: 64,
  /** A room name, in Unicode code points after trimming. */
  roomLength: 128,
  /** A display name, in Unicode code points. */
  nameLength: 64,
  /** Metadata as JSON text, in UTF-8 bytes. */
  metadataBytes: 1_024,
  /** An access token (JWT). */
  tokenLength: 4_096,
  /** A participant's id. */
  idLength: 64,
  /** The resume secret in base64url: at least 128 bits. */
  secretMinLength: 22,
  secretMaxLength: 128,
  /** Members in one welcome: far above any mesh. */
  members: 256,
  iceServers: 16,
  iceUrls: 16,
  iceUrlLength: 512,
  iceCredentialLength: 1_024,
  /** The longest validity of TURN credentials. They are valid for hours; a timer cannot wait for more than 24 days (HTML section 8.6). */
  iceValidMs: 2 ** 31 - 1,
  /** A message of the chat, in Unicode code points. */
  messageLength: 4_000,
  /** Messages of a chat that each participant keeps, and so the most that a late participant gets. */
  messages: 500,
  /** One reaction: the longest emoji, a family with skin tones, has 15 UTF-16 units. */
  emojiLength: 32,
  /** `sendData`: one value as JSON text, in UTF-8 bytes. */
  dataBytes: 65_536,
  /** One data channel message: the largest value and its envelope. RFC 8831 section 6.6 lets every browser take 64 KiB and more. */
  channelFrameLength: 66_560,
} as const;

/** Frames on one socket to the room server. A join to a full room takes one for each member and a few batches of candidates. */
export const roomRate = { burst: 200, perSecond: 50 } as const;

/**
 * What a page may send to one peer: a value for each picture on a display of 60 Hz, with some to spare. The burst is what a page
 * gathers in half a minute and then sends at once.
 */
export const sendRate = { burst: 2_000, perSecond: 100 } as const;

/**
 * Messages that are taken from one peer: twice what an honest peer sends, because a connection that had lost its path delivers
 * all that was pending at once. This bounds what a hostile peer can make us decode.
 */
export const channelRate = { burst: 4_000, perSecond: 200 } as const;

/**
 * Messages of the chat that are taken from one peer. The burst is all that it may pass on to a late participant, its own messages
 * and those of authors who have left; the rate is more than several people can type.
 */
export const chatRate = { burst: 1_000, perSecond: 20 } as const;
