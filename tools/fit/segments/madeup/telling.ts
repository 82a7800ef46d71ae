/**
 * How a story is told: mostly in paragraphs; now and then as a live report, as questions and answers, or in points. These look
 * like threads and lists of links, and are the story.
 * @module
 */
import { isParagraph } from '../lines.ts';
import type { Chance } from './chance.ts';
import type { Story } from './texts.ts';
import type { Voice } from './voice.ts';

/** Shares of pages. Live reports were most of the stories that cross-validation took for comments. */
const SHARES = [
  [live, 0.1],
  [answers, 0.06],
  [points, 0.08],
] as const;

/** The story as this page tells it. Lines of its head stay. */
export function tell(story: Story, voice: Voice, chance: Chance): Story {
  const head = story.findIndex(isParagraph);
  if (head < 0) return story;
  const way = SHARES.find(([, share]) => chance.happens(share))?.[0];
  return way ? [...story.slice(0, head), ...way(story.slice(head), voice, chance)] : story;
}

type Line = Story[number];

const paragraph = (text: string): Line => ({ text, label: 'body', kind: 'paragraph' });
const stamp = (text: string): Line => ({ text, label: 'boilerplate', kind: 'byline' });

const STAMPS = ['{time}', '{time}', '{date}, {time}', '{date} {time}', '{ago}'];
/** Behind a time: who reports, or nobody. */
const REPORTERS = ['', '', '\n{author}', ' | {author}', ' {author}'];

/** Every few paragraphs a time, in its own line or before the first words. */
function live(story: Story, voice: Voice, chance: Chance): Story {
  const time = chance.pick(STAMPS);
  const reporter = chance.pick(REPORTERS);
  const isInline = time === '{time}' && chance.happens(0.3);
  const most = chance.number(1, 3);
  let rest = 0;
  return story.flatMap((line) => {
    if (!isParagraph(line) || rest-- > 0) return [line];
    rest = chance.number(1, most) - 1;
    voice.later();
    if (isInline) return [paragraph(`${voice.fill(time)} ${line.text}`)];
    return [
      ...voice
        .fill(time + reporter)
        .split('\n')
        .map(stamp),
      line,
    ];
  });
}

const SIGNS = [
  ['Q: ', 'A: '],
  ['', ''],
];

/** Two speakers in turns, each under a letter or a surname. */
function answers(story: Story, voice: Voice, chance: Chance): Story {
  const [ask, answer] = chance.pick(SIGNS) as [string, string];
  const surname = (): string => `${voice.fill('{author}').split(' ').at(-1)}: `;
  const turns = [ask || surname(), answer || surname()];
  let turn = 0;
  return story.map((line) =>
    isParagraph(line) ? { ...line, text: `${turns[turn++ % 2]}${line.text}` } : line,
  );
}

const MOST_POINT = 100;
const FEWEST_POINTS = 2;

/** Some paragraph as points, one for each of its short sentences, and the story goes on or ends behind them. */
function points(story: Story, _voice: Voice, chance: Chance): Story {
  const isBare = chance.happens(0.5);
  const candidates = story.flatMap((line, i) =>
    i < story.length - 1 && isParagraph(line) && sentencesOf(line.text).length >= FEWEST_POINTS
      ? [i]
      : [],
  );
  if (candidates.length === 0) return story;
  const at = chance.pick(candidates);
  const end = chance.happens(0.5) ? at + 2 : story.length;
  return story.slice(0, end).flatMap((line, i): readonly Line[] =>
    i === at
      ? sentencesOf(line.text).map((text) => ({
          text: isBare ? text.replace(/[.!?。]$/u, '') : text,
          label: 'body',
          kind: 'list',
        }))
      : [line],
  );
}

/** The sentences of a paragraph, or none where one of them is long. */
function sentencesOf(text: string): readonly string[] {
  const sentences = text.split(/(?<=[.!?]) |(?<=。)/u).filter((sentence) => sentence !== '');
  return sentences.some(({ length }) => length > MOST_POINT) ? [] : sentences;
}
