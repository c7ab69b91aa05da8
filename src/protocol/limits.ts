/** What may travel, and how much of it. Both ends cut or refuse at the same numbers. */
export const limits = {
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
  /** `sendData`: one value as JSON text, in UTF-8 bytes. */
  dataBytes: 65_536,
  /** One data channel message: the largest value and its envelope. RFC 8831 section 6.6 lets every browser take 64 KiB and more. */
  channelFrameLength: 66_560,
} as const;
