import { describe, expect, it } from 'vitest';
import { bodyMeasure } from '../../tools/eval/body.ts';
import { seedMeasure } from '../../tools/eval/seeds.ts';
import { snippetMeasure } from '../../tools/eval/snippets.ts';
import { speakerMeasure } from '../../tools/eval/speakers.ts';
import { answerOf, quoteOf, segmentsOf, speakerOf, spanOf } from './answer.ts';

describe('body', () => {
  const text = 'Old mill sold\none two three four five six\nRead more news here today';
  const measure = (gold: string, parts: Parameters<typeof segmentsOf>[1]) =>
    bodyMeasure.figures([
      bodyMeasure.tally(
        { id: 'mill', text, gold_body: gold },
        answerOf({ segments: segmentsOf(text, parts) }),
      ),
    ]);

  it('compares runs of four words', () => {
    // Three runs of gold; the answer has these and six that reach into the last line.
    const figures = measure('one two three four five six', [
      ['body/headline', 'Old mill'],
      ['body/paragraph', 'one two'],
    ]);
    expect(figures).toMatchObject({ precision: 100 * (3 / 8), recall: 100 });
  });

  it('takes the better of two readings of headlines', () => {
    const parts = [
      ['body/headline', 'Old mill'],
      ['body/paragraph', 'one two'],
      ['boilerplate/related', 'Read more'],
    ] as const;
    expect(measure('one two three four five six', parts)).toMatchObject({
      f1: 100,
      reading: 'without headlines and captions',
    });
    expect(measure('Old mill sold one two three four five six', parts)).toMatchObject({
      f1: 100,
      reading: 'all of the body',
    });
  });

  it('counts what is lost of the part of gold that the text holds', () => {
    // Gold goes on where the text does not: the answer has all that it could have.
    const longer = 'one two three four five six seven eight nine ten eleven';
    const parts = [
      ['body/paragraph', 'Old mill'],
      ['boilerplate/related', 'Read more'],
    ] as const;
    const figures = measure(longer, parts);
    expect(figures).toMatchObject({ falseCuts: { documents: 0, of: 1 } });
    expect(figures).toMatchObject({ recall: 100 * (3 / 8) });
    const short = measure(longer, [
      ['body/paragraph', 'Old mill'],
      ['boilerplate/related', 'six'],
    ]);
    expect(short).toMatchObject({ falseCuts: { documents: 1, of: 1 } });
    expect(measure('nothing of this stands here', parts)).toMatchObject({
      falseCuts: { documents: 0, of: 1 },
    });
  });

  it('looks for cuts in all of the body, whichever reading counts', () => {
    const parts = [
      ['body/headline', 'Old mill'],
      ['body/paragraph', 'one two'],
      ['boilerplate/related', 'Read more'],
    ] as const;
    expect(measure('Old mill sold\none two three four five six', parts)).toMatchObject({
      falseCuts: { documents: 0 },
    });
  });

  it.each(['渡船停航了', 'フェリーは欠航', 'เรือข้ามฟาก'])('counts %s by characters', (gold) => {
    const page = `${gold}。\nmore`;
    const half = gold.slice(0, Math.ceil(gold.length / 2));
    const tally = (parts: Parameters<typeof segmentsOf>[1]) =>
      bodyMeasure.tally(
        { id: 'x', text: page, gold_body: gold },
        answerOf({ segments: segmentsOf(page, parts) }),
      );
    expect(
      bodyMeasure.figures([
        tally([
          ['body/paragraph', half],
          ['boilerplate/related', 'more'],
        ]),
      ]),
    ).toMatchObject({ f1: 100 });
    const cutShort = tally([
      ['body/paragraph', half],
      ['boilerplate/related', gold.slice(half.length)],
    ]);
    expect(cutShort.whole.recall).toBeLessThan(1);
    expect(cutShort.isCut).toBe(true);
  });

  it('gives nothing for no body, and everything where there is none', () => {
    const none = [['boilerplate/other', 'Old mill']] as const;
    expect(measure('one two three four', none)).toMatchObject({
      f1: 0,
      falseCuts: { documents: 1 },
    });
    expect(measure('', none)).toMatchObject({ f1: 100, falseCuts: { documents: 0 } });
  });
});

