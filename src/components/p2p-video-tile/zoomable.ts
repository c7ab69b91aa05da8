import { moveBy, noZoom, type Zoom, zoomAt } from '../../core/zoom.js';

/** One press of a key, or a double click. */
const step = 1.5;
const doubled = 2;
/** Arrow keys, the part of the box. */
const keyMove = 0.12;
/** A wheel of 100 pixels makes a picture larger by about a quarter. */
const wheelFactor = 0.0022;

/**
 * Lets people look closer at a picture: a wheel with Ctrl or two fingers on a touch pad or screen, a double click, and the keys
 * `+`, `-` and `0`; enlarged, it is moved by dragging, the wheel or arrow keys. The page scrolls as always while all is seen.
 */
export class Zoomable {
  readonly #box: HTMLElement;
  readonly #picture: () => HTMLElement | null;
  readonly #pointers = new Map<number, PointerEvent>();
  #zoom: Zoom = noZoom;

  /** Listens at `box`, which clips; `picture` is what is enlarged. */
  constructor(box: HTMLElement, picture: () => HTMLElement | null) {
    this.#box = box;
    this.#picture = picture;
    box.addEventListener('wheel', this.#onWheel, { passive: false });
    box.addEventListener('dblclick', this.#onDouble);
    box.addEventListener('keydown', this.#onKey);
    box.addEventListener('pointerdown', this.#onDown);
    box.addEventListener('pointermove', this.#onMove);
    for (const type of ['pointerup', 'pointercancel'] as const) box.addEventListener(type, this.#onUp);
    this.#show(noZoom);
  }

  #show(zoom: Zoom): void {
    this.#zoom = zoom;
    const picture = this.#picture();
    const isWhole = zoom.scale === 1;
    if (picture) {
      picture.style.scale = isWhole ? '' : `${zoom.scale}`;
      picture.style.translate = isWhole ? '' : `${zoom.x}px ${zoom.y}px`;
    }
    this.#box.classList.toggle('zoomed', !isWhole);
    // One finger scrolls the page until there is a picture to move.
    this.#box.style.touchAction = isWhole ? 'pan-x pan-y' : 'none';
  }

  get #size(): { width: number; height: number } {
    return { width: this.#box.clientWidth, height: this.#box.clientHeight };
  }

  /** Enlarges about a point of the window. */
  #enlarge(factor: number, clientX: number, clientY: number): void {
    const { left, top, width, height } = this.#box.getBoundingClientRect();
    this.#show(zoomAt(this.#zoom, factor, clientX - left - width / 2, clientY - top - height / 2, this.#size));
  }

  readonly #onWheel = (event: WheelEvent): void => {
    const isZoomed = this.#zoom.scale > 1;
    // Browsers tell of two fingers that spread on a touch pad as a wheel with Ctrl.
    if (!event.ctrlKey && !isZoomed) return;
    event.preventDefault();
    if (event.ctrlKey) this.#enlarge(Math.exp(-event.deltaY * wheelFactor * 4), event.clientX, event.clientY);
    else this.#show(moveBy(this.#zoom, -event.deltaX, -event.deltaY, this.#size));
  };

  readonly #onDouble = (event: MouseEvent): void => {
    if (event.composedPath().some((one) => one instanceof HTMLButtonElement)) return;
    if (this.#zoom.scale > 1) this.#show(noZoom);
    else this.#enlarge(doubled, event.clientX, event.clientY);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.target !== this.#box || event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = this.#size;
    const keys: Partial<Record<string, () => Zoom>> = {
      '+': () => zoomAt(this.#zoom, step, 0, 0, this.#size),
      '=': () => zoomAt(this.#zoom, step, 0, 0, this.#size),
      '-': () => zoomAt(this.#zoom, 1 / step, 0, 0, this.#size),
      '0': () => noZoom,
      ...(this.#zoom.scale > 1 && {
        ArrowLeft: () => moveBy(this.#zoom, width * keyMove, 0, this.#size),
        ArrowRight: () => moveBy(this.#zoom, -width * keyMove, 0, this.#size),
        ArrowUp: () => moveBy(this.#zoom, 0, height * keyMove, this.#size),
        ArrowDown: () => moveBy(this.#zoom, 0, -height * keyMove, this.#size),
      }),
    };
    const next = keys[event.key]?.();
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    this.#show(next);
  };

  readonly #onDown = (event: PointerEvent): void => {
    if (event.composedPath().some((one) => one instanceof HTMLButtonElement)) return;
    this.#pointers.set(event.pointerId, event);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    this.#pointers.set(event.pointerId, event);
    const other = [...this.#pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    if (other) {
      const apart = (one: PointerEvent): number => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      const x = (event.clientX + other.clientX) / 2;
      const y = (event.clientY + other.clientY) / 2;
      this.#enlarge(apart(event) / Math.max(1, apart(before)), x, y);
      this.#box.style.touchAction = 'none';
    } else if (this.#zoom.scale > 1) {
      this.#box.setPointerCapture(event.pointerId);
      const { clientX, clientY } = event;
      this.#show(moveBy(this.#zoom, clientX - before.clientX, clientY - before.clientY, this.#size));
    }
  };

  readonly #onUp = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
  };
}
