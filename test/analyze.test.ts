import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION, analyze, readPage } from '../src/analyze.ts';
import { LABELS } from '../src/labels.ts';
import { rules } from '../src/rules/load.ts';
import type { Analysis, AnalyzeOptions } from '../src/schema/types.ts';
import { breaches } from './contract.ts';

const PARAGRAPHS = [
  'The old bridge over the Avon will close to traffic for nine weeks from Monday, the city council decided on Friday after a long debate about its rusting cables.',
  '“The bridge is safe, but it is tired,” said Mayor Laura Ortiz. “We would rather mend it now than mourn it later.”',
  'Drivers will have to take the ferry or the road through the hills, which adds about forty minutes to the way into town, according to the council.',
  'Martin Hale, the chief engineer, said that the cables had lost a fifth of their strength since the last inspection. He called the state of the anchors “worrying”.',
  'Shopkeepers on both banks fear for the summer. “Nobody will come for an ice cream by way of the hills,” Peter Marsh, who runs a kiosk at the pier, said.',
];
const STORY = ['Bridge over the Avon to close for nine weeks', ...PARAGRAPHS].join('\n\n');

const look = (text: string, options: AnalyzeOptions = {}): Analysis =>
  analyze(text, rules, options);

describe('an answer', () => {
  it('says what it is an answer to', () => {
    const answer = look(STORY);
    expect(answer).toMatchObject({
      language: 'en',
      offsetUnit: 'utf16',
      length: STORY.length,
      engine: ENGINE_VERSION,
      rulesVersion: rules.version,
    });
    expect('id' in answer).toBe(false);
    expect(Object.keys(answer).slice(-4)).toEqual(['segments', 'articles', 'quotes', 'speakers']);
  });

  it('hands the id back', () => {
    expect(look('', { id: 'wire-4711' }).id).toBe('wire-4711');
    expect(look('', { id: '' }).id).toBe('');
  });

  it('keeps the contract', () => {
    for (const text of [
      STORY,
      '',
      ' ',
      '\ufeff',
      `\ufeff${STORY}`,
      STORY.replaceAll('\n', '\r\n'),
      PARAGRAPHS.join('\u2028'),
    ])
      for (const offsetUnit of ['utf16', 'codepoint'] as const)
        for (const explain of [false, true])
          expect(breaches(text, look(text, { offsetUnit, explain, quotesIn: LABELS }))).toEqual([]);
  });

  it('uses the rules of a macrolanguage for the languages that belong to it', () => {
    const text =
      'Ordføreren vil stenge broen\n\nAv Kari Lund\n\nBroen over elva blir stengt fra mandag, og det vil vare i ni uker, sa kommunen fredag.\n\n' +
      '«Broen er ikke lenger trygg, og noe må gjøres etter nyttår», sa ordfører Ingrid Moen. Hun ville ikke si hva det vil koste byen, men mente at pengene finnes.\n';
    const { language, languageSupport, warnings, ...rest } = look(text, { language: 'no' });
    expect({ language, languageSupport, warnings }).toEqual({
      language: 'no',
      languageSupport: 'basic',
      warnings: [],
    });
    expect(rest.quotes?.length).toBeGreaterThan(0);
    for (const tag of ['nb', 'nn', 'nb-NO'])
      expect(look(text, { language: tag })).toEqual({
        language: tag,
        languageSupport,
        warnings,
        ...rest,
      });
    // Told by the words, a page's own tag does not count; where they tell nothing, it does.
    const page = (body: string): Analysis =>
      analyze(readPage(`<html lang="nb"><body><p>${body}</p></body></html>`, rules), rules);
    expect(page(text).language).toBe('no');
    expect(page('Moen, Lund, Dahl')).toMatchObject({ language: 'nb', languageSupport: 'basic' });
  });

  it('is the same again', () => {
    expect(JSON.stringify(look(STORY, { explain: true }))).toBe(
      JSON.stringify(look(STORY, { explain: true })),
    );
  });
});

