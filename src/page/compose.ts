/**
 * The form: a text typed, pasted, dropped or taken from the samples, and how to read it.
 * @module
 */
import { LABELS } from '../labels.ts';
import type { Asked } from './api.ts';
import { byId, el, fill, link, on, onSend, say } from './dom.ts';
import { MOST_BYTES, openFile, type Opened } from './files.ts';
import { SAMPLES } from './samples.ts';
import { looksLike } from './pasted.ts';
import type { ProblemData } from '../schema/problem.ts';
import { problemOf } from './problem.ts';
import { LABEL_NAMES, languageName, MODES, MODE_NAMES, type Mode } from './words.ts';

/** Of a longer text the field shows the beginning: browsers stop for seconds over a megabyte in it, or many lines. */
const MOST_SHOWN = 60_000;
const MOST_LINES = 2000;

export class Compose {
  readonly form = byId<HTMLFormElement>('compose');
  readonly #input = byId<HTMLTextAreaElement>('input');
  /** A text too long for the field. */
  #held: string | null = null;
  readonly #send: () => void;

  constructor(send: (asked: Asked) => void) {
    this.#send = () => send(this.asked());
    const sent = (): void => {
      if (this.#text.trim() === '') {
        fill(byId('problem'), problemOf({ title: 'There is no text yet.' }));
        this.#input.focus();
      } else this.#send();
    };
    onSend(this.form, sent, this.#input);
    on(this.#input, 'paste', (event) => this.#paste(event));
    on(this.#input, 'input', () => this.#notice());
    on(this.form, 'change', ({ target }) => {
      // Leaving the field is a change of it: the offer must not be made anew under the pointer that is about to take it.
      if (target !== this.#input) this.#notice();
    });
    this.#offerLanguages();
    this.#offerSamples();
    this.#offerLabels();
    this.#takeFiles();
  }

  get #text(): string {
    return this.#held ?? this.#input.value;
  }

  /** What the form asks for. */
  asked(): Asked {
    const data = new FormData(this.form);
    const options: Record<string, unknown> = {};
    for (const name of ['language', 'url']) {
      const value = String(data.get(name) ?? '').trim();
      // As people write addresses: www.example.org
      const scheme = name === 'url' && !value.includes('://') ? 'https://' : '';
      if (value !== '') options[name] = scheme + value;
    }
    const least = Number(data.get('minConfidence'));
    if (least > 0) options['minConfidence'] = least;
    const labels = data.getAll('quotesIn');
    if (labels.join() !== 'body') options['quotesIn'] = labels;
    const mode = MODES.find((name) => name === data.get('mode')) ?? 'text';
    return { mode, text: this.#text, options };
  }

  /** Says beside the button why the text was refused; where a field is to blame, goes to it. */
  refuse(problem: Partial<ProblemData>): void {
    const [fault] = problem.errors ?? [];
    const field = this.form.elements.namedItem(fault?.pointer.slice(1) ?? '');
    const title = (field as HTMLInputElement | null)?.labels?.[0]?.firstChild?.textContent;
    if (!fault || !title) return fill(byId('problem'), problemOf(problem));
    fill(byId('problem'), problemOf({ title, detail: fault.detail }));
    byId<HTMLDetailsElement>('options').open = true;
    (field as HTMLInputElement).focus();
  }

  /** Fills the form, as `asked()` would have read it. */
  take({ mode, text, options }: Asked): void {
    this.put({ mode, text });
    for (const name of ['language', 'url', 'minConfidence']) {
      const field = this.form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
      const value = options[name];
      const words = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      field.value = words;
      // A link may hold a tag that is not in the list, such as de-AT.
      if (field.value !== words)
        field.append(el('option', { value: words, selected: true }, words));
    }
    const labels: unknown = options['quotesIn'] ?? ['body'];
    for (const box of this.form.querySelectorAll<HTMLInputElement>('[name=quotesIn]')) {
      box.checked = Array.isArray(labels) && labels.includes(box.value);
    }
  }

  put({ mode, text }: Opened): void {
    const fits = beginning(text);
    const long = fits < text.length;
    this.#held = long ? text : null;
    this.#input.value = long ? text.slice(0, fits) : text;
    this.#input.readOnly = long;
    const note = byId('shortened');
    note.hidden = !long;
    const all = text.length.toLocaleString('en');
    const clear = this.#clear(mode);
    if (long)
      fill(note, `A long text: ${all} characters, of which the field shows the first. `, clear);
    this.#choose(mode);
    this.#notice();
    if (!long && text === '') this.#input.focus();
  }

  /** Fills the form with what was in it when the page was left, and says so. */
  putBack(asked: Asked): void {
    this.take(asked);
    const note = byId('shortened');
    if (note.hidden) fill(note, 'This is your text from before. ', this.#clear('text'));
    note.hidden = false;
  }

  #clear(mode: Mode): HTMLElement {
    return link('Clear', () => this.put({ mode, text: '' }));
  }

  /** What a text that is to be read as plain text looks like instead. */
  #other(): Mode | 'json' | null {
    const mode = this.form.querySelector<HTMLInputElement>('[name=mode]:checked')?.value;
    return mode === 'text' ? looksLike(this.#text) : null;
  }

  /** Says so where plain text is none, and offers to read it as what it is. */
  #notice(): void {
    const note = byId('markup');
    const other = this.#other();
    note.hidden = other === null;
    if (other === null) return;
    if (other === 'json') return fill(note, 'This looks like JSON. Paste the text in it alone.');
    const name = MODE_NAMES[other];
    const read = this.#read(other, () => say(`It will be read as ${name}.`));
    fill(note, `This looks like ${name}, and would be read as plain text. `, read);
  }

  /** A way to have the text read at once as what it is; null where that is plain text. */
  offer(): HTMLElement | null {
    const other = this.#other();
    return other === null || other === 'json' ? null : this.#read(other, this.#send);
  }

  #read(mode: Mode, then: () => void): HTMLElement {
    return link(`Read it as ${MODE_NAMES[mode]}`, () => {
      this.#choose(mode);
      this.#notice();
      then();
    });
  }

  /** Languages that have rules, by their names. */
  #offerLanguages(): void {
    const field = this.form.elements.namedItem('language') as HTMLSelectElement;
    const named = LANGUAGES.map((tag) => [tag, languageName(tag)] as const);
    named.sort(([, a], [, b]) => a.localeCompare(b, 'en'));
    field.append(...named.map(([tag, name]) => el('option', { value: tag }, name)));
  }

  /** Of the ways to read a text two are always offered; another one while a file of its type is open. */
  #choose(mode: Mode): void {
    const other = byId<HTMLInputElement>('other-mode');
    const label = other.closest('label') as HTMLLabelElement;
    label.hidden = mode === 'text' || mode === 'html';
    if (!label.hidden) {
      other.value = mode;
      fill(label.querySelector('span') as HTMLElement, MODE_NAMES[mode]);
    }
    const choice = this.form.querySelector<HTMLInputElement>(`[name=mode][value=${mode}]`);
    if (choice) choice.checked = true;
  }

