import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/load.ts';
import type { ChangeKind, Match, VerifiedQuote } from '../../src/verify/types.ts';
import { verify, type VerifyOptions } from '../../src/verify/verify.ts';

const TEXT = [
  'Ferry stays in port',
  'The ferry will not sail before Easter, the harbour office said on Monday.',
  '“We don’t have a crew, and we don’t have the fuel – not for a single crossing,” said Odile Sarrazin, who runs the office. “The mayor knew it in March. The council knew it in May. Nobody told the islanders.”',
  'Sarrazin’s deputy, Callum Ferris, said the boat was safe. “She will sail again,” he said. “She will sail again.”',
  'The café on the quay sells l’Écho and the “Pilot”.',
].join('\n\n');

function verified(quote: string, text = TEXT, options: VerifyOptions = {}): VerifiedQuote {
  return verify(text, [quote], rules, options).quotes[0] as VerifiedQuote;
}

const only = (quote: string, text = TEXT): Match => {
  const { matches } = verified(quote, text);
  expect(matches).toHaveLength(1);
  return matches[0] as Match;
};
const kindsIn = (quote: string, text = TEXT): readonly ChangeKind[] =>
  only(quote, text).changes.map(({ kind }) => kind);
const wordsOf = ({ differences }: Match): readonly (readonly (string | undefined)[])[] =>
  differences.map(({ quote, text }) => [quote?.text, text?.text]);

describe('verbatim', () => {
  test.each([
    'We don’t have a crew',
    '“We don’t have a crew, and we don’t have the fuel – not for a single crossing,”',
    '  crossing,” said Odile Sarrazin\n',
    'Ferry stays in port\n\nThe ferry',
    'crew',
    '“Pilot”.',
    'café',
  ])('%j', (quote) => {
    const match = only(quote);
    expect(match).toMatchObject({ status: 'verbatim', similarity: 1, text: quote.trim() });
    expect(match.changes).toEqual([]);
    expect(match.differences).toEqual([]);
    expect(TEXT.slice(match.start, match.end)).toBe(quote.trim());
  });

  test('all places are found, each with its own words', () => {
    const { status, matches, total } = verified('she will sail again');
    expect(total).toBe(2);
    expect(status).toBe('typographic');
    expect(matches.map(({ text }) => text)).toEqual(Array(2).fill('She will sail again'));
    expect(verified('She will sail again').matches.map(({ status: one }) => one)).toEqual([
      'verbatim',
      'verbatim',
    ]);
  });

  test('half a word is none', () => {
    expect(verified('cre').status).toBe('absent');
    expect(wordsOf(only('e don’t have'))).toEqual([['e', 'we']]);
  });

  test('brackets and dots that stand in the text are verbatim', () => {
    const text = 'He said: “It [the plan] was ... fine.”';
    expect(only('It [the plan] was ... fine', text).status).toBe('verbatim');
    expect(kindsIn('It [the plan] was … fine', text)).toEqual(['punctuation']);
  });
});