describe('a text without words', () => {
  it('has no segment when it is empty', () => {
    expect(look('')).toMatchObject({
      length: 0,
      segments: [],
      articles: [],
      quotes: [],
      speakers: [],
    });
  });

  it.each([' ', '\n\n', '\t \u00a0', '\ufeff'])('has one segment of nothing: %j', (text) => {
    const { segments, articles, quotes, speakers } = look(text);
    expect(segments).toMatchObject([
      { start: 0, end: text.length, label: 'boilerplate', kind: 'other', article: null },
    ]);
    expect([articles, quotes, speakers]).toEqual([[], [], []]);
  });
});

describe('include', () => {
  it.each([
    [['segments']],
    [['articles']],
    [['quotes']],
    [['speakers']],
    [['segments', 'quotes']],
    [[]],
  ] as const)('%j', (include) => {
    const answer = look(STORY, { include });
    const whole = look(STORY);
    for (const part of ['segments', 'articles', 'quotes', 'speakers'] as const) {
      const wanted = (include as readonly string[]).includes(part);
      expect(part in answer).toBe(wanted);
      if (wanted) expect(answer[part]).toEqual(whole[part]);
    }
  });
});

describe('language', () => {
  it('is taken as given, region and all', () => {
    expect(look(STORY, { language: 'en-GB' }).language).toBe('en-GB');
    expect(look(STORY, { language: 'en-GB' }).quotes).toEqual(
      look(STORY, { language: 'en' }).quotes,
    );
    expect(look(STORY, { language: 'EN' }).quotes).toEqual(look(STORY, { language: 'en' }).quotes);
  });

  it('decides which rules count', () => {
    const text = `${STORY.split('\n')[0]}\n\nTodos los derechos reservados\n`;
    const idsOf = (options: AnalyzeOptions): readonly string[] =>
      (look(text, { ...options, explain: true }).segments ?? [])
        .flatMap(({ evidence = [] }) => evidence)
        .map(({ rule }) => rule);
    expect(idsOf({ language: 'es' })).toContain('es/notices/copyright');
    expect(idsOf({ language: 'en' })).not.toContain('es/notices/copyright');
    expect(idsOf({})).not.toContain('es/notices/copyright');
  });

  it.each(['fr', 'es', 'it', 'pt', 'nl', 'pl'])('%s is known by its small words', (language) => {
    const page = readFileSync(new URL(`fixtures/pages/${language}.txt`, import.meta.url), 'utf8');
    const { language: found, quotes = [] } = look(page, { include: ['quotes'] });
    expect(found).toBe(language);
    // Polish has no reporting expressions yet.
    if (language !== 'pl')
      expect(quotes.filter(({ speaker }) => speaker).length).toBeGreaterThan(3);
  });

  it('is undetermined where nothing tells', () => {
    expect(look('zzz qqq').language).toBe('und');
  });
});

describe('offsetUnit', () => {
  it('counts code points', () => {
    const text = `😀😀 ${STORY}`;
    const utf16 = look(text, { quotesIn: LABELS });
    const points = look(text, { quotesIn: LABELS, offsetUnit: 'codepoint' });
    expect(points.length).toBe(utf16.length - 2);
    expect(points.quotes?.length).toBe(utf16.quotes?.length);
    points.quotes?.forEach((quote, i) => {
      expect(quote.content[0]?.start).toBe((utf16.quotes?.[i]?.content[0]?.start ?? 0) - 2);
      expect(quote.content[0]?.text).toBe(utf16.quotes?.[i]?.content[0]?.text);
    });
  });
});

describe('quotesIn', () => {
  it('looks nowhere when told so', () => {
    expect(look(STORY, { quotesIn: [] })).toMatchObject({ quotes: [], speakers: [] });
  });

  it('looks in the labels asked for, and nowhere else', () => {
    for (const label of LABELS)
      for (const quote of look(STORY, { quotesIn: [label] }).quotes ?? [])
        expect(quote.label).toBe(label);
  });
});

