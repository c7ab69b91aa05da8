/** The protocol that this build speaks. A room server refuses any other with close code 4426, see close-codes.ts. */
export const PROTOCOL_VERSION = 1;
