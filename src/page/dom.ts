/**
 * Making elements. Text goes in as text nodes only: whatever a page holds, nothing of it is ever read as markup.
 * @module
 */

export type Child = Node | string | number | null | undefined | false;

/** Attributes by name; `false` and `undefined` leave one out, `true` is an empty one. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? '' : String(value));
  }
  put(element, ...children);
  return element;
}

/** Appends what is there. */
export function put(parent: Node, ...children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    parent.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)));
  }
}

/** Replaces what an element holds. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren();
  put(parent, ...children);
}

export function button(
  label: Child,
  run: (event: MouseEvent) => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, label);
  on(made, 'click', run);
  return made;
}

/** A button that looks like a link. */
export function link(
  label: Child,
  run: (event: MouseEvent) => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  return button(label, run, { class: 'link', ...attributes });
}

/** Listens for as long as the target lives. */
export function on<Name extends keyof HTMLElementEventMap>(
  target: EventTarget,
  name: Name,
  run: (event: HTMLElementEventMap[Name]) => void,
): void {
  target.addEventListener(name, run as EventListener);
}

/** What a form does once it is sent; Ctrl and Enter in `field` send it as well. */
export function onSend(form: HTMLFormElement, run: () => void, field?: HTMLElement): void {
  on(form, 'submit', (event) => {
    event.preventDefault();
    run();
  });
  if (field === undefined) return;
  on(field, 'keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

/** A paragraph in small print. */
export function hint(...children: readonly Child[]): HTMLElement {
  return el('p', { class: 'hint' }, ...children);
}

/** A bar for a share from 0 to 1: of the most that there is. */
export function barOf(share: number, name = ''): HTMLElement {
  const bar = el('span', { class: `bar ${name}`, 'aria-hidden': 'true' });
  bar.style.setProperty('--share', String(share));
  return bar;
}

/** An element of index.html. Throws for one that is not there. */
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found as Type;
}

/** Tells screen readers. */
export function say(text: string): void {
  byId('live').textContent = text;
}

/** Lets the browser paint and answer its user. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
