/** Whether this browser can share a screen; phones cannot. */
export function canShareScreen(): boolean {
  return 'getDisplayMedia' in (navigator.mediaDevices ?? {});
}

/** Whether to share a link through the system's own sheet. With a mouse, copying the link is quicker. */
export function hasShareSheet(): boolean {
  return 'share' in navigator && matchMedia('(pointer: coarse)').matches;
}

/** Whether people type on an on-screen keyboard, where they cannot hold Shift while they press Enter. */
export function typesOnScreen(): boolean {
  return matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
}

/** Whether an element of this page may fill the screen; not on an iPhone, nor in a frame without that permission. */
export function canFillScreen(): boolean {
  return document.fullscreenEnabled;
}

/** Whether the call, or at least one of its videos, can be shown in a picture-in-picture window. */
export function canLeavePage(): boolean {
  // Only a top-level page may open a window for a document (W3C Document Picture-in-Picture section 3).
  return ('documentPictureInPicture' in window && window === window.top) || document.pictureInPictureEnabled === true;
}
