import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromProgram } from '../../tools/eval/answers.ts';
import { caseMeasure } from '../../tools/eval/cases/measure.ts';
import type { CaseDocument } from '../../tools/eval/gold.ts';
import { score } from '../../tools/eval/kinds.ts';
import { answerOf, quoteOf, segmentsOf, speakerOf, type QuoteParts } from './answer.ts';

describe('a case of segments', () => {
  const text = 'Ferry halted\nThe  ferry will not sail.\nReply\nReply\nMost read';
  const doc: CaseDocument = {
    id: 'ferry',
    kind: 'replies',
    language: 'en',
    text,
    expect: [
      { line: 'Ferry halted', label: 'body', kind: 'headline' },
      { line: 'The ferry will', label: 'body', kind: 'paragraph' },
      { line: 'Reply', label: 'comments', kind: 'widget', also: ['boilerplate/widget'] },
      { line: 'Reply', label: 'comments', kind: 'widget' },
      { line: 'Most read', label: 'boilerplate', kind: 'related', debatable: true },
    ],
  };
  const tally = (parts: Parameters<typeof segmentsOf>[1]) =>
    caseMeasure.tally(doc, answerOf({ segments: segmentsOf(text, parts) }));

  it('is right if every line has one of its labels; kinds and debatable lines do not count', () => {
    const right = tally([
      ['body/paragraph', 'Ferry halted'],
      ['boilerplate/widget', 'Reply'],
      ['comments/comment', 'Reply\nMost'],
    ]);
    expect(right.mistakes).toEqual([]);
    expect(caseMeasure.figures([right])).toEqual({
      ...{ cases: 1, casesRight: 1, lines: 4, linesRight: 4 },
      ...{ storyLost: 0, storyLines: 2, foreignInStory: 0, foreignLines: 2, missing: 0 },
    });
  });

  it('counts story that is lost and what else is in the story', () => {
    const wrong = tally([
      ['boilerplate/tag', 'Ferry halted'],
      ['body/paragraph', 'The  ferry'],
    ]);
    expect(wrong.mistakes).toEqual([
      'ferry: body/headline got boilerplate/tag (1): Ferry halted',
      'ferry: comments/widget got body/paragraph (1): Reply',
      'ferry: comments/widget got body/paragraph (1): Reply',
    ]);
    expect(wrong.counts).toMatchObject({ storyLost: 1, foreignInStory: 2, linesRight: 1 });
    expect(caseMeasure.figures([wrong])).toMatchObject({ cases: 1, casesRight: 0 });
    expect(caseMeasure.worst([wrong], 3)[1]).toContain('replies');
  });

  it('wants its lines in their order, and says which are not in the text', () => {
    const swapped = { ...doc, expect: doc.expect.toReversed() } as CaseDocument;
    const { counts } = caseMeasure.tally(swapped, answerOf({}));
    expect(counts).toMatchObject({ missing: 4 });
  });
});

describe('a case of quotes', () => {
  const text =
    '“We sail at dawn,” said Ada Okoro. She called the “green” ferry a ruin. Brandt said he would stay.';
  const doc: CaseDocument = {
    id: 'sail',
    text,
    expect: [
      {
        content: ['“We sail at dawn,”'],
        source: 'Ada Okoro',
        speaker: 'Ada Okoro',
        accept: { speaker: [null] },
      },
      {
        content: ['he would stay'],
        acceptContent: ['would stay', ['he', 'would']],
        source: 'Brandt',
        speaker: 'Brandt',
      },
      { content: ['a ruin'], source: 'She', speaker: 'Ada Okoro', optional: true },
    ],
    not: ['“green”'],
  };
  const first = { content: ['“We sail at dawn,”'], source: 'Ada Okoro', speaker: 's1' };
  const second = { content: ['he would stay'], source: 'Brandt', speaker: 's2' };
  const speakers = [speakerOf('s1', 'Ada Okoro'), speakerOf('s2', 'Brandt')];
  const tally = (...quotes: readonly QuoteParts[]) => {
    const told = quotes.map((quote, i) => quoteOf(text, `q${i}`, quote));
    return caseMeasure.tally(doc, answerOf({ quotes: told, speakers }));
  };

  it('is right with and without what is optional', () => {
    const ruin = { content: ['a ruin'] };
    for (const right of [tally(first, second), tally(first, second, ruin)]) {
      expect(right.mistakes).toEqual([]);
      expect(right.counts).toMatchObject({ required: 2, found: 2, exact: 2, speakerRight: 2 });
    }
  });

  it('accepts other contents, sources and speakers that it lists', () => {
    const { content, source } = first;
    const { counts } = tally({ content, source }, { ...second, content: ['would stay'] });
    expect(counts).toMatchObject({ exact: 2, speakerRight: 2, wrongSpeaker: 0 });
  });

  it('counts a wrong name, and no name that should be there, apart', () => {
    const wrong = tally({ ...first, speaker: 's2' }, { content: second.content });
    expect(wrong.counts).toMatchObject({ wrongSpeaker: 1, speakerRight: 0, sourceRight: 1 });
    expect(wrong.mistakes).toEqual([
      'sail: SPEAKER want Ada Okoro got Brandt: “We sail at dawn,”',
      'sail: SOURCE want Brandt got null: he would stay',
      'sail: SPEAKER want Brandt got null: he would stay',
    ]);
  });

  it('counts what nobody said, but not a long quote that holds it', () => {
    const taken = tally(first, second, { content: ['“green”'] });
    expect(taken.counts).toMatchObject({ taken: 1 });
    expect(taken.mistakes).toEqual(['sail: TAKEN “green”']);
    const long = tally(first, second, { content: ['She called the “green” ferry a ruin'] });
    expect(long.counts).toMatchObject({ taken: 0 });
    expect(tally(second).mistakes).toEqual(['sail: MISSED “We sail at dawn,”']);
  });
});

describe('a file of cases', () => {
  const page: CaseDocument = {
    id: 'page',
    input: 'html',
    text: '<article><h1>Ferry halted</h1><p>The ferry will not sail before Monday, the harbour master said.</p></article>',
    expect: [{ line: 'Ferry halted', label: 'body' }],
  };
  const documented = Array.from(
    readFileSync('docs/measuring.md', 'utf8').matchAll(/^```json\n(.*?)^```/gms),
    ([, example]) => JSON.parse(example as string) as CaseDocument,
  );

  it('has pages, segments and quotes, as the documentation shows them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-cases-'));
    const path = join(folder, 'cases.jsonl');
    writeFileSync(path, [...documented, page].map((one) => JSON.stringify(one)).join('\n'));
    try {
      const answerer = fromProgram();
      const { figures } = await score('cases', path, answerer);
      expect(documented).toHaveLength(2);
      expect(figures).toMatchObject({ cases: 3, lines: 4, missing: 0, required: 1, found: 1 });
      expect(answerer.failures).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
