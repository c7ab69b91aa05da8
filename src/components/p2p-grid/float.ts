import type { Corner } from './plan-stage.js';

/** A picture that is let go while it moves continues at its speed for this time, in milliseconds. */
const coastMs = 140;
/** A shorter movement is a press, not a drag; CSS pixels. */
const leastDragPx = 4;

/**
 * While `place` floats, people can move it to another corner of its box: by dragging, with the arrow keys, or by a double press.
 *
 * @param corner - gives the present corner
 * @param onMove - called after each move, even if `place` returns to the corner where it was
 */
export function letFloat(place: HTMLElement, corner: () => Corner, onMove: (corner: Corner) => void): void {
  const floats = (): boolean => place.classList.contains('floating');
  const isRtl = (): boolean => getComputedStyle(place).direction === 'rtl';
  place.addEventListener('pointerdown', (press) => {
    const box = place.parentElement;
    if (!box || press.button !== 0 || !floats() || isOnButton(press)) return;
    followDrag(press, place, box, (x, y) => {
      box.classList.add('moving');
      onMove(cornerAt(isRtl() ? 1 - x : x, y));
    });
  });
  place.addEventListener('keydown', (event) => {
    if (event.target !== place || !floats() || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = cornerBy(event.key, corner(), isRtl());
    if (!next) return;
    event.preventDefault();
    onMove(next);
  });
  // For people who can press but not drag (WCAG 2.5.7).
  place.addEventListener('dblclick', (event) => {
    if (floats() && !isOnButton(event)) onMove(cornerAfter(corner()));
  });
}

function isOnButton(event: Event): boolean {
  return event.composedPath().some((one) => one instanceof HTMLButtonElement);
}

/** The next corner, clockwise. */
function cornerAfter({ block, inline }: Corner): Corner {
  return block === inline
    ? { block, inline: inline === 'start' ? 'end' : 'start' }
    : { block: block === 'start' ? 'end' : 'start', inline };
}

/** The corner nearest to a point; `x` and `y` are fractions of the box, from its start. */
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
 * Moves `place` over `box` with a pointer until the pointer is released. Then calls `onDrop` with the point where the middle of
 * the place would come to rest, in fractions of the box from its left and top. A press without a drag calls nothing.
 */
function followDrag(
  press: PointerEvent,
  place: HTMLElement,
  box: HTMLElement,
  onDrop: (x: number, y: number) => void,
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
    if (!moved && Math.hypot(across, down) < leastDragPx) return;
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
    // A picture that was held still before it was let go does not move on.
    const coast = event.timeStamp - last.atMs < coastMs ? coastMs : 0;
    onDrop(
      (rest.left + rest.width / 2 - bounds.left + speed.x * coast) / bounds.width,
      (rest.top + rest.height / 2 - bounds.top + speed.y * coast) / bounds.height,
    );
  };
  // The pointer is captured at its first move; by then a quick one may be outside of the place.
  const { ownerDocument } = place;
  ownerDocument.addEventListener('pointermove', move, { signal });
  ownerDocument.addEventListener('pointerup', end, { signal });
  ownerDocument.addEventListener('pointercancel', end, { signal });
}
