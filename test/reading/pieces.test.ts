import { expect, test } from 'vitest';
import { readText } from '../../src/reading/read.ts';

const copyOf = (...lines: readonly string[]): string => readText(lines.join('\n')).copy.text;

/** Enough to see that sentences are cut at every element. */
const CUT = [
  'The harbour bridge will stay shut until May, the',
  'city council',
  ', which owns it, said on Tuesday. Some nine thousand cars a day cross it.',
  'Shop owners on the quay say that they lose a third of their trade, and',
  'asked for help',
  'from the town before the summer season comes to its end.',
];

test('a quote goes on behind the link that names who says it', () => {
  const copy = copyOf(
    ...CUT,
    'A spokesman of the mayor, Paul Reed,',
    'called Marlow',
    '“a valued member of the team,” and said that she would stay in office.',
  );
  expect(copy).toContain('called Marlow “a valued member of the team,” and said');
});

test('a question goes on with who asks it', () => {
  const copy = copyOf(
    ...CUT,
    '"How long will the old bridge be shut for all of us?"',
    'some ask',
    '. "It is the only way to the harbour!" others exclaim.',
  );
  expect(copy).toContain('for all of us?" some ask. "It is the only');
});

test('but a paragraph that begins with a quote stays apart', () => {
  const copy = copyOf(
    ...CUT,
    'The town will answer in April.',
    '“We found cracks in two of the main beams,” said Ines Marlow.',
  );
  expect(copy).toContain('in April.\n“We found');
});

test('entries of a list that begin with the same small word are no pieces of a sentence', () => {
  const lines = [
    'The votes were counted on Tuesday night.',
    'list of 3 items',
    'list 1 of 3 What the harbour bridge will cost',
    'list 2 of 3 Who is to build the new lock?',
    'list 3 of 3 The ferryman who would not go home',
    'end of list',
    'The result is expected before the weekend.',
  ];
  expect(copyOf(...lines)).toBe(lines.join('\n'));
});

/** Enough to see that blocks are run together. */
const GLUED =
  'Harbour bridge to stay shutThe harbour bridge will stay shut until May.Shop owners lose a third of their trade.The old lock is narrow.';

test.each([
  ["It was built in 1911.'We owe it to the town'The council will", "'We owe it to the town'"],
  ['Nobody knows.‘We don’t owe it to the town’Council members', '‘We don’t owe it to the town’'],
  ["\n'We owe it to the town'Ines Marlow waits", "'We owe it to the town'"],
])('a title in single marks ends where the next block begins: %s', (text, title) => {
  expect(copyOf(GLUED + text).split('\n')).toContain(title);
});

test('a title in single marks may end a longer one', () => {
  const text = "They sang: The Night of 'The Harbour'Two of them came back.";
  expect(copyOf(GLUED + text)).toContain("'The Harbour'\n\nTwo of them");
});

test('capitals may begin right behind a quote', () => {
  const text = 'She asked, “Must we go now?”NO ROOM AT THE INN was free.';
  expect(copyOf(GLUED + text)).toContain('go now?”\n\nNO ROOM');
});

test('a nickname in marks is one word, though others are glued at such capitals', () => {
  const text =
    'Paul “HarbourCakes” Reed bakes.HarbourCakes they call him, and others bake cakes, like cakes, and sell cakes.';
  expect(copyOf(GLUED + text)).toContain('Paul “HarbourCakes” Reed bakes.\n\n');
});

test.each([
  "Nobody asked O'Brien or Dell'Arte about it.",
  "The crew's Anna said so in '99.",
  "Era 'Sera dell'Arte' a Roma.",
])('apostrophes divide nothing: %s', (text) => {
  expect(copyOf(`${GLUED}${text}`)).toContain(text);
});

test('highlights of Markdown are marks', () => {
  const copy = copyOf('# Tools', '', '- ==Flanges,== flared: “They hold,” he says.', '- a == b');
  expect(copy).toContain('Flanges, flared: “They hold,” he says.');
  expect(copy).toContain('a == b');
});
