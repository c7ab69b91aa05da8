/** A page's list may contain anything where an `RTCIceServer` should be: the browser judges it later. */
type IceServerLike = { readonly urls?: unknown } | null | undefined;

/** Whether an ICE server is a relay: one of its URLs has the scheme `turn` or `turns` (RFC 7065), in letters of any case. */
export function isRelay(server: IceServerLike): boolean {
  return [server?.urls].flat().some((url) => /^turns?:/iu.test(String(url)));
}
