import type { CallView } from '../shared/call-context.js';
import type { Wording } from '../shared/words.js';
import { openCallWindow } from './call-window.js';
import { videoToLeave } from './video-to-leave.js';

/**
 * Shows the call in a picture-in-picture window: the whole call if the browser supports windows for documents, else the largest
 * video. Resolves with a function that closes the window; rejects with the browser's error. `closed` is called when the window is
 * closed, by the page or by the person.
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