describe('minConfidence', () => {
  it('leaves out quotes below it, and speakers without quotes', () => {
    const { quotes: all = [] } = look(STORY, { quotesIn: LABELS });
    for (const minConfidence of [0.5, 0.9, 1]) {
      const { quotes = [], speakers = [] } = look(STORY, { quotesIn: LABELS, minConfidence });
      expect(quotes.length).toBeLessThanOrEqual(all.length);
      for (const quote of quotes)
        expect(quote.confidence).toBeGreaterThanOrEqual(minConfidence - 0.0005);
      for (const speaker of speakers) expect(speaker.quotes.length).toBeGreaterThan(0);
    }
  });
});

const ADDED: readonly string[] = ['evidence', 'order', 'resolution', 'runnerUp'];

describe('explain', () => {
  it('gives evidence for every segment and quote, and only then', () => {
    const plain = look(STORY, { quotesIn: LABELS });
    const explained = look(STORY, { quotesIn: LABELS, explain: true });
    for (const thing of [...(plain.segments ?? []), ...(plain.quotes ?? [])])
      expect(thing).not.toHaveProperty('evidence');
    for (const thing of [...(explained.segments ?? []), ...(explained.quotes ?? [])]) {
      expect(Array.isArray(thing.evidence)).toBe(true);
      for (const { rule, weight } of thing.evidence ?? [])
        expect([typeof rule, Number.isFinite(weight)]).toEqual(['string', true]);
    }
  });

  it('shows the cue, the word list of the source, the order of the parts and the way to the name', () => {
    const text = 'Mayor Dana Reed spoke on Friday. “The bridge is safe,” she told CNN.';
    const [quote] = look(text, { quotesIn: LABELS, explain: true }).quotes ?? [];
    const told = quote?.evidence?.map(({ rule }) => rule) ?? [];
    expect(told).toContain('en/cues/tell');
    expect(told).toContain('en/words/pronoun');
    expect(quote?.evidence?.find(({ rule }) => rule === 'en/cues/tell')?.weight).toBeGreaterThan(0);
    expect(quote?.order).toBe('content-source-cue');
    expect(quote?.resolution?.map(({ mention, to, why }) => [mention.text, to.text, why])).toEqual([
      ['she', 'Dana Reed', 'pronoun'],
    ]);
  });

  it('shows every step to a name', () => {
    const text = 'Mayor Dana Reed came. Reed was late.\nThe bridge is safe, she said.';
    const [quote] = look(text, { quotesIn: LABELS, explain: true }).quotes ?? [];
    expect(quote?.resolution?.map(({ mention, to, why }) => [mention.text, to.text, why])).toEqual([
      ['she', 'Reed', 'pronoun'],
      ['Reed', 'Dana Reed', 'surname'],
    ]);
  });

  it('changes nothing else', () => {
    const strip = (answer: Analysis): unknown =>
      JSON.parse(
        JSON.stringify(answer, (key, value: unknown) => (ADDED.includes(key) ? undefined : value)),
      );
    expect(strip(look(STORY, { explain: true }))).toEqual(strip(look(STORY)));
  });
});

describe('the quotes of a story', () => {
  const { quotes = [], speakers = [] } = look(STORY, { quotesIn: LABELS });
  const nameOf = (id: string | null): string | null =>
    speakers.find((speaker) => speaker.id === id)?.name ?? null;

  it('are found, with who said them', () => {
    const direct = quotes.filter(({ type }) => type === 'direct');
    expect(
      direct.map((quote) => [
        quote.content.map(({ text }) => text),
        quote.source?.text,
        nameOf(quote.speaker),
      ]),
    ).toEqual(
      expect.arrayContaining([
        [
          [
            '“The bridge is safe, but it is tired,”',
            '“We would rather mend it now than mourn it later.”',
          ],
          'Mayor Laura Ortiz',
          'Laura Ortiz',
        ],
        [
          ['“Nobody will come for an ice cream by way of the hills,”'],
          'Peter Marsh',
          'Peter Marsh',
        ],
      ]),
    );
  });

  it('have whole sentences as context', () => {
    const bridge = quotes.find(({ content }) => content[0]?.text.startsWith('“The bridge'));
    expect(STORY.slice(bridge?.context.start, bridge?.context.end)).toBe(PARAGRAPHS[1]);
  });
});

