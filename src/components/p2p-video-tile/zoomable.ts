import { moveBy, noZoom, type Zoom, zoomAt } from '../../core/zoom.js';

/** The factors of one key press and of a double click. */
const keyFactor = 1.5;
const doubleClickFactor = 2;
/** An arrow key moves the picture by this fraction of the box. */
const keyMove = 0.12;
/** A wheel movement of 100 pixels enlarges the picture by about a quarter. */
const wheelFactor = 0.0022;

/**
 * Lets people zoom into a picture: with the wheel and Ctrl, with two fingers on a touch pad or screen, with a double click, and
 * with the keys `+`, `-` and `0`. An enlarged picture is moved by dragging, the wheel or arrow keys. While the picture is not
 * enlarged, the page scrolls as usual.
 */
export class Zoomable {
  readonly #box: HTMLElement;
  readonly #picture: () => HTMLElement | null;
  readonly #pointers = new Map<number, PointerEvent>();
  #zoom: Zoom = noZoom;

  /** Listens at `box`, which clips the enlarged `picture`. */
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
    // While the picture is not enlarged, one finger scrolls the page.
    this.#box.style.touchAction = isWhole ? 'pan-x pan-y' : 'none';
  }

  get #size(): { width: number; height: number } {
    return { width: this.#box.clientWidth, height: this.#box.clientHeight };
  }

  /** Zooms about a point of the window. */
  #zoomAbout(factor: number, clientX: number, clientY: number): void {
    const { left, top, width, height } = this.#box.getBoundingClientRect();
    this.#show(zoomAt(this.#zoom, factor, clientX - left - width / 2, clientY - top - height / 2, this.#size));
  }

  readonly #onWheel = (event: WheelEvent): void => {
    const isZoomed = this.#zoom.scale > 1;
    // Browsers report two fingers that spread on a touch pad as a wheel event with Ctrl.
    if (!event.ctrlKey && !isZoomed) return;
    event.preventDefault();
    if (event.ctrlKey) this.#zoomAbout(Math.exp(-event.deltaY * wheelFactor * 4), event.clientX, event.clientY);
    else this.#show(moveBy(this.#zoom, -event.deltaX, -event.deltaY, this.#size));
  };

  readonly #onDouble = (event: MouseEvent): void => {
    if (event.composedPath().some((one) => one instanceof HTMLButtonElement)) return;
    if (this.#zoom.scale > 1) this.#show(noZoom);
    else this.#zoomAbout(doubleClickFactor, event.clientX, event.clientY);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.target !== this.#box || event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = this.#size;
    const keys: Partial<Record<string, () => Zoom>> = {
      '+': () => zoomAt(this.#zoom, keyFactor, 0, 0, this.#size),
      '=': () => zoomAt(this.#zoom, keyFactor, 0, 0, this.#size),
      '-': () => zoomAt(this.#zoom, 1 / keyFactor, 0, 0, this.#size),
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
      this.#zoomAbout(apart(event) / Math.max(1, apart(before)), x, y);
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
