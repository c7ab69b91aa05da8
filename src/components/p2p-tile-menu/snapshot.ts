/** The present picture of a video as a PNG, in full size and never mirrored; undefined if there is no picture. */
export async function snapshotOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return undefined;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))) ?? undefined;
}

/** A file name that every file system accepts: letters and digits of the participant's name, and the time. */
export function snapshotName(name: string, at: Date): string {
  const owner = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/gu, '');
  const time = at.toISOString().slice(0, 19).replace(/[T:]/gu, '-');
  return `${[...owner].slice(0, 40).join('') || 'snapshot'}-${time}.png`;
}

/** Downloads a file the way the browser downloads everything. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has read the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
