import type { CallView } from '../shared/call-context.js';
import type { Wording } from '../shared/words.js';
import { openCallWindow } from './call-window.js';
import { videoToLeave } from './video-to-leave.js';

/**
 * Takes the call to a window over all others: the whole of it where the browser has document picture-in-picture, else the video
 * of whoever is largest. Resolves with how to come back; rejects with the browser's error. `closed` is called when it is
 * back, whoever closed it.
 */
export async function leavePage(
  call: HTMLElement,
  view: CallView,
  wording: Wording,
  closed: () => void,
): Promise<() => void> {
  if ('documentPictureInPicture' in window && window === window.top) {
    return openCallWindow(call, view, wording, closed);
  }
  const video = videoToLeave(call, view.state.self.id);
  if (!video) throw new DOMException('There is no picture.', 'InvalidStateError');
  video.disablePictureInPicture = false;
  await video.requestPictureInPicture();
  video.addEventListener('leavepictureinpicture', closed, { once: true });
  return () => void document.exitPictureInPicture().catch(() => undefined);
}
