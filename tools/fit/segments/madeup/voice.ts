/**
 * Fills the wordings of skeletons: what the platform says, names, dates, numbers, titles of other stories.
 * @module
 */
import type { Chance } from './chance.ts';
import {
  agoStyle,
  dateStyle,
  fullName,
  localeOf,
  NAME_STYLES,
  nameOf,
  nick,
  someDay,
  type AgoStyle,
  type DateStyle,
  type NameStyle,
} from './people.ts';
import type { Tongue, Wording, Wordings } from './skeletons.ts';

/** What a page is about. */
export interface Subject {
  readonly headline: string;
  /** Headlines of other stories in the language. */
  readonly others: readonly string[];
  /** How those stories open. */
  readonly leads: readonly string[];
  /** Number of records in the thread. */
  readonly count: number;
}

/** One page's voice: it says the same thing in the same words throughout, and knows whose record it is in. */
export class Voice {
  readonly #chance: Chance;
  readonly #tongue: Tongue;
  readonly #words: Wordings;
  readonly #subject: Subject;
  readonly #locale: string;
  readonly #dates: DateStyle;
  readonly #style: NameStyle;
  readonly #ago: AgoStyle;
  readonly #plurals: Intl.PluralRules;
  /** Whether the page lost the spaces around names, as links do that are styled apart. */
  readonly #glued: boolean;
  /** What is left of a list that is dealt out: nothing comes again before everything has come. */
  readonly #decks = new Map<string, string[]>();
  /** Wordings that were picked from several. */
  readonly #said = new Map<string, string>();
  readonly #site: string;
  #number = 0;
  #name = '';
  #parent = '';
  #day: Date;

  /** @param words what the platform says; what it lacks, the tongue says */
  constructor(tongue: Tongue, words: Wordings, subject: Subject, chance: Chance) {
    this.#chance = chance;
    this.#tongue = tongue;
    this.#words = { ...tongue.words, ...words };
    this.#subject = subject;
    this.#locale = localeOf(tongue.language, chance);
    this.#dates = dateStyle(this.#locale, chance);
    this.#style = chance.pick(NAME_STYLES);
    this.#ago = agoStyle(this.#locale, chance);
    this.#plurals = new Intl.PluralRules(this.#locale);
    this.#glued = chance.happens(0.08);
    this.#site = chance.pick(tongue.sites);
    this.#day = someDay(chance);
    this.nextRecord();
    this.#number = 0;
  }

  /** The next record has another author and is later. */
  nextRecord(): void {
    this.#number++;
    this.#parent = this.#name;
    this.#name = nameOf(this.#tongue, this.#style, this.#chance);
    this.#pass(2000);
  }

  /** Some minutes pass. */
  later(): void {
    this.#pass(50);
  }

  #pass(mostMinutes: number): void {
    this.#day = new Date(this.#day.getTime() + this.#chance.number(1, mostMinutes) * 60_000);
  }

  has(word: string): boolean {
    return this.#words[word] !== undefined;
  }

  /** Whether there are words for all the `$words` of a wording. */
  knows(wording: string): boolean {
    return [...wording.matchAll(/\$([a-z]\w*)/gu)].every(([, word]) => this.has(word as string));
  }

  /** One of the wordings for a thing, which may be said in another way the next time. */
  any(word: string): string {
    const wording = this.#wording(word);
    return this.fill(Array.isArray(wording) ? this.#deal(word, wording) : this.#say(word));
  }

  /** A wording with its `$words` and `{slots}` filled in. */
  fill(wording: string): string {
    // Words are made of slots, and of no other words.
    const said = wording.replace(/\$([a-z]\w*)/gu, (_, word: string) => this.#say(word));
    const set = this.#glued ? said.replace(/ ?(\{name\}) ?/gu, '$1') : said;
    return set.replace(/\{(\w+)\}/gu, (_, slot: string) => this.#slot(slot));
  }

  #say(word: string): string {
    const wording = this.#wording(word);
    if (typeof wording === 'string') return wording;
    if (!Array.isArray(wording)) return this.#plural(wording as Readonly<Record<string, string>>);
    const said = this.#said.get(word) ?? this.#chance.pick(wording as readonly string[]);
    this.#said.set(word, said);
    return said;
  }

  #wording(word: string): Wording {
    const wording = this.#words[word];
    if (wording === undefined) throw new Error(`${this.#tongue.language} has no word for ${word}`);
    return wording;
  }

  #plural(forms: Readonly<Record<string, string>>): string {
    const many = forms['other'] as string;
    const count = many.includes('{count}') ? this.#subject.count : this.#chance.count(1, 40);
    const form = forms[this.#plurals.select(count)] ?? many;
    return form.replace(/\{(?:n|count)\}/u, String(count));
  }

  #deal(slot: string, from: readonly string[]): string {
    const deck = this.#decks.get(slot) ?? [];
    this.#decks.set(slot, deck);
    if (deck.length === 0) deck.push(...this.#chance.some(from, from.length));
    return deck.pop() as string;
  }

  #slot(slot: string): string {
    const chance = this.#chance;
    switch (slot) {
      case 'name':
        return this.#name;
      case 'nick':
        return nick(chance);
      case 'parent':
        return this.#parent || nick(chance);
      case 'author':
        return fullName(this.#tongue, chance);
      case 'initials':
        return this.#name.slice(0, 1).toUpperCase();
      case 'date':
        return this.#dates.date(this.#day);
      case 'time':
        return this.#dates.time(this.#day);
      case 'year':
        return String(this.#day.getUTCFullYear());
      case 'ago':
        return this.#ago();
      case 'i':
        return String(this.#number);
      case 'count':
        return String(this.#subject.count);
      case 'n':
        return String(chance.count(0, 60));
      case 'big':
        return chance.count(100, 90_000).toLocaleString(this.#locale);
      case 'id':
        return String(chance.number(100_000, 9_999_999));
      case 'title':
        return this.#subject.headline;
      case 'other':
        return this.#deal(slot, this.#subject.others);
      case 'lead':
        return this.#deal(slot, this.#subject.leads);
      case 'site':
        return this.#site;
      case 'domain':
        return `${nick(chance).toLowerCase()}.${chance.pick(['com', 'net', 'org', 'info'])}`;
      case 'brand':
        return brand(chance);
      case 'section':
        return this.#deal(slot, this.#tongue.sections);
      case 'topic':
        return this.#deal(slot, this.#tongue.topics);
      case 'pitch':
        return this.#deal(slot, this.#tongue.pitches);
      default:
        throw new Error(`no such slot: {${slot}}`);
    }
  }
}

/** Advertisers are written with capitals and in Latin letters. */
function brand(chance: Chance): string {
  const words = Array.from({ length: chance.number(1, 2) }, () =>
    nick(chance).replace(/[\d_.]/gu, ''),
  );
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
