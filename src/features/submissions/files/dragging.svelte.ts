/**
 * A card that is dragged to the place of a role, by mouse, pen or finger. Owns what is held and over which place;
 * places carry `data-role`. A finger drags by the grip only, so that the rest of a card still scrolls the page.
 */
import type { FileRole } from './file.ts';

type Held = { id: string; name: string; role: FileRole };

/** A hand that trembles is not dragging yet; CSS pixels. */
const slack = 6;

export class Dragging {
  awake = $state(false);
  file = $state<Held | null>(null);
  over = $state<FileRole | null>(null);
  /** Where the pointer is, in the window. */
  at = $state({ x: 0, y: 0 });
  #drop: (file: Held, role: FileRole) => void;

  constructor(drop: (file: Held, role: FileRole) => void) {
    this.#drop = drop;
  }

  /** Makes an element a card that can be dragged. */
  card(file: Held) {
    return (element: HTMLElement) => {
      const down = (event: PointerEvent) => {
        if (!event.isPrimary || event.button !== 0 || !this.#mayTake(event)) return;
        this.#follow(element, file, event);
      };
      element.addEventListener('pointerdown', down);
      return () => element.removeEventListener('pointerdown', down);
    };
  }

  #mayTake({ target, pointerType }: PointerEvent): boolean {
    const at = target as Element;
    if (at.closest('.grip')) return true;
    return pointerType === 'mouse' && !at.closest('a, button, select, label, summary, code, video, audio');
  }

  #follow(element: HTMLElement, file: Held, from: PointerEvent): void {
    const stop = new AbortController();
    const { signal } = stop;
    const end = () => {
      stop.abort();
      [this.file, this.over] = [null, null];
    };
    const move = (event: PointerEvent) => {
      if (event.pointerId !== from.pointerId) return;
      const far = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > slack;
      if (!this.file && !far) return;
      if (!this.file) {
        this.file = file;
        element.setPointerCapture(event.pointerId);
      }
      event.preventDefault();
      this.over = roleAt(event.clientX, event.clientY);
      this.at = { x: event.clientX, y: event.clientY };
    };
    const up = (event: PointerEvent) => {
      if (event.pointerId !== from.pointerId) return;
      const role = this.file && roleAt(event.clientX, event.clientY);
      end();
      if (role && role !== file.role) this.#drop(file, role);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end();
    };
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', up, { signal });
    addEventListener('pointercancel', end, { signal });
    addEventListener('keydown', key, { signal });
    // Neither a picture that the browser drags itself nor marked words should come along.
    addEventListener('dragstart', (event) => event.preventDefault(), { signal });
    addEventListener('selectstart', (event) => event.preventDefault(), { signal });
  }
}

function roleAt(x: number, y: number): FileRole | null {
  const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-role]');
  return (place?.dataset.role as FileRole | undefined) ?? null;
}
