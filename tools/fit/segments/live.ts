/**
 * Stories told as agencies tell live reports: a time, a paragraph or a few, a rule, the next time. They look like a thread, and
 * are the story.
 * @module
 */
import { isParagraph, type Line } from './lines.ts';

type Chances = (name: string) => number;

/** How a time of the day is written, in all of a report alike. */
const CLOCKS: readonly ((hour: number, minute: string) => string)[] = [
  (hour, minute) => `${hour % 12 || 12}:${minute} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
  (hour, minute) => `${hour % 12 || 12}:${minute} ${hour < 12 ? 'a.m.' : 'p.m.'} ET`,
  (hour, minute) => `${hour % 12 || 12}.${minute}${hour < 12 ? 'am' : 'pm'}`,
  (hour, minute) => `${hour % 12 || 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`,
  (hour, minute) => `${String(hour).padStart(2, '0')}:${minute}`,
  (hour, minute) => `${hour}.${minute} Uhr`,
  (hour, minute) => `${String(hour).padStart(2, '0')}:${minute} Uhr`,
  (hour, minute) => `${hour}h${minute}`,
  (hour, minute) => `UPDATE ${hour}:${minute}`,
];
const RULES = ['', '', '___', '* * *'];

const DAY = 24 * 60;
const MOST_MINUTES = 45;
const MOST_PARAGRAPHS = 3;

/** The story with a time before every few paragraphs, as often the newest first as the oldest. */
export function toldLive(story: readonly Line[], chance: Chances): readonly Line[] {
  const clock = pick(CLOCKS, chance('clock'));
  const rule = pick(RULES, chance('rule'));
  const step = chance('order') < 0.5 ? -1 : 1;
  const gap = chance('gaps') < 0.6 ? '\n\n' : '\n';
  const most = 1 + Math.floor(chance('entry') * MOST_PARAGRAPHS);
  let minutes = Math.floor(chance('start') * DAY);
  let left = 0;
  return story.flatMap((line, i) => {
    if (!isParagraph(line) || left-- > 0) return [{ ...line, gap }];
    left = Math.floor(chance(`paragraphs ${i}`) * most);
    minutes =
      (minutes + step * (1 + Math.floor(chance(`minutes ${i}`) * MOST_MINUTES)) + DAY) % DAY;
    const time = clock(Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0'));
    const stamp = { text: time, label: 'boilerplate', kind: 'byline', gap } as const;
    const isFirst = !story.slice(0, i).some(isParagraph);
    const between = rule === '' || isFirst ? [] : [{ ...line, text: rule, gap }];
    return [...between, stamp, { ...line, gap }];
  });
}

const pick = <T>(from: readonly T[], share: number): T =>
  from[Math.floor(share * from.length)] as T;
