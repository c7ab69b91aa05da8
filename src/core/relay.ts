/** As much of an `RTCIceServer` as it takes to see what it is. The page's list holds what it likes; the browser judges it later. */
type IceServerLike = { readonly urls?: unknown } | null | undefined;

/** Whether an ICE server is a relay: one of its URLs has a scheme of TURN (RFC 7065), in letters of any case. */
export function isRelay(server: IceServerLike): boolean {
  return [server?.urls].flat().some((url) => /^turns?:/iu.test(String(url)));
}
