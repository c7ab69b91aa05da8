import type { Corner } from './plan-stage.js';

/** Coming to rest, a picture that was thrown goes on for as long as this takes it, milliseconds. */
const throwMs = 140;
/** Less than this is a press, CSS pixels. */
const dragLeast = 4;

/**
 * Lets `place` be moved to another corner of the box around it, while it floats: dragged, by arrow keys, or by a double press.
 *
 * @param corner - where it is
 * @param moved - told of each move; also where it comes back to the corner that it left
 */
export function letFloat(place: HTMLElement, corner: () => Corner, moved: (corner: Corner) => void): void {
  const floats = (): boolean => place.classList.contains('floating');
  const isRtl = (): boolean => getComputedStyle(place).direction === 'rtl';
  place.addEventListener('pointerdown', (press) => {
    const box = place.parentElement;
    if (!box || press.button !== 0 || !floats() || isOnButton(press)) return;
    followDrag(press, place, box, (x, y) => {
      box.classList.add('moving');
      moved(cornerAt(isRtl() ? 1 - x : x, y));
    });
  });
  place.addEventListener('keydown', (event) => {
    if (event.target !== place || !floats() || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = cornerBy(event.key, corner(), isRtl());
    if (!next) return;
    event.preventDefault();
    moved(next);
  });
  // For those who can press and cannot drag (WCAG 2.5.7).
  place.addEventListener('dblclick', (event) => {
    if (floats() && !isOnButton(event)) moved(cornerAfter(corner()));
  });
}

function isOnButton(event: Event): boolean {
  return event.composedPath().some((one) => one instanceof HTMLButtonElement);
}

/** Clockwise. */
function cornerAfter({ block, inline }: Corner): Corner {
  return block === inline
    ? { block, inline: inline === 'start' ? 'end' : 'start' }
    : { block: block === 'start' ? 'end' : 'start', inline };
}

/** The corner that a point is in; `x` and `y` are parts of the box, from its start. */
function cornerAt(x: number, y: number): Corner {
  return { block: y < 0.5 ? 'start' : 'end', inline: x < 0.5 ? 'start' : 'end' };
}

/** The corner that an arrow key leads to; undefined for other keys. */
function cornerBy(key: string, { block, inline }: Corner, isRtl: boolean): Corner | undefined {
  switch (key) {
    case 'ArrowUp':
      return { block: 'start', inline };
    case 'ArrowDown':
      return { block: 'end', inline };
    case 'ArrowLeft':
      return { block, inline: isRtl ? 'end' : 'start' };
    case 'ArrowRight':
      return { block, inline: isRtl ? 'start' : 'end' };
    default:
      return undefined;
  }
}

/**
 * Follows a pointer that drags `place` over `box`, from its press on. Tells at the end where the middle of the place would
 * come to rest, in parts of the box from its left and top; tells nothing of a mere press.
 */
function followDrag(
  press: PointerEvent,
  place: HTMLElement,
  box: HTMLElement,
  dropped: (x: number, y: number) => void,
): void {
  const from = place.getBoundingClientRect();
  const bounds = box.getBoundingClientRect();
  const ending = new AbortController();
  const { signal } = ending;
  let last = { x: press.clientX, y: press.clientY, atMs: press.timeStamp };
  let speed = { x: 0, y: 0 };
  let moved = false;
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    const across = event.clientX - press.clientX;
    const down = event.clientY - press.clientY;
    if (!moved && Math.hypot(across, down) < dragLeast) return;
    if (!moved) place.setPointerCapture(press.pointerId);
    moved = true;
    place.classList.add('dragged');
    const x = Math.min(Math.max(0, from.left - bounds.left + across), bounds.width - from.width);
    const y = Math.min(Math.max(0, from.top - bounds.top + down), bounds.height - from.height);
    place.style.translate = `${x}px ${y}px`;
    const passedMs = Math.max(1, event.timeStamp - last.atMs);
    speed = { x: (event.clientX - last.x) / passedMs, y: (event.clientY - last.y) / passedMs };
    last = { x: event.clientX, y: event.clientY, atMs: event.timeStamp };
  };
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    ending.abort();
    place.classList.remove('dragged');
    if (!moved) return;
    const rest = place.getBoundingClientRect();
    // Held still before it was let go, it was not thrown.
    const thrown = event.timeStamp - last.atMs < throwMs ? throwMs : 0;
    dropped(
      (rest.left + rest.width / 2 - bounds.left + speed.x * thrown) / bounds.width,
      (rest.top + rest.height / 2 - bounds.top + speed.y * thrown) / bounds.height,
    );
  };
  // Until it is captured, a quick pointer is elsewhere by its first move.
  const { ownerDocument } = place;
  ownerDocument.addEventListener('pointermove', move, { signal });
  ownerDocument.addEventListener('pointerup', end, { signal });
  ownerDocument.addEventListener('pointercancel', end, { signal });
}