  #paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    const plain = data?.getData('text/plain') ?? '';
    const markup = data?.getData('text/html') ?? '';
    const mode = this.asked().mode;
    // Of a page that was copied from its window, HTML wants the markup; copied source is markup already.
    const text = mode === 'html' && markup !== '' && !/^\s*</.test(plain) ? markup : plain;
    if (text === plain && beginning(text) === text.length) return;
    event.preventDefault();
    this.put({ mode, text });
  }

  #offerSamples(): void {
    const samples = SAMPLES.map(({ name, text }) =>
      link(name, () => {
        this.take({ mode: 'text', text, options: {} });
        this.#send();
      }),
    );
    byId('samples').append(...samples.flatMap((sample, i) => [i === 0 ? ' ' : ' · ', sample]));
  }

  #offerLabels(): void {
    const boxes = LABELS.map((label) => {
      const checked = label === 'body';
      const box = el('input', { type: 'checkbox', name: 'quotesIn', value: label, checked });
      return el('label', { class: 'tick' }, box, ` ${LABEL_NAMES[label]}`);
    });
    byId('quotes-in').append(...boxes);
  }

  #takeFiles(): void {
    const picker = byId<HTMLInputElement>('file');
    on(byId('open'), 'click', () => picker.click());
    on(picker, 'change', () => {
      const file = picker.files?.[0];
      if (file) void this.#open(file);
      picker.value = '';
    });
    const sign = byId('drop');
    on(document, 'dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      sign.hidden = false;
    });
    on(document, 'dragleave', (event) => {
      if (event.relatedTarget === null) sign.hidden = true;
    });
    on(document, 'drop', (event) => {
      const file = event.dataTransfer?.files[0];
      sign.hidden = true;
      if (!file) return;
      event.preventDefault();
      void this.#open(file);
    });
  }

  async #open(file: File): Promise<void> {
    const opened = await openFile(file);
    if (opened === null) {
      const note = byId('shortened');
      note.hidden = false;
      fill(note, `This file has over ${MOST_BYTES / 2 ** 20} MB. The service takes far less.`);
      say(note.textContent);
      return;
    }
    this.put(opened);
    this.#send();
  }
}

/** How much of a text the field shows. */
function beginning(text: string): number {
  let end = -1;
  for (let lines = 0; lines < MOST_LINES && end < MOST_SHOWN; lines++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return Math.min(text.length, MOST_SHOWN);
  }
  return Math.min(end, MOST_SHOWN);
}
