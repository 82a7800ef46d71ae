/**
 * The same pages as different tools print them: how much of the answer to one tool's text is left in the answers to the others'.
 *
 * A folder holds a file for each tool with the same documents, as those of the kind `body`. Quotes are compared with those
 * found in the reference, so nobody has to label them: a print must not make quotes appear or disappear.
 * @module
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Answer } from './answer.ts';
import type { Answerer } from './answers.ts';
import { storyOf } from './body.ts';
import { likeness, lowerWords, type Words } from './cases/words.ts';
import { readGold, type BodyDocument } from './gold.ts';
import { agreement, shinglesIn, type Agreement } from './shingles.ts';
import { halfOf, type Half } from './split.ts';
import { mean, percent, sum } from './statistics.ts';

export const REFERENCE = 'chromium-innerText';

export interface DumpReport {
  /** By tool, in percent but for the number of pages. */
  readonly figures: Readonly<Record<string, DumpFigures>>;
  /** Quotes that were lost, of documents in the reading half. */
  readonly mistakes: readonly string[];
}

export interface DumpFigures {
  readonly pages: number;
  /** Words of the story against gold, in shingles of four. */
  readonly bodyF1: number;
  /** The reference's quotes with marks that are found here too. */
  readonly quotesFound: number;
  /** Those of them that have the same speaker. */
  readonly sameSpeaker: number;
  /** Quotes with marks for each hundred of the reference's. */
  readonly quotesPerHundred: number;
}

/**
 * Measures all dumps of a folder against one of them, `reference`, which is named without `.jsonl`.
 * @param half score the documents of this half alone
 */
export async function scoreDumps(
  folder: string,
  answerer: Answerer,
  reference = REFERENCE,
  half?: Half,
): Promise<DumpReport> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  if (!files.includes(`${reference}.jsonl`)) throw new Error(`no ${reference}.jsonl in ${folder}`);
  const read = (file: string): Promise<readonly Page[]> =>
    readPages(join(folder, file), answerer, half);
  const expected = new Map((await read(`${reference}.jsonl`)).map((page) => [page.id, page]));
  const figures: Record<string, DumpFigures> = {};
  const mistakes: string[] = [];
  for (const file of files.toSorted()) {
    const tool = basename(file, '.jsonl');
    const pages = await read(file);
    const found = pages.map((page) => compareQuotes(page, expected.get(page.id)));
    figures[tool] = figuresOf(pages, found);
    mistakes.push(...found.flatMap(({ lost }) => lost.map((line) => `LOST ${tool} ${line}`)));
  }
  return { figures, mistakes };
}

interface Page {
  readonly id: string;
  readonly isHidden: boolean;
  readonly story: Agreement;
  /** Quotes with marks. */
  readonly quotes: readonly MarkedQuote[];
}

interface MarkedQuote {
  readonly content: Words;
  /** The speaker's name in words; null if nobody is named. */
  readonly name: string | null;
  readonly start: string;
}

async function readPages(
  path: string,
  answerer: Answerer,
  half: Half | undefined,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const doc of readGold<BodyDocument>(path)) {
    if (half && halfOf(doc) !== half) continue;
    const { text, ...answer } = await answerer.answer(doc);
    pages.push({
      id: doc.id,
      isHidden: halfOf(doc) === 'checking',
      story: agreement(
        shinglesIn(bareWords(doc.gold_body ?? '')),
        shinglesIn(bareWords(storyOf(text, answer.segments))),
      ),
      quotes: markedQuotes(text, answer),
    });
  }
  return pages;
}

function markedQuotes(text: string, { quotes, speakers }: Answer): readonly MarkedQuote[] {
  const names = new Map(speakers.map(({ id, name }) => [id, bareWords(name).join(' ')]));
  return quotes
    .filter(({ type }) => type !== 'indirect')
    .map(({ content, speaker }) => {
      const passages = content.map(({ start, end }) => text.slice(start, end));
      return {
        content: bareWords(passages.join(' ')),
        name: (speaker && names.get(speaker)) || null,
        start: passages[0]?.slice(0, 100) ?? '',
      };
    })
    .filter(({ content }) => content.length > 0);
}

/** Lower-case words without what text browsers and Markdown add: numbers of links, addresses, markup. */
function bareWords(text: string): Words {
  return lowerWords(
    text
      .replaceAll(/\[\d+\]/g, ' ')
      .replaceAll(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?: {1,4}"[^"\n]{0,300}")?\)/g, '] ')
      .replaceAll(/https?:\/\/\S+/g, ' ')
      .replaceAll(/[\\_*[\]#>`]/g, ' '),
  );
}

interface Comparison {
  readonly wanted: number;
  readonly found: number;
  readonly same: number;
  readonly lost: readonly string[];
}

/** Contents with so many words in common are one quote. */
const LEAST_LIKE = 0.8;

/** Compares every quote with every quote of the same page in the reference. */
function compareQuotes(page: Page, reference: Page | undefined): Comparison {
  const pairs = (reference?.quotes ?? []).map((wanted) => ({
    wanted,
    here: page.quotes.find(({ content }) => likeness(wanted.content, content) >= LEAST_LIKE),
  }));
  const found = pairs.filter(({ here }) => here);
  const lost = page.isHidden ? [] : pairs.filter(({ here }) => !here);
  return {
    wanted: pairs.length,
    found: found.length,
    same: found.filter(({ wanted, here }) => here?.name === wanted.name).length,
    lost: lost.map(({ wanted }) => `${page.id}: ${wanted.start.replaceAll('\n', ' ')}`),
  };
}

function figuresOf(pages: readonly Page[], compared: readonly Comparison[]): DumpFigures {
  const precision = mean(pages.map(({ story }) => story.precision));
  const recall = mean(pages.map(({ story }) => story.recall));
  const total = (of: 'wanted' | 'found' | 'same'): number => sum(compared.map((one) => one[of]));
  return {
    pages: pages.length,
    bodyF1: percent(2 * precision * recall, precision + recall),
    quotesFound: percent(total('found'), total('wanted')),
    sameSpeaker: percent(total('same'), total('found')),
    quotesPerHundred: percent(sum(pages.map(({ quotes }) => quotes.length)), total('wanted')),
  };
}