describe('only the typography', () => {
  test.each<[string, readonly ChangeKind[]]>([
    ["We don't have a crew", ['marks']],
    ['"We don’t have a crew', ['marks']],
    ['the fuel - not for', ['dashes']],
    ['the fuel -- not for', ['dashes']],
    ['the fuel–not for', ['spaces']],
    ['the fuel — not for', ['dashes']],
    ['Ferry stays in port The ferry', ['spaces']],
    ['the\u00a0mayor knew', ['case', 'spaces']],
    ['the mayor knew', ['case']],
    ['we don’t have a crew and', ['case', 'punctuation']],
    ['knew it in March; the', []],
    ['not for a single crossing.”', ['punctuation']],
    ['cafe\u0301 on the quay', ['characters']],
    ['ca\u00adfé', ['characters']],
    ['ｃａｆé', ['characters']],
    ["l'Écho and the 'Pilot'", ['marks', 'marks', 'marks']],
    ['sells l’Écho and the Pilot', ['marks']],
    ['[Sarrazin] knew it in March', ['brackets']],
    ['[t]he mayor knew', ['brackets']],
    ['The mayor [of the town] knew it', ['brackets']],
    ['Nobody [in town] the islanders', ['brackets']],
    ['Nobody told the islanders [it]', ['brackets']],
    ['… knew it in March …', ['ellipsis', 'ellipsis']],
  ])('%j: %j', (quote, kinds) => {
    if (kinds.length === 0) return expect(only(quote).status).toBe('altered');
    expect(only(quote)).toMatchObject({ status: 'typographic', differences: [], similarity: 1 });
    expect(kindsIn(quote)).toEqual(kinds);
  });

  test.each([
    ['said the … “She will sail again,”', ['ellipsis']],
    ['The mayor knew it . . . nobody told', ['ellipsis', 'case']],
    ['The mayor [...] The council knew it', ['ellipsis']],
  ])('words left out behind dots are no typography: %j', (quote, kinds) => {
    expect(only(quote)).toMatchObject({ status: 'shortened', differences: [], similarity: 1 });
    expect(kindsIn(quote)).toEqual(kinds);
  });

  test('each change tells what stands on both sides', () => {
    const quote = 'The mayor ... nobody';
    const { changes, text } = only(quote);
    expect(text).toBe('The mayor knew it in March. The council knew it in May. Nobody');
    expect(changes).toEqual([
      {
        kind: 'ellipsis',
        quote: { start: 10, end: 13, text: '...' },
        text: {
          start: TEXT.indexOf('knew it in March'),
          end: TEXT.indexOf('. Nobody'),
          text: 'knew it in March. The council knew it in May',
        },
      },
      { kind: 'case', quote: expect.anything(), text: expect.objectContaining({ text: 'Nobody' }) },
    ]);
  });

  test('an ellipsis takes the nearest beginning, and not just any distance', () => {
    expect(only('The … in May').text).toBe('The council knew it in May');
    const far = `The first word. ${'Then came another. '.repeat(30)}The last word.`;
    expect(verified('first … last', far).status).toBe('absent');
  });
});

describe('a denial left out', () => {
  const POOL =
    'Die Stadt schließt das Bad. „Aber ein Becken, das Wasser verliert, können wir nicht öffnen, und kein Kind darf hinein“, sagte Jana Holm.';

  test.each([
    ['Aber ein Becken […] können wir […] öffnen', ['nicht']],
    ['ein Becken, das Wasser verliert, können wir … öffnen', ['nicht']],
    ['können wir [sicher] öffnen', ['nicht']],
    ['können wir … darf hinein', ['nicht', 'kein']],
  ])('%j', (quote, denials) => {
    const match = only(quote, POOL);
    expect(match.status).toBe('altered');
    expect(wordsOf(match)).toEqual(denials.map((denial) => [undefined, denial]));
    expect(match.similarity).toBeLessThan(1);
    expect(match.differences.every(({ text }) => match.text.includes(text?.text ?? '-'))).toBe(
      true,
    );
  });

  test.each([
    ['können wir [keinesfalls] öffnen', 'typographic'],
    ['Aber ein Becken … können wir nicht öffnen', 'shortened'],
    ['„… können wir nicht öffnen“', 'typographic'],
  ])('but not %j', (quote, status) => {
    expect(only(quote, POOL).status).toBe(status);
  });

  test.each([
    ['en', 'We can’t open the old pool', 'We … open the old pool'],
    ['fr', 'Nous n’ouvrons plus la vieille piscine', 'Nous … plus la vieille piscine'],
    ['nb', 'Vi åpner ikke det gamle badet', 'Vi åpner … det gamle badet'],
    ['zh', '我们不能开放旧泳池', '我们…能开放旧泳池'],
    [
      'ko',
      '우리는 오래된 수영장을 열지 않습니다 라고 말했다',
      '우리는 오래된 수영장을 열지 … 라고 말했다',
    ],
  ])('in %s', (language, text, quote) => {
    expect(verified(quote, text, { language }).status).toBe('altered');
  });

  test('is one of its own language', () => {
    expect(verified('The pool is … deep', 'The pool is kein deep').status).toBe('shortened');
  });

  test('stays where several stand, and offsets count in the unit asked for', () => {
    const text = `🏊🏊 ${POOL}`;
    const { matches } = verified('können wir … öffnen', text, { offsetUnit: 'codepoint' });
    const span = matches[0]?.differences[0]?.text;
    expect([...text].slice(span?.start, span?.end).join('')).toBe('nicht');
  });
});

