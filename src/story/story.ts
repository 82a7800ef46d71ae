/**
 * What is told of a story beside its text: title, authors, dates, site and section. What its document says in fields comes first,
 * then its byline. Precise rather than complete: null wherever it is not sure.
 * @module
 */
import type { Fields } from '../html/fields.ts';
import { firstOf, type Told } from '../html/told.ts';
import { NO_BYLINE_WORDS, type BylineWords } from '../rules/bylines.ts';
import type { Article, Segment } from '../schema/types.ts';
import { fold } from '../text/fold.ts';
import { firstWhere } from '../text/search.ts';
import { isoDate } from '../text/iso-date.ts';
import type { Span } from '../text/spans.ts';
import { AuthorReader } from './authors.ts';
import { DateReader } from './dates.ts';

/** A story as segmentation finds it. */
export type FoundStory = Pick<Article, 'id' | 'start' | 'end' | 'headline'>;
type Author = Article['authors'][number];

/** What the stories of a text stand in. */
export interface StoryGround {
  readonly text: string;
  /** Primary subtag. */
  readonly language: string;
  readonly segments: readonly Segment[];
  /** What the document says of the story at an offset. */
  readonly toldAt: ReturnType<typeof toldBy>;
}

/** A byline stands above its headline, and not farther off (UTF-16). */
const ABOVE = 1500;
/** Longer lines are prose: what authors do, and where to write to them. */
const MOST_LINE = 240;

/** The stories with all that is told of them. Looks at lines of bylines only. */
export function tellStories(
  stories: readonly FoundStory[],
  ground: StoryGround,
  words: readonly BylineWords[],
): readonly Article[] {
  if (stories.length === 0) return [];
  const own = words.find(({ language }) => language === ground.language) ?? NO_BYLINE_WORDS;
  const teller = new Teller(ground, own);
  return stories.map((story, i) => {
    const before = stories[i - 1]?.end ?? 0;
    return teller.tell(story, stories.length === 1, {
      start: Math.max(before, story.start - ABOVE),
      end: story.end,
    });
  });
}

/**
 * What a document says of each of its stories: of the one story of a page, or of that with the title that the page has; in a document
 * of several items, by the item that a story stands in.
 * @param told by number of the item
 */
export function toldBy(
  told: readonly Told[],
  fields: Fields | null | undefined,
): (story: FoundStory, isOnly: boolean) => Told {
  if (fields) {
    return ({ start }) => {
      const at = firstWhere(fields.start.length, (i) => (fields.start[i] as number) > start) - 1;
      return told[fields.item[at] ?? 0] ?? {};
    };
  }
  const [page = {}] = told;
  return ({ headline }, isOnly) => {
    const hasTitle =
      headline && page.title && fold(page.title).includes(fold(headline.text.trim()));
    return isOnly || hasTitle ? page : { site: page.site };
  };
}

/** A language's words, folded and ready to read by. */
interface Readers {
  readonly dates: DateReader;
  readonly authors: AuthorReader;
  readonly published: readonly string[];
  readonly updated: readonly string[];
}

/** The same words always make the same readers; to make them anew took a fiftieth of the time of a short text. */
const memo = new WeakMap<BylineWords, Readers>();

function readersOf(words: BylineWords): Readers {
  const known = memo.get(words);
  if (known) return known;
  const made = {
    dates: new DateReader(words),
    authors: new AuthorReader(words),
    published: words.published.map(fold),
    updated: words.updated.map(fold),
  };
  memo.set(words, made);
  return made;
}

class Teller {
  readonly #ground: StoryGround;
  readonly #dates: DateReader;
  readonly #authors: AuthorReader;
  readonly #published: readonly string[];
  readonly #updated: readonly string[];

  constructor(ground: StoryGround, words: BylineWords) {
    this.#ground = ground;
    const { dates, authors, published, updated } = readersOf(words);
    this.#dates = dates;
    this.#authors = authors;
    this.#published = published;
    this.#updated = updated;
  }

