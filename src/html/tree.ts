/**
 * The open elements of a page, kept as the HTML standard's tree construction would keep them as far as text shows it.
 *
 * What is simpler here: formatting elements are not opened again after they were closed by a block's end, misplaced
 * content of tables stays where it is, and elements deeper than {@link MOST_OPEN} only count.
 * @module
 */
import {
  BARRIER,
  BLOCK,
  breaksAround,
  CELL,
  classesOf,
  CONTROL,
  FOREIGN,
  HEADING,
  TABLE_PART,
  UNSEEN,
  VOID,
} from './elements.ts';
import type { Candidate } from './outline.ts';

/** An open element. */
export interface OpenElement extends Candidate {
  readonly parent: OpenElement | null;
  readonly name: string;
  /** Classes of `elements.ts`. */
  readonly bits: number;
  /** See `Marker`: of the element and all around it. */
  readonly marks: number;
  readonly isUnseen: boolean;
  readonly isPre: boolean;
  /** Whether it is itself a link. */
  readonly isLink: boolean;
}

/** What elements that ended leave in the text. */
export interface Ended {
  readonly breaks: number;
  /** Whether a link or button was among them. */
  readonly isControl: boolean;
}

/** Browsers stop at 512. */
const MOST_OPEN = 256;

/** What an end tag of a block cannot reach out of; and a list item, in front of the next one. */
const isBarrier = ({ bits }: OpenElement): boolean => (bits & BARRIER) !== 0;
const endsList = ({ bits, name }: OpenElement): boolean =>
  (bits & (BLOCK | BARRIER)) !== 0 && name !== 'p' && name !== 'div' && name !== 'address';
const isTable = ({ name }: OpenElement): boolean => name === 'table' || name === 'template';
const isButton = (element: OpenElement): boolean => element.name === 'button' || isBarrier(element);
const nothing = (): boolean => false;

