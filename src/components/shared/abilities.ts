/** Whether this browser can show a screen to others; phones cannot. */
export function canShareScreen(): boolean {
  return 'getDisplayMedia' in (navigator.mediaDevices ?? {});
}

/** Whether the system's own sheet is the way to share a link: with a mouse, one that is in the clipboard is quicker. */
export function hasShareSheet(): boolean {
  return 'share' in navigator && matchMedia('(pointer: coarse)').matches;
}

/** Whether people type on the screen: there is no Shift to hold while Enter is pressed. */
export function typesOnScreen(): boolean {
  return matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
}

/** Whether an element of this page may fill the screen; not on an iPhone, nor in a frame that is not allowed to. */
export function canFillScreen(): boolean {
  return document.fullscreenEnabled;
}

/** Whether the call, or at least one video of it, can leave the page for a window of its own. */
export function canLeavePage(): boolean {
  // A document's own window is for pages that stand alone (W3C Document Picture-in-Picture section 3).
  return ('documentPictureInPicture' in window && window === window.top) || document.pictureInPictureEnabled === true;
}
