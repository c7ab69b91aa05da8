/** The largest video below `root` that has a picture, across open shadow roots; one of another participant if there is any. */
export function videoToLeave(root: Element, selfId: string | undefined): HTMLVideoElement | undefined {
  const videos = tilesBelow(root)
    .map((tile) => ({ tile, video: tile.shadowRoot?.querySelector('video') ?? undefined }))
    .filter(({ video }) => video && video.videoWidth > 0 && video.clientWidth > 0);
  const others = videos.filter(({ tile }) => tile.getAttribute('participant') !== selfId);
  const area = (video?: HTMLVideoElement): number => (video ? video.clientWidth * video.clientHeight : 0);
  return (others.length > 0 ? others : videos).sort((a, b) => area(b.video) - area(a.video))[0]?.video;
}

function tilesBelow(root: Element | ShadowRoot): Element[] {
  const inside = root instanceof Element && root.shadowRoot ? tilesBelow(root.shadowRoot) : [];
  return [
    ...inside,
    ...[...root.children].flatMap((child) => (child.localName === 'p2p-video-tile' ? [child] : tilesBelow(child))),
  ];
}
