import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/rules/load.ts';
import { findPhrases } from '../../../src/rules/match/trie.ts';
import { segmentDocument } from '../../../src/segments/segment.ts';
import { readDocument } from '../../../src/text/document.ts';

/** The label of each line, in order. */
function labelsOf(lines: readonly string[], gap = '\n'): readonly string[] {
  const text = lines.join(gap);
  const doc = readDocument(text, rules.vocabulary);
  const { segments } = segmentDocument(doc, rules, findPhrases(rules.trie, doc.words), {
    explain: false,
  });
  let at = 0;
  return lines.map((line) => {
    const middle = at + line.length / 2;
    at += line.length + gap.length;
    return segments.find(({ start, end }) => start <= middle && middle < end)?.label ?? 'none';
  });
}

const SAID = [
  'Thank you for having us. I think that people here deserve a straight answer about the ferry.',
  'We have waited nine years for that pier, and it is still a heap of stones.',
  'Who is going to pay for it? The numbers that I have seen do not add up.',
  'I never said that, and you know it.',
  'Let me finish, please. When I ran the port we cut the budget by a fifth.',
  'That is a fair question, and I am glad that you asked it.',
];
const TITLE = 'The pier debate in full';
const LEAD = 'Ada Okoro and Leo Brandt met in the town hall on Monday, and Mia Lund moderated.';

type Make = (speaker: string, said: string, i: number) => readonly string[];

/** 24 turns of three speakers. */
const turns = (make: Make, names: readonly string[]): readonly string[] =>
  Array.from({ length: 24 }, (_, i) =>
    make(names[i % names.length] as string, SAID[(i * 5) % SAID.length] as string, i),
  ).flat();

const READERS = ['kate88', 'Bob in Avon', 'old_sailor', 'riverman'];
const COMMENTS = [
  '4 Comments',
  ...READERS.flatMap((name, i) => [
    `${name} says:`,
    `October ${13 + i}, 2015 at ${i + 1}:15 pm`,
    ['great debate!', 'Who paid for all this?', 'I was there, and it was different.', 'lol'][
      i
    ] as string,
    'Reply',
  ]),
  'Leave a Reply',
];

const clock = (i: number): string =>
  `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '12' : '48'}`;
const SURNAMES = ['LUND', 'OKORO', 'BRANDT'];
const FULL = ['Mia Lund', 'Ada Okoro', 'Leo Brandt'];

const MAKES: readonly (readonly [string, Make, readonly string[]])[] = [
  ['surnames in capitals', (name, said) => [`${name}: ${said}`], SURNAMES],
  [
    'notes between turns',
    (name, said, i) => [`${name}: ${said}`, ...(i % 5 === 3 ? ['(APPLAUSE)'] : [])],
    SURNAMES,
  ],
  ['titles', (name, said) => [`MR. ${name}: ${said}`], SURNAMES],
  ['names on lines of their own', (name, said) => [name, said], FULL],
  ['time codes behind names', (name, said, i) => [`${name} ${clock(i)}`, said], FULL],
  ['time codes in front', (name, said, i) => [`[00:${clock(i)}] ${name}: ${said}`], SURNAMES],
  ['questions and answers', (name, said) => [`${name} ${said}`], ['Q.', 'A.']],
  ['host and guest', (name, said) => [`${name}: ${said}`], ['HOST', 'GUEST']],
  ['German labels', (name, said) => [`${name}: ${said}`], ['Frage', 'Antwort']],
];

describe('transcripts', () => {
  it.each(MAKES)('are the story: %s', (_, make, names) => {
    const said = turns(make, names);
    for (const gap of ['\n', '\n\n']) {
      const labels = labelsOf([TITLE, LEAD, ...said, ...COMMENTS], gap);
      expect(labels.slice(2, 2 + said.length).filter((label) => label !== 'body')).toEqual([]);
      const readers = labels.slice(2 + said.length);
      expect(readers.filter((label) => label === 'body')).toEqual([]);
    }
  });
});

describe('threads', () => {
  const STORY = [TITLE, LEAD, ...SAID.slice(1, 5).map((said) => `${said} ${LEAD}`)];

  it('stay threads where few readers answer each other again and again', () => {
    const thread = turns(
      (name, said, i) => [
        `${name} says:`,
        `October ${i + 1}, 2015 at 3:${i + 10} pm`,
        said,
        'Reply',
      ],
      ['kate88', 'riverman'],
    );
    const labels = labelsOf([...STORY, '24 Comments', ...thread, 'Leave a Reply']);
    const readers = labels.slice(STORY.length);
    expect(readers.filter((label) => label !== 'comments')).toEqual([]);
  });

  it('stay threads where a name stands above each comment, and buttons below', () => {
    const thread = turns((name, said) => [name, said, 'Like · Reply · Share'], READERS.slice(0, 3));
    const labels = labelsOf([...STORY, 'Comments', ...thread, 'Leave a comment']);
    const readers = labels.slice(STORY.length);
    expect(readers.filter((label) => label === 'body')).toEqual([]);
  });
});
