/**
 * The texts and pages whose whole answers `golden.json` remembers. Each is asked about in several ways, because options
 * reach code that the defaults leave alone.
 * @module
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { LABELS } from '../../src/labels.ts';
import type { AnalyzeOptions } from '../../src/schema/types.ts';
import { Page } from '../../tools/bench/pages.ts';
import { FAMILIES, makeText } from '../../tools/bench/texts.ts';
import { LONG, longText } from '../fuzz/grammar.ts';
import { readStyle, stylePaths } from '../quotes/cases.ts';
import { FIXTURES, STORIES } from '../stories.ts';

/** One request: a text, or a page of HTML. */
export interface GoldenCase {
  /** Cases of a group share a hash. */
  readonly group: string;
  /** Unique within the group. */
  readonly name: string;
  readonly input: string;
  readonly html?: boolean;
  readonly options: AnalyzeOptions;
}

/** A case that the ways of asking are still to be applied to. */
type Asked = Omit<GoldenCase, 'options'> & { readonly options?: AnalyzeOptions };

/** The ways of asking, by name. */
type Ways = Readonly<Record<string, AnalyzeOptions>>;

const ROOT = join(import.meta.dirname, '../..');

const PLAIN: Ways = { plain: {} };
const EXPLAINED: Ways = { explained: { explain: true } };
const EVERYWHERE: Ways = {
  everywhere: { quotesIn: LABELS, offsetUnit: 'codepoint', explain: true },
};
const IN_PARTS: Ways = {
  'in parts': { id: 'a', include: ['articles', 'speakers'], minConfidence: 0.5 },
};
const LANGUAGE_GIVEN: Ways = {
  'as German': { language: 'de-AT', quotesIn: LABELS, explain: true },
  'as Dutch': { language: 'nl', quotesIn: LABELS },
  'as no known language': { language: 'xx', explain: true },
};
const ALL_WAYS: Ways = {
  ...PLAIN,
  ...EXPLAINED,
  ...EVERYWHERE,
  ...IN_PARTS,
  ...LANGUAGE_GIVEN,
};

const inWays = (cases: readonly Asked[], ways: Ways): readonly GoldenCase[] =>
  cases.flatMap((one) =>
    Object.entries(ways).map(([way, options]) => ({
      ...one,
      name: `${one.name}, ${way}`,
      options: { ...one.options, ...options },
    })),
  );

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const filesOf = (group: string, pattern: string): readonly Asked[] =>
  globSync(pattern, { cwd: ROOT })
    .sort()
    .map((path) => ({
      group,
      name: basename(path),
      input: read(path),
      html: extname(path) === '.html',
    }));

/** Pages of publishers, with and without the address that brings their rules in. */
const publishers = (): readonly GoldenCase[] =>
  filesOf('publishers', 'test/fixtures/publishers/*.{txt,html}').flatMap((page) => {
    const url = `https://www.${basename(page.name, extname(page.name))}/a/b`;
    const known = { ...page, name: `${page.name} with its address`, options: { url } };
    return inWays([page, known], { ...PLAIN, ...EXPLAINED, ...EVERYWHERE });
  });

/** The styles of quotation, a group a file. */
const styles = (): readonly GoldenCase[] =>
  stylePaths().flatMap((path) => {
    const { language = 'en', cases } = readStyle(path);
    const asked = cases.map(({ name, text }, i) => ({
      group: `quotes/${basename(path, '.json')}`,
      name: `${i + 1} ${name}`,
      input: text,
    }));
    return inWays(asked, {
      ...PLAIN,
      'language given': { language, quotesIn: LABELS, explain: true },
    });
  });

/** Generated pages, as text and as HTML. */
const madeUpPages = (): readonly GoldenCase[] =>
  [900, 3000, 9000].flatMap((length) =>
    [1, 2, 3].flatMap((seed) => {
      const page = new Page(length, seed);
      const name = `${length} units, number ${seed}`;
      return inWays(
        [
          { group: 'generated/pages', name, input: page.text },
          { group: 'generated/html', name, input: page.html, html: true },
        ],
        { ...PLAIN, ...EVERYWHERE },
      );
    }),
  );

/** Texts of one thing again and again: plain ones, and those meant to hurt. */
const madeUpTexts = (): readonly GoldenCase[] => [
  ...inWays(
    FAMILIES.map((family) => ({
      group: 'generated/texts',
      name: family.name,
      input: makeText(family, 3000),
      ...(family.language === undefined ? {} : { options: { language: family.language } }),
    })),
    { ...PLAIN, ...EVERYWHERE },
  ),
  ...inWays(
    LONG.map((long) => ({ group: 'generated/long', name: long[0], input: longText(1500, long) })),
    EVERYWHERE,
  ),
];

/** How the same story may arrive: other line breaks, an empty text, halves of pairs, marks typed by machine, bare markup. */
const shapes = (): readonly GoldenCase[] => {
  const inTags = (text: string): string =>
    text
      .split('\n\n')
      .map((block, i) => (i === 0 ? `<h1>${block}</h1>` : `<p>${block}</p>`))
      .join('');
  const changes: Readonly<Record<string, (text: string) => string>> = {
    'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
    'on one line': (text) => text.replaceAll(/\n+/g, ' '),
    'with straight marks': (text) => text.replaceAll(/[“”]/g, '"').replaceAll('’', "'"),
    'with halves of pairs': (text) => text.replaceAll('. ', '. \ud83d\ude00 \udc00'),
    'without its marks': (text) => text.replaceAll(/[“”]/g, ''),
  };
  const changed = STORIES.flatMap(([story, text]) =>
    Object.entries(changes).map(([name, change]) => ({
      group: 'shapes',
      name: `${story} ${name}`,
      input: change(text),
    })),
  );
  const marked = FIXTURES.map(([name, text]) => ({
    group: 'shapes',
    name: `${name} in tags`,
    input: `<html lang="en"><body>${inTags(text)}</body></html>`,
    html: true,
  }));
  const bare = Object.entries({
    nothing: '',
    'a blank line': ' \n',
    'one mark': '“',
    'half a pair': '\ud800',
  }).map(([name, input]) => ({ group: 'shapes', name, input }));
  return inWays([...changed, ...marked, ...bare], { ...PLAIN, ...EVERYWHERE });
};

/** Where the answer to a case is written: a relative path, without the extension. */
export const pathOf = ({ group, name }: GoldenCase): string =>
  `${group}/${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')}`;

/** All cases, in an order that does not change. */
export const goldenCases = (): readonly GoldenCase[] => [
  ...inWays(filesOf('pages', 'test/fixtures/pages/*.txt'), {
    ...PLAIN,
    ...EVERYWHERE,
    ...IN_PARTS,
  }),
  ...publishers(),
  ...styles(),
  ...inWays(filesOf('samples', 'src/page/samples/*.txt'), ALL_WAYS),
  ...inWays(
    FIXTURES.map(([name, input]) => ({ group: 'stories', name, input })),
    ALL_WAYS,
  ),
  ...madeUpPages(),
  ...madeUpTexts(),
  ...shapes(),
];