describe('altered', () => {
  test.each([
    [
      'We don’t have the crew, and we don’t have fuel',
      [
        ['the', 'a'],
        [undefined, 'the'],
      ],
    ],
    ['Nobody ever told the islanders', [['ever', undefined]]],
    ['nobody told us islanders', [['us', 'the']]],
    ['The Mayor knew it', [['Mayor', 'mayor']]],
    ['Everybody knew it in March. The council knew', [['Everybody', 'mayor']]],
    ['the council knew it in June', [['June', 'May']]],
  ])('%j', (quote, words) => {
    const match = only(quote);
    expect(match.status).toBe('altered');
    expect(wordsOf(match)).toEqual(words);
    expect(match.similarity).toBeGreaterThan(0.5);
  });

  test('what is only typography is told apart', () => {
    const match = only("We don't have any crew, and we don't have the fuel");
    expect(wordsOf(match)).toEqual([['any', 'a']]);
    expect(match.changes.map(({ kind }) => kind)).toEqual(['marks', 'marks']);
  });

  test('an altered quote may have an ellipsis', () => {
    const match = only('We do not have a crew … not for one single crossing');
    expect(match.status).toBe('altered');
    expect(match.changes.map(({ kind }) => kind)).toEqual(['ellipsis']);
    expect(wordsOf(match)).toEqual([
      ['do not', 'don’t'],
      [undefined, 'don’t'],
      ['one', 'a'],
    ]);
  });

  test('the passage is the nearest one', () => {
    expect(only('The council heard it in May').text).toBe('The council knew it in May');
  });
});

test.each([
  'There is no money for a new bridge this year',
  'the boat',
  'quay',
  'It was in the end the right thing to do',
  '',
  ' ',
  '…',
  '“”',
  '[…]',
  '!?',
  '\ud800',
])('%j', (quote) => {
  const expected = ['the boat', 'quay'].includes(quote) ? 'verbatim' : 'absent';
  expect(verified(quote).status).toBe(expected);
});

describe('who says it', () => {
  test('is the speaker of the quote in the text that the passage overlaps', () => {
    const [attribution, ...more] = only('The mayor knew it in March').attributions;
    expect(more).toEqual([]);
    expect(attribution).toMatchObject({
      quote: expect.stringMatching(/^q\d+$/),
      type: 'direct',
      name: 'Odile Sarrazin',
      cue: { text: 'said' },
    });
    const { source } = attribution!;
    expect(TEXT.slice(source!.start, source!.end)).toBe(source!.text);
  });

  test('is nobody for what nobody says', () => {
    const match = only('café on the quay');
    expect(match.attributions).toEqual([]);
    expect(match).toMatchObject({ label: expect.any(String), kind: expect.any(String) });
  });

  test('a passage over two quotes names both, the larger share first', () => {
    const match = only('We don’t have a crew … The mayor … said the boat was safe. “She will sail');
    expect(match.status).toBe('altered');
    expect(match.attributions.map(({ name }) => name).slice(0, 2)).toEqual([
      'Odile Sarrazin',
      'Callum Ferris',
    ]);
  });
});

test('offsets count in code points, in text and quote', () => {
  const emoji = TEXT.replace('Ferry stays', '😀 Ferry 😀 stays');
  const quote = '😀 “We do not have a crew';
  const answer = verify(emoji, [quote], rules, { offsetUnit: 'codepoint', id: 'a' });
  expect(answer).toMatchObject({ id: 'a', offsetUnit: 'codepoint', length: [...emoji].length });
  const match = answer.quotes[0]?.matches[0] as Match;
  const slice = (text: string, span: { start: number; end: number }): string =>
    [...text].slice(span.start, span.end).join('');
  expect(slice(emoji, match)).toBe(match.text);
  const [difference] = match.differences;
  expect(slice(quote, difference!.quote!)).toBe('do not');
  expect(slice(emoji, difference!.text!)).toBe('don’t');
  const { cue } = match.attributions[0]!;
  expect(slice(emoji, cue!)).toBe('said');
});