describe('snippets', () => {
  it('counts what is lost, what leaks, and leaves out what the page does not hold', () => {
    const text = 'The mill burned.\nMenu and search\nGreat piece!';
    const doc = {
      id: 'mill',
      text,
      with: ['The mill  burned', 'not on this page'],
      without: ['Menu and search'],
      comment_snippets: ['Great piece'],
    };
    const answer = answerOf({
      segments: segmentsOf(text, [
        ['body/paragraph', 'The mill'],
        ['comments/comment', 'Great piece'],
      ]),
    });
    expect(snippetMeasure.figures([snippetMeasure.tally(doc, answer)])).toEqual({
      documents: 1,
      precision: 50,
      recall: 100,
      f1: (200 * 1) / 3,
      commentLeak: 0,
      commentsLabelledComments: 100,
    });
  });
});

describe('speakers', () => {
  const text = '“We sail at dawn on Sunday,” he said. “We sail at noon,” Ms. Okoro said.';
  const doc = {
    id: 'sail',
    text,
    quotes: [
      {
        quote_spans: [spanOf(text, '“We sail at dawn on Sunday,”')],
        speaker: { name: 'Jonas Weber', accept: [] },
        mention: 'pronoun' as const,
      },
      {
        quote_spans: [spanOf(text, '“We sail at noon,”')],
        speaker: { name: 'Ada Okoro', accept: ['Okoro'] },
        mention: 'longer' as const,
      },
    ],
  };
  const answer = answerOf({
    quotes: [
      quoteOf(text, 'q1', { content: ['“We sail at dawn on Sunday,”'], speaker: 's1' }),
      quoteOf(text, 'q2', { content: ['“We sail at noon,”'], speaker: 's2' }),
    ],
    speakers: [speakerOf('s1', 'Peter Brandt'), speakerOf('s2', 'Ms. Okoro')],
  });

  it('compares names without titles', () => {
    expect(speakerMeasure.figures([speakerMeasure.tally(doc, answer)])).toEqual({
      documents: 1,
      quotes: 2,
      found: 100,
      canonicalSpeaker: 50,
      ofFound: 50,
      ofNamed: 50,
      ofFoundByMention: { pronoun: 0, longer: 100 },
    });
  });

  it('prefers no name to a wrong one', () => {
    const [first, second] = answer.quotes;
    const shy = { ...answer, quotes: [{ ...first, speaker: null }, second] } as typeof answer;
    expect(speakerMeasure.figures([speakerMeasure.tally(doc, shy)])).toMatchObject({
      canonicalSpeaker: 50,
      ofNamed: 100,
    });
  });
});

describe('seeds', () => {
  it('names every mistake', () => {
    const text = 'Mayor resigns\n“I am tired of it,” Rosa Klein said.\nThe “heroes” left.';
    const doc = {
      id: 'mayor',
      text,
      segments: [
        { start: 0, end: 13, label: 'body' as const, kind: 'headline' },
        { start: 14, end: text.length, label: 'body' as const, kind: 'paragraph' },
      ],
      articles: [{ start: 0, end: text.length }],
      quotes: [
        {
          content: [spanOf(text, '“I am tired of it,”')],
          source: spanOf(text, 'Rosa Klein'),
          speaker: 'Rosa Klein',
          accept: [],
          required: true,
        },
      ],
      notQuotes: [spanOf(text, '“heroes”')],
    };
    const answer = answerOf({
      segments: segmentsOf(text, [
        ['boilerplate/tag', 'Mayor resigns'],
        ['body/paragraph', '“I am'],
      ]),
      quotes: [
        quoteOf(text, 'q1', { content: ['“I am tired of it,”'], source: 'The', speaker: 's1' }),
        quoteOf(text, 'q2', { content: ['“heroes”'] }),
      ],
      speakers: [speakerOf('s1', 'Klein')],
    });
    const { faults } = seedMeasure.tally(doc, answer);
    expect(faults).toEqual({
      segmentsWrong: [
        'body/headline: Mayor resigns\n“I am tired of it,” Rosa Klein said.'.slice(0, 65),
      ],
      quotesMissed: [],
      sourceWrong: [text.slice(14, 64)],
      speakerWrong: [`${text.slice(14, 64)} -> Klein`],
      extraQuotes: [text.slice(text.indexOf('“heroes”')).slice(0, 50)],
      scareQuotesTaken: ['“heroes”'],
      articles: '0 of 1',
    });
    expect(seedMeasure.tally(doc, answerOf({})).faults.quotesMissed).toHaveLength(1);
  });
});
