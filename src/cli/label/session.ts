/**
 * A page being labelled: its parts, the one that is asked about, and what a command does to them. Pure: each command gives a new
 * state and something to say.
 * @module
 */
import type { LabelledKind } from '../../labels.ts';
import { kindsMeant } from './kinds.ts';
import { splitPart, type Part } from './parts.ts';

export interface Session {
  readonly text: string;
  readonly parts: readonly Part[];
  /** Number of the part that is asked about; that of parts where all are done. */
  readonly at: number;
  readonly state: 'asking' | 'done' | 'given-up';
}

export interface Step {
  readonly session: Session;
  /** For people; '' where there is nothing to say. */
  readonly said: string;
}

export const COMMANDS = `Enter          the label is right
KIND           it is another: ads/house, house, or the letters that tell it from others
KIND N-M       so are parts N to M; KIND N for a single one
?              it is not to be judged (? N-M)
back           the part before
go N           part N
split WORDS    a new part begins with these words
join           it belongs to the part before
list           all parts
kinds          all kinds
done           the rest is right: writes the page
quit           writes nothing
`;

const RANGE = /^(\d+)(?:-(\d+))?$/;

type Handler = (session: Session, argument: string) => Step;

const HANDLERS: Readonly<Record<string, Handler>> = {
  back: (session) => moved(session, Math.max(0, session.at - 1)),
  go: (session, argument) => {
    const number = Number(argument);
    const isThere = Number.isInteger(number) && number >= 1 && number <= session.parts.length;
    return isThere
      ? moved(session, number - 1)
      : said(session, `go wants a number from 1 to ${session.parts.length}`);
  },
  split: (session, words) => {
    const part = session.parts[session.at];
    const halves = part && splitPart(session.text, part, words);
    if (!halves) return said(session, `“${words}” is not within this part`);
    return said({ ...session, parts: session.parts.toSpliced(session.at, 1, ...halves) }, '');
  },
  join: (session) => {
    const before = session.parts[session.at - 1];
    const part = session.parts[session.at];
    if (!before || !part) return said(session, 'there is no part before');
    const joined = { ...before, end: part.end };
    const parts = session.parts.toSpliced(session.at - 1, 2, joined);
    return said({ ...session, parts, at: session.at - 1 }, '');
  },
  done: (session) => said({ ...session, state: 'done' }, ''),
  quit: (session) => said({ ...session, state: 'given-up' }, ''),
  help: (session) => said(session, COMMANDS),
};

const said = (session: Session, text: string): Step => ({ session, said: text });

/** Another part to ask about. Behind the last one, one may still go back. */
function moved(session: Session, at: number): Step {
  return said({ ...session, at: Math.min(at, session.parts.length) }, '');
}

export function openSession(text: string, parts: readonly Part[]): Session {
  return { text, parts, at: 0, state: parts.length === 0 ? 'done' : 'asking' };
}

/** Does what a line of input asks for. */
export function step(session: Session, line: string): Step {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  if (word === '' && session.at >= session.parts.length)
    return said({ ...session, state: 'done' }, '');
  if (word === '') return moved(session, session.at + 1);
  const argument = line.trim().slice(word.length).trim();
  const handler = Object.hasOwn(HANDLERS, word) ? HANDLERS[word] : undefined;
  if (handler) return handler(session, argument);
  if (word === '?') return labelled(session, null, argument);
  const meant = kindsMeant(word);
  if (meant.length === 1 && rest.length <= 1)
    return labelled(session, meant[0] as LabelledKind, argument);
  const which = meant.length > 1 ? `it may be ${meant.join(', ')}` : 'see kinds and help';
  return said(session, `“${word}” is no kind and no command: ${which}`);
}

/** Sets the kind of the part that is asked about, which is then done with, or of a range of parts. */
function labelled(session: Session, kind: LabelledKind | null, range: string): Step {
  const [, first = '', last = first] = RANGE.exec(range) ?? [];
  if (range !== '' && first === '')
    return said(session, `“${range}” is no part, such as 3, and no range, such as 3-7`);
  const from = range === '' ? session.at : Number(first) - 1;
  const to = range === '' ? session.at : Number(last) - 1;
  if (from < 0 || to >= session.parts.length || from > to)
    return said(session, `the parts are 1 to ${session.parts.length}`);
  const parts = session.parts.map((part, i) => (i >= from && i <= to ? { ...part, kind } : part));
  const next = { ...session, parts };
  // What was labelled from where one stands is done with; elsewhere one goes on where one was.
  return from <= session.at && to >= session.at ? moved(next, to + 1) : said(next, '');
}
