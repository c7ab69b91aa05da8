/** The present picture of a video as a PNG, in its full size and as it is sent, never mirrored; undefined while there is none. */
export async function snapshotOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return undefined;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))) ?? undefined;
}

/** A name that every file system takes: letters and digits of the participant's name, and when. */
export function snapshotName(name: string, at: Date): string {
  const who = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/gu, '');
  const when = at.toISOString().slice(0, 19).replace(/[T:]/gu, '-');
  return `${[...who].slice(0, 40).join('') || 'snapshot'}-${when}.png`;
}

/** Lets the browser save it where it saves everything. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // By the next minute it is saved, or nobody wants it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
