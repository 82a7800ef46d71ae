/**
 * Tabs beside the text, as the ARIA Authoring Practices have them. On a narrow screen they lie at the bottom and open a
 * sheet over the text.
 * @module
 */
import { button, byId, on } from './dom.ts';

export interface Panel {
  readonly name: string;
  readonly element: HTMLElement;
  /** Called whenever the panel comes to be seen. */
  readonly shown?: () => void;
  /** Called when another one takes its place. */
  readonly left?: () => void;
}

export class Tabs {
  readonly #panels: readonly Panel[];
  readonly #tabs: readonly HTMLButtonElement[];
  readonly #rail = byId('rail');

  constructor(panels: readonly Panel[]) {
    this.#panels = panels;
    this.#tabs = panels.map(({ name, element }, i) => {
      const id = name.toLowerCase();
      Object.assign(element, { id: `panel-${id}`, role: 'tabpanel', tabIndex: 0 });
      element.setAttribute('aria-labelledby', `tab-${id}`);
      const attributes = { role: 'tab', id: `tab-${id}`, 'aria-controls': element.id };
      return button(name, () => this.#press(i), attributes);
    });
    const list = byId('tabs');
    list.append(...this.#tabs);
    on(list, 'keydown', (event) => this.#move(event));
    byId('panels').append(...panels.map(({ element }) => element));
    this.#select(0);
  }

  /** Brings a panel to the front, and up from the bottom where it lies there. */
  open(name: string, focus = false): void {
    const i = this.#panels.findIndex((panel) => panel.name === name);
    this.#select(i);
    this.#rail.classList.add('open');
    if (focus) this.#panels[i]?.element.focus();
  }

  /** Goes to the panel in front. */
  focus(): void {
    this.#panels.find(({ element }) => !element.hidden)?.element.focus();
  }

  close(): void {
    this.#rail.classList.remove('open');
  }

  #press(i: number): void {
    const again = this.#tabs[i]?.ariaSelected === 'true';
    this.#select(i);
    this.#rail.classList.toggle('open', !(again && this.#rail.classList.contains('open')));
  }

  #select(chosen: number): void {
    this.#panels.forEach(({ element, left }, i) => {
      if (i !== chosen && !element.hidden) left?.();
    });
    this.#tabs.forEach((tab, i) => {
      tab.ariaSelected = String(i === chosen);
      tab.tabIndex = i === chosen ? 0 : -1;
    });
    this.#panels.forEach(({ element }, i) => {
      element.hidden = i !== chosen;
    });
    this.#panels[chosen]?.shown?.();
  }

  #move(event: KeyboardEvent): void {
    const at = this.#tabs.findIndex((tab) => tab.ariaSelected === 'true');
    const last = this.#tabs.length - 1;
    const moves: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#select(to);
    this.#tabs[to]?.focus();
  }
}
