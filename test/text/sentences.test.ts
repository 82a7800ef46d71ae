import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences, type SentenceHelp } from '../../src/text/sentences.ts';
import type { Span } from '../../src/text/spans.ts';

const ABBREVIATIONS = ['Mr', 'Gen', 'Inc', 'St', 'vs', 'etc', 'No'];

/** Stretches between curly marks are atoms; a question in marks goes on before a small letter. */
function helpFor(text: string, goesOn = false): SentenceHelp {
  const atoms = [...text.matchAll(/“[^”]*”/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  return {
    atoms,
    isAbbreviation: (end) =>
      ABBREVIATIONS.some((word) => new RegExp(`\\b${word}$`).test(text.slice(0, end))),
    goesOnAfter: () => goesOn,
  };
}

function shown(
  text: string,
  goesOn = false,
  span: Span = { start: 0, end: text.length },
): readonly string[] {
  return splitSentences(text, span, helpFor(text, goesOn)).map((s) => text.slice(s.start, s.end));
}

describe('splitSentences', () => {
  it.each<[string, string, string[]]>([
    ['at full stops', 'It rained. The river rose.', ['It rained.', 'The river rose.']],
    ['at question and exclamation marks', 'Why? Stop! Go.', ['Why?', 'Stop!', 'Go.']],
    [
      'not after abbreviations',
      'Mr. Reed met Gen. Hale of Avon Inc. yesterday. He left.',
      ['Mr. Reed met Gen. Hale of Avon Inc. yesterday.', 'He left.'],
    ],
    [
      'not after initials',
      'J. K. Hale spoke. H. Reed did not.',
      ['J. K. Hale spoke.', 'H. Reed did not.'],
    ],
    [
      'not within numbers and addresses',
      'It cost 3.5 million at example.org today. Fine.',
      ['It cost 3.5 million at example.org today.', 'Fine.'],
    ],
    [
      'not before a small letter',
      'The firm, open in the U.S. and abroad, closed.',
      ['The firm, open in the U.S. and abroad, closed.'],
    ],
    [
      'after a number',
      'He was born in 1990. She was not.',
      ['He was born in 1990.', 'She was not.'],
    ],
    [
      'not at an ellipsis that goes on',
      'He waited … and left. Well... maybe so.',
      ['He waited … and left.', 'Well... maybe so.'],
    ],
    ['at an ellipsis before a capital', 'He waited… She left.', ['He waited…', 'She left.']],
    ['after clusters of marks', 'Really?! Yes.) No.', ['Really?!', 'Yes.)', 'No.']],
    ['with a closing mark', 'It ended.” Then rain.', ['It ended.”', 'Then rain.']],
    [
      'at ideographic stops without blanks',
      '雨が降った。川が増水した！',
      ['雨が降った。', '川が増水した！'],
    ],
    [
      'at the question mark and stop of Arabic and Urdu',
      'متى حدث ذلك؟ لا أحد يعرف۔ انتهى.',
      ['متى حدث ذلك؟', 'لا أحد يعرف۔', 'انتهى.'],
    ],
    [
      'not before a small letter of any script',
      'В 2020 г. мост закрыли. Зря.',
      ['В 2020 г. мост закрыли.', 'Зря.'],
    ],
    [
      'with the closing mark of their script',
      '「雨だ。」と言った。（終わり。）',
      ['「雨だ。」', 'と言った。', '（終わり。）'],
    ],
    ['before a digit', 'It rained. 12 roads closed.', ['It rained.', '12 roads closed.']],
    ['before scripts without case', 'It rained. 雨。', ['It rained.', '雨。']],
    ['nothing in nothing', '', []],
    ['nothing in blanks', ' \t ', []],
    ['one without an end', 'No end here', ['No end here']],
    ['signs alone', '...!', ['...!']],
  ])('cuts %s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('does not cut inside marks', () => {
    expect(shown('“It rained. It poured,” she said. He left.')).toEqual([
      '“It rained. It poured,” she said.',
      'He left.',
    ]);
  });

  it('cuts after marks that end a sentence', () => {
    expect(shown('“It rained. It poured.” Reed left.')).toEqual([
      '“It rained. It poured.”',
      'Reed left.',
    ]);
    expect(shown('“It rained.” she said.')).toEqual(['“It rained.” she said.']);
  });

  it('goes on after a question in marks where it is told so', () => {
    expect(shown('“Why?” Reed asked. He left.', true)).toEqual(['“Why?” Reed asked.', 'He left.']);
    expect(shown('“Why?” Reed asked. He left.', false)).toEqual([
      '“Why?”',
      'Reed asked.',
      'He left.',
    ]);
  });

  it('does not cut into a stretch in marks that begins right behind a full stop', () => {
    const text = 'It rained.” Then” rain.';
    const help = { ...helpFor(text), atoms: [{ start: 10, end: 17 }] };
    const cuts = splitSentences(text, { start: 0, end: text.length }, help).map(
      ({ start }) => start,
    );
    expect(cuts.filter((at) => at > 10 && at < 17)).toEqual([]);
  });

  it('stays within the paragraph', () => {
    const text = 'Out. In one. In two. Out.';
    expect(shown(text, false, { start: 5, end: 20 })).toEqual(['In one.', 'In two.']);
  });

  it('leaves out nothing but white space, for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '. ',
        '! ',
        '?',
        '…',
        '“',
        '”',
        ' ',
        'Mr. ',
        'J. ',
        'Rain',
        'fell',
        '。',
        ')',
        '12',
        '\u00a0',
        '\u2028',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, goesOn) => {
        const text = pieces.join('').replace(/^[\s\u0085\u200b\ufeff]+/, '');
        const sentences = splitSentences(
          text,
          { start: 0, end: text.length },
          helpFor(text, goesOn),
        );
        let at = 0;
        const blank = /^[\s\u0085\u200b\ufeff]*$/;
        for (const { start, end } of sentences) {
          expect(text.slice(at, start)).toMatch(blank);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, start + 1)).not.toMatch(blank);
          expect(text.slice(end - 1, end)).not.toMatch(blank);
          at = end;
        }
        expect(text.slice(at)).toMatch(blank);
      }),
    );
  });
});
