/**
 * Made-up news pages of any length, as text and as HTML: furniture, a story with quotes of all sorts, adverts, comments.
 * @module
 */

const GIVEN = ['Ines', 'Teodor', 'Priya', 'Callum', 'Odile', 'Marek', 'Salome', 'Henrik', 'Amara'];
const FAMILY = ['Marlow', 'Brandt', 'Nand', 'Ferris', 'Sarrazin', 'Okafor', 'Lindqvist', 'Voss'];
const ROLES = ['Mayor', 'chief engineer', 'council leader', 'Dr.', 'harbour master', 'Prof.', ''];
const PLACES = ['Harrowgate Bay', 'Lindenau', 'Port Ellery', 'Upper Marsh', 'Saint-Vaury', 'Kelm'];
const THINGS = ['ferry terminal', 'flood barrier', 'night bus', 'old foundry', 'library roof'];
const ACTS = ['closed', 'been rebuilt', 'run out of money', 'opened again', 'lost its licence'];
const CLAIMS = [
  'nobody explained the delay to the people who live there',
  'the money was spent before the first stone was laid',
  'we would rather mend it now than mourn it later',
  'another winter like the last one would finish it off',
  'the figures do not add up, whichever way you read them',
  'there is no plan, and there never was one',
];
const VERBS = ['said', 'told reporters', 'insisted', 'wrote in a letter', 'warned', 'argued'];
const FURNITURE = [
  'Share this article',
  'Facebook',
  'Sign up for our newsletter',
  'Advertisement',
  'Read more: What the new timetable means for commuters',
  'Most read',
  'Contact us',
];

/** The share of paragraphs in which nobody speaks, as in news: some 13 quotes in 8,000 units (250 real pages had 12 in 7,500). */
export const AS_NEWS = 0.75;

/** A block of a page; `kind` says how it is marked up. */
interface Block {
  readonly kind: 'nav' | 'h1' | 'meta' | 'p' | 'aside' | 'comment' | 'footer';
  readonly text: string;
}

/** A page of the length asked for, the same for the same number. */
export class Page {
  readonly #blocks: Block[] = [];
  readonly #chance: () => number;
  readonly #quiet: number;

