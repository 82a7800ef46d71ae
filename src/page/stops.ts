/**
 * Things that the Tab key stops at once, and arrow keys move among, as the ARIA Authoring Practices have it.
 * @module
 */

const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

export class Stops {
  readonly all: HTMLElement[] = [];
  #at: HTMLElement | null = null;

  /** The first one is where Tab stops until another is gone to. */
  add(element: HTMLElement): void {
    this.all.push(element);
    element.tabIndex = this.#at === null ? 0 : -1;
    this.#at ??= element;
  }

  /** Makes this the one that Tab stops at. */
  stopAt(element: HTMLElement): void {
    if (this.#at) this.#at.tabIndex = -1;
    element.tabIndex = 0;
    this.#at = element;
  }

  /** Goes where a key leads from `element`, past what is not shown; answers whether the key was meant for this. */
  move({ key }: KeyboardEvent, element: HTMLElement): boolean {
    const at = this.all.indexOf(element);
    const by = MOVES[key];
    if (at < 0 || by === undefined) return false;
    for (let i = at + by; i in this.all; i += by) {
      const next = this.all[i] as HTMLElement;
      // What is filtered away has no box.
      if (next.getClientRects().length === 0) continue;
      this.stopAt(next);
      next.focus();
      break;
    }
    return true;
  }
}