/** Parts of a table that a part ends when it starts. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  td: ['td', 'th', 'caption'],
  th: ['td', 'th', 'caption'],
  tr: ['tr', 'caption'],
  tbody: ['tbody', 'thead', 'tfoot', 'caption'],
  thead: ['tbody', 'thead', 'tfoot', 'caption'],
  tfoot: ['tbody', 'thead', 'tfoot', 'caption'],
  caption: ['caption'],
};

export class OpenElements {
  readonly #stack: OpenElement[] = [];
  /** How many of each name are open: most end tags that end nothing are known by it. */
  readonly #count = new Map<string, number>();
  #links = 0;
  #foreign = 0;
  #ended: Ended = { breaks: 0, isControl: false };
  /** Elements opened past the limit and not closed, and the number at which something unseen was among them. */
  #beyond = 0;
  #unseenBeyond = 0;

  /** The innermost open element. */
  get top(): OpenElement | null {
    return this.#stack.at(-1) ?? null;
  }

  get isUnseen(): boolean {
    return this.#unseenBeyond > 0 || (this.top?.isUnseen ?? false);
  }

  get isForeign(): boolean {
    return this.#foreign > 0;
  }

  get isLink(): boolean {
    return this.#links > 0;
  }

  /** Ends what the start of an element ends. */
  prepare(name: string, bits: number): void {
    if (this.#beyond > 0) return;
    // A drawing that was not closed ends where the page goes on.
    if (this.#foreign > 0 && bits & BLOCK && !this.#isOpen('foreignobject'))
      this.#endAny(['svg', 'math'], nothing);
    if (bits & TABLE_PART) {
      this.#endAny(ENDED_BY[name] ?? [], isTable);
      return;
    }
    if (bits & BLOCK) this.#endAny(['p'], isButton);
    if (name === 'li') this.#endAny(['li'], endsList);
    else if (name === 'dd' || name === 'dt') this.#endAny(['dd', 'dt'], endsList);
    else if (name === 'button') this.#endAny(['button'], isBarrier);
    else if (name === 'a') this.#endInline('a');
    else if (bits & HEADING && (this.top?.bits ?? 0) & HEADING) this.#cut(this.#stack.length - 1);
  }

  /** Opens an element. */
  push(element: OpenElement): void {
    if (this.#stack.length < MOST_OPEN && this.#beyond === 0) {
      this.#stack.push(element);
      this.#note(element, 1);
      return;
    }
    this.#beyond++;
    if (element.isUnseen && this.#unseenBeyond === 0) this.#unseenBeyond = this.#beyond;
  }

  /** What has ended since this was last asked. */
  takeEnded(): Ended {
    const ended = this.#ended;
    if (ended.breaks > 0 || ended.isControl) this.#ended = { breaks: 0, isControl: false };
    return ended;
  }

  /** An end tag. Answers whether it ended anything. */
  end(name: string): boolean {
    const bits = classesOf(name);
    if (bits & VOID) return false;
    if (this.#beyond > 0) {
      this.#beyond--;
      if (this.#beyond < this.#unseenBeyond) this.#unseenBeyond = 0;
      else if (this.#unseenBeyond === 0) this.#end(name, bits, this.top?.isUnseen ?? false);
      return true;
    }
    if (name === 'table' || name === 'template') return this.#endAny([name], nothing);
    if (bits & (CELL | TABLE_PART)) return this.#endAny([name], isTable);
    if (bits & HEADING) return this.#endAny(HEADINGS, isBarrier);
    if (name === 'li')
      return this.#endAny([name], (element) => isBarrier(element) || isList(element));
    if (name === 'p') return this.#endAny([name], isButton);
    if (bits & (BLOCK | BARRIER | UNSEEN)) return this.#endAny([name], isBarrierFor(name));
    return this.#endInline(name);
  }

  /** Ends the innermost element of these names, and all inside it, unless it lies behind a border. */
  #endAny(names: readonly string[], isBorder: (element: OpenElement) => boolean): boolean {
    if (!names.some((name) => this.#isOpen(name))) return false;
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const element = this.#stack[i] as OpenElement;
      if (names.includes(element.name)) {
        this.#cut(i);
        return true;
      }
      if (isBorder(element)) return false;
    }
    return false;
  }

  /** Ends an inline element; blocks that were opened inside it stay open. */
  #endInline(name: string): boolean {
    if (!this.#isOpen(name)) return false;
    let isCrossed = false;
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const element = this.#stack[i] as OpenElement;
      if (element.name === name) {
        if (isCrossed) this.#stack.splice(i, 1);
        else this.#cut(i);
        return true;
      }
      if (isBarrier(element)) return false;
      if (element.bits & BLOCK) isCrossed = true;
    }
    return false;
  }

  #isOpen(name: string): boolean {
    return this.#count.has(name);
  }

  /** Closes all elements from the number `from` on. */
  #cut(from: number): void {
    for (let i = from; i < this.#stack.length; i++) this.#note(this.#stack[i] as OpenElement, -1);
    this.#stack.length = from;
  }

  #note({ name, isLink, bits, isUnseen }: OpenElement, by: number): void {
    const count = (this.#count.get(name) ?? 0) + by;
    if (count > 0) this.#count.set(name, count);
    else this.#count.delete(name);
    if (by < 0) this.#end(name, bits, isUnseen);
    if (isLink) this.#links += by;
    if (bits & FOREIGN) this.#foreign += by;
  }

  #end(name: string, bits: number, isUnseen: boolean): void {
    if (isUnseen || !(bits & (BLOCK | CONTROL))) return;
    this.#ended = {
      breaks: Math.max(this.#ended.breaks, breaksAround(name, bits)),
      isControl: this.#ended.isControl || (bits & CONTROL) !== 0,
    };
  }
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const isList = ({ name }: OpenElement): boolean =>
  name === 'ul' || name === 'ol' || name === 'menu';
/** An element that is a border itself is ended by its own end tag. */
const isBarrierFor =
  (name: string) =>
  (element: OpenElement): boolean =>
    element.name !== name && isBarrier(element);