  /**
   * @param length UTF-16 units of the text, met to a paragraph
   * @param seed another number makes another page
   * @param quiet the share of paragraphs in which nobody says anything. Without it a page is denser than any real one: 52 quotes in
   * 8,000 units. With {@link AS_NEWS} it has as many as the news of the web.
   */
  constructor(length: number, seed = 1, quiet = 0) {
    this.#chance = numbers(seed);
    this.#quiet = quiet;
    this.#add('nav', 'Home | News | Local | Business | Weather | Sport');
    this.#add(
      'h1',
      `${this.#pick(PLACES)} asks why its ${this.#pick(THINGS)} has ${this.#pick(ACTS)}`,
    );
    this.#add('meta', `By ${this.#name()}`);
    this.#add('meta', `Published ${1 + this.#below(28)} May 2025, 10:${10 + this.#below(50)}`);
    let size = 0;
    // Four fifths of a page are its story; what follows are comments and the foot.
    for (let i = 0; size < length * 0.8; i++) {
      size += this.#add('p', this.#paragraph());
      if (i % 9 === 5) size += this.#add('aside', this.#pick(FURNITURE));
    }
    this.#add('aside', 'Share this article');
    if (length > 2000) this.#comments(length - size);
    this.#add('footer', `© 2025 ${this.#pick(PLACES)} Courier. All rights reserved.`);
  }

  get text(): string {
    return this.#blocks.map(({ text }) => text).join('\n\n');
  }

  get html(): string {
    const blocks = this.#blocks.map(({ kind, text }) => HTML[kind](escaped(text)));
    return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(this.#blocks[1]?.text ?? '')}</title></head>\n<body>\n<article>\n${blocks.join('\n')}\n</article>\n</body></html>\n`;
  }

  #comments(length: number): void {
    this.#add('aside', `Comments (${3 + this.#below(200)})`);
    for (let size = 0; size < length;) {
      size += this.#add('comment', `${this.#pick(FAMILY).toLowerCase()}${this.#below(99)}`);
      size += this.#add('comment', `${1 + this.#below(22)} hours ago`);
      size += this.#add(
        'comment',
        `I think ${this.#pick(CLAIMS)}. About time somebody looked at it!`,
      );
      size += this.#add('comment', `Reply  Report  ${this.#below(40)} likes`);
    }
  }

  #paragraph(): string {
    if (this.#quiet > 0 && this.#chance() < this.#quiet) return this.#told();
    const [name, thing, claim] = [this.#name(), this.#pick(THINGS), this.#pick(CLAIMS)];
    const surname = name.split(' ')[1] ?? name;
    const role = this.#pick(ROLES);
    const sayer = role === '' ? name : `${role} ${name}`;
    const verb = this.#pick(VERBS);
    return this.#pick([
      `“When it comes to the ${thing}, ${claim},” ${verb} ${sayer}, who has lived in ${this.#pick(PLACES)} for ${2 + this.#below(50)} years.`,
      `Work on the ${thing} in ${this.#pick(PLACES)} began in ${1970 + this.#below(50)} at a cost of $${1 + this.#below(9)}.4 million. According to the regional office, ${1 + this.#below(90)} of 96 sections have been finished so far.`,
      `${sayer} ${verb} that ${claim}. “If they need another year, they should say so,” ${surname} added on Tuesday. “People can plan around bad news.”`,
      `A spokesman for the ministry rejected the criticism of the ${thing} and said that the contractor had met every condition of the agreement signed in ${this.#pick(PLACES)}.`,
      `The council had been warned twice since ${2000 + this.#below(24)}, documents seen by this newspaper show, that the ${thing} might have ${this.#pick(ACTS)} without anybody noticing.`,
    ]);
  }

  /** Nobody speaks. */
  #told(): string {
    const [thing, place, year] = [
      this.#pick(THINGS),
      this.#pick(PLACES),
      1970 + this.#below(55),
    ] as const;
    return this.#pick([
      `The ${thing} in ${place} has ${this.#pick(ACTS)} twice since ${year}. A storm tore off part of its roof that autumn, and the water stood a metre high in the cellar until spring.`,
      `${this.#name()} and ${this.#name()} first met there in ${year}, when both worked nights at the ${thing}. They opened a workshop of their own three streets away and moved it to ${place} four years later.`,
      `Some ${2 + this.#below(40)} buses a day stop in front of the ${thing}, most of them on the way from ${place} to the coast. In winter the last one leaves at ten past seven.`,
      `Of the ${1 + this.#below(9)}.6 million that the rebuilding cost, two thirds came from the region and the rest from a fund for old industrial sites. Work took from March ${year} to the end of the following year.`,
      `On Saturday mornings a market fills the square behind the ${thing}. Fish comes from ${place}, apples from the orchards along the river, and the bread is sold out before nine.`,
    ]);
  }

  #add(kind: Block['kind'], text: string): number {
    this.#blocks.push({ kind, text });
    return text.length + 2;
  }

  #name(): string {
    return `${this.#pick(GIVEN)} ${this.#pick(FAMILY)}`;
  }

  #pick(list: readonly string[]): string {
    return list[this.#below(list.length)] ?? '';
  }

  #below(end: number): number {
    return Math.floor(this.#chance() * end);
  }
}

const HTML: Readonly<Record<Block['kind'], (text: string) => string>> = {
  nav: (text) =>
    `<nav class="main-nav"><ul>${text
      .split(' | ')
      .map((item) => `<li><a href="/${item}">${item}</a></li>`)
      .join('')}</ul></nav>`,
  h1: (text) => `<h1 class="headline">${text}</h1>`,
  meta: (text) => `<div class="meta"><span>${text}</span></div>`,
  p: (text) => `<p>${text}</p>`,
  aside: (text) => `<aside class="promo"><a href="/more">${text}</a></aside>`,
  comment: (text) => `<div class="comment"><p>${text}</p></div>`,
  footer: (text) => `<footer class="site-footer"><small>${text}</small></footer>`,
};

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