describe('a page of HTML', () => {
  const paragraphs = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const page = `<html lang="en"><head><title>Bridge over the Avon to close | Avon Post</title></head><body>
    <header><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Weather</a></li></ul></nav></header>
    <article><h1>Bridge over the Avon to close for nine weeks</h1>${paragraphs}
    <aside class="related"><h3>More</h3><a href="/c">Ferry captains ask for a second boat this summer</a></aside></article>
    <section id="comments"><h2>Comments</h2><div class="comment"><b>ferryman</b><p>Mend it at last.</p></div></section>
    <footer>Avon Post, 1 Pier Road</footer></body></html>`;
  const read = (html: string, options: AnalyzeOptions = {}): Analysis =>
    analyze(readPage(html, rules), rules, options);
  const answer = read(page);
  const text = answer.text ?? '';
  const textOf = (label: string): string =>
    (answer.segments ?? [])
      .filter((segment) => segment.label === label)
      .map((segment) => segment.text)
      .join('');

  it('is answered over its text', () => {
    expect(breaches(text, answer)).toEqual([]);
    expect(text).toContain('Home\nWeather\nBridge over the Avon');
    expect(Object.keys(answer).slice(0, 9)).toEqual([
      'language',
      'languageSupport',
      'warnings',
      'input',
      'offsetUnit',
      'length',
      'engine',
      'rulesVersion',
      'text',
    ]);
  });

  it('has its story found', () => {
    const body = textOf('body');
    for (const paragraph of PARAGRAPHS) expect(body).toContain(paragraph);
    expect(body).not.toContain('Weather');
    expect(body).not.toContain('Mend it');
    expect(answer.articles?.[0]?.headline?.text).toBe(
      'Bridge over the Avon to close for nine weeks',
    );
    expect(answer.quotes?.length).toBeGreaterThan(1);
  });

  it('says so in its evidence where markup spoke', () => {
    const evidence = read(page, { explain: true }).segments?.flatMap(
      (segment) => segment.evidence ?? [],
    );
    expect(evidence?.some(({ rule }) => rule.startsWith('html/'))).toBe(true);
    expect(
      look(text, { explain: true })
        .segments?.flatMap((segment) => segment.evidence ?? [])
        .some(({ rule }) => rule.startsWith('html/')),
    ).toBe(false);
  });

  it('counts in code points as well', () => {
    const points = read(`<p>😀</p>${page}`, { offsetUnit: 'codepoint' });
    expect(breaches(points.text ?? '', points)).toEqual([]);
  });

  it('names its language where the words do not', () => {
    expect(read('<html lang="fr-CA"><p>Le pont est ferm\u00e9.').language).toBe('fr');
    expect(read('<html lang="not a tag"><p>Pont 7.').language).toBe('und');
    expect(read(page.replace('lang="en"', 'lang="de"')).language).toBe('en');
    expect(read('<html lang="fr"><p>Pont 7.', { language: 'it' }).language).toBe('it');
  });

  it.each(['', ' ', '<p>', '<p>&nbsp;</p>', '<script>x</script>'])(
    '%j has next to nothing',
    (html) => {
      const { segments, text: none = '' } = read(html);
      expect(none.trim()).toBe('');
      expect(segments).toHaveLength(none === '' ? 0 : 1);
    },
  );
});