  tell(story: FoundStory, isOnly: boolean, within: Span): Article {
    const lines = this.#bylines(within);
    const told = firstOf(this.#ground.toldAt(story, isOnly), this.#datesOf(lines));
    const headline = story.headline?.text.replace(/\s+/g, ' ').trim();
    const site = told.site ?? null;
    const title = told.title === undefined ? headline : withoutSite(told.title, site);
    return {
      ...story,
      title: title || null,
      authors: this.#authorsOf(told, lines),
      published: isoDate(told.published ?? ''),
      updated: isoDate(told.updated ?? ''),
      site,
      section: told.section ?? null,
    };
  }

  /** Lines of the byline segments that begin in a stretch of the text. */
  #bylines({ start, end }: Span): readonly Span[] {
    const { segments } = this.#ground;
    const found: Span[] = [];
    for (const segment of segments) {
      if (segment.start >= end) break;
      if (segment.start < start || segment.label !== 'boilerplate' || segment.kind !== 'byline')
        continue;
      for (const { 0: line, index } of segment.text.matchAll(/[^\r\n]+/g)) {
        const from = segment.start + index;
        if (line.length <= MOST_LINE) found.push({ start: from, end: from + line.length });
      }
    }
    return found;
  }

  #lineAt({ start, end }: Span): string {
    return this.#ground.text.slice(start, end);
  }

  /** The first of each sort. A date without a word in front is that of publication. */
  #datesOf(lines: readonly Span[]): Told {
    const found: { published?: string; updated?: string } = {};
    let above = '';
    for (const span of lines) {
      const line = this.#lineAt(span);
      let from = 0;
      for (const { start, end, date } of this.#dates.datesIn(line)) {
        const lead = from === 0 ? `${above} ${line.slice(0, start)}` : line.slice(from, start);
        const isUpdate = lastOf(lead, this.#updated) > lastOf(lead, this.#published);
        if (isUpdate) found.updated ??= date;
        else found.published ??= date;
        from = end;
      }
      // A word may stand on a line of its own above its date.
      above = from === 0 && line.length < 40 ? line : '';
    }
    return found;
  }

  #authorsOf({ authors, site }: Told, lines: readonly Span[]): readonly Author[] {
    const all = (authors ?? []).flatMap((value) => this.#authors.namesOf(value));
    const names = [...new Set(all)].filter((name) => name !== site);
    if (names.length > 0) return names.map((name) => ({ name, span: this.#spanOf(name, lines) }));
    for (const span of lines) {
      const found = this.#authors.authorsIn(this.#lineAt(span));
      if (found.length === 0) continue;
      return found.map(({ start, end }) => this.#author(span.start + start, span.start + end));
    }
    return [];
  }

  #author(start: number, end: number): Author {
    const text = this.#ground.text.slice(start, end);
    return { name: text.replace(/\s+/g, ' '), span: { start, end, text } };
  }

  /** Where a byline has a name, in whatever case. */
  #spanOf(name: string, lines: readonly Span[]): Author['span'] {
    const wanted = fold(name);
    for (const line of lines) {
      const at = fold(this.#lineAt(line)).indexOf(wanted);
      const start = line.start + at;
      if (at >= 0)
        return {
          start,
          end: start + name.length,
          text: this.#ground.text.slice(start, start + name.length),
        };
    }
    return null;
  }
}

/** One more than where the last of some words begins in a text; 0 where there is none. */
function lastOf(text: string, words: readonly string[]): number {
  const folded = fold(text);
  return words.reduce((last, word) => Math.max(last, lastWord(folded, word) + 1), 0);
}

/** The last place of a word, not inside of another (“updated” holds “date”), in scripts that set words apart. */
function lastWord(text: string, word: string): number {
  const isApart = (sign: string | undefined): boolean => sign === undefined || !LETTER.test(sign);
  let at = text.lastIndexOf(word);
  // Lines of bylines are short.
  while (at > 0 && SPACED.test(word) && !(isApart(text[at - 1]) && isApart(text[at + word.length])))
    at = text.lastIndexOf(word, at - 1);
  return at;
}

const LETTER = /\p{L}/u;
const SPACED = /\p{Ll}/u;

/** Pages hang their site on the title: “Bridge shut | The Courier”. */
function withoutSite(title: string, site: string | null): string {
  if (site === null || !fold(title).endsWith(fold(site))) return title;
  const rest = title.slice(0, -site.length);
  return /\s[|–—\-·•:]\s*$/.test(rest) ? rest.trimEnd().slice(0, -1).trimEnd() : title;
}
