/** What may travel, and how much of it. Both ends cut or refuse at the same numbers. */
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
  /** TURN credentials live for hours; some 24 days is what a timer can wait for (HTML section 8.6). */
  iceValidMs: 2 ** 31 - 1,
  /** A message of the chat, in Unicode code points. */
  messageLength: 4_000,
  /** Messages of a chat that are kept, and so the most that someone who comes late is told. */
  messages: 500,
  /** One reaction: the longest emoji, a family with skin tones, has 15 UTF-16 units. */
  emojiLength: 32,
  /** `sendData`: one value as JSON text, in UTF-8 bytes. */
  dataBytes: 65_536,
  /** One data channel message: the largest value and its envelope. RFC 8831 section 6.6 lets every browser take 64 KiB and more. */
  channelFrameLength: 66_560,
} as const;

/** Frames on one socket to the room server. A join to a full room is one for each member and a few batches of candidates. */
export const roomRate = { burst: 200, perSecond: 50 } as const;

/**
 * What a page may send to one peer: a value for each picture on a display, with some room, and half a minute of that at once,
 * as when a page empties what it has gathered.
 */
export const sendRate = { burst: 2_000, perSecond: 100 } as const;

/**
 * What is taken from one peer. Twice what an honest one sends, as a line that was dead for a while delivers all that waited in
 * one go; it bounds what a hostile one makes us read.
 */
export const channelRate = { burst: 4_000, perSecond: 200 } as const;

/**
 * Messages of the chat that are taken from one peer: all that it may know to someone who comes late, its own and those of the
 * departed, and afterwards what several people could type.
 */
export const chatRate = { burst: 1_000, perSecond: 20 } as const;
