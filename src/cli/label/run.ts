/**
 * `copydesk label`: asks about the parts of a page one by one, starting from the answer, and writes the labelled page in the format
 * that the tools for measuring and fitting read. Questions go to standard error, commands come from standard input.
 * @module
 */
import { appendFile } from 'node:fs/promises';
import { LABELLED_KINDS, splitKind } from '../../labels.ts';
import type { Segment } from '../../schema/types.ts';
import type { Io } from '../io.ts';
import { harmless, LABEL_STYLES, type Paint } from '../paint.ts';
import { partsOf, type Part } from './parts.ts';
import { openSession, step, type Session } from './session.ts';

/** A page and the answer to it. */
export interface Labelling {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly url: string | undefined;
  readonly segments: readonly Segment[];
}

const SHOWN = 100;

/** @returns whether the page was written; false where whoever was asked gave up */
export async function label(
  page: Labelling,
  out: string | undefined,
  paint: Paint,
  io: Pick<Io, 'stdout' | 'stderr'> & { readonly lines: AsyncIterator<string> },
): Promise<boolean> {
  let session = openSession(page.text, partsOf(page.text, page.segments));
  const say = (text: string): unknown => io.stderr.write(text);
  say(`${harmless(page.id)}: ${session.parts.length} parts; Enter accepts, help tells the rest\n`);
  while (session.state === 'asking') {
    say(`${asked(session, paint)}\n> `);
    const { value, done } = await io.lines.next();
    if (done) break;
    const command = value.trim();
    if (command === 'list') say(listText(session, paint));
    else if (command === 'kinds') say(`${LABELLED_KINDS.join('\n')}\n`);
    else {
      const next = step(session, value);
      session = next.session;
      if (next.said !== '') say(`${next.said.trimEnd()}\n`);
    }
  }
  if (session.state === 'given-up') return false;
  const written = `${JSON.stringify(documentOf(page, session.parts))}\n`;
  if (out === undefined) io.stdout.write(written);
  else {
    await appendFile(out, written);
    say(`${harmless(page.id)} -> ${harmless(out)}\n`);
  }
  return true;
}

function documentOf({ id, text, language, url }: Labelling, parts: readonly Part[]) {
  const segments = parts.map(({ start, end, kind }) => ({
    start,
    end,
    ...(kind === null ? { label: null, kind: 'other' } : splitKind(kind)),
  }));
  return { id, language, ...(url === undefined ? {} : { url }), text, segments };
}

function asked(session: Session, paint: Paint): string {
  const { at, parts } = session;
  if (at < parts.length) return question(session, at, paint);
  return `all ${parts.length} parts have a label: Enter writes them; back, go N and list look again`;
}

function question({ parts, text }: Session, at: number, paint: Paint): string {
  const { start, end, kind } = parts[at] as Part;
  const whole = text.slice(start, end);
  const shown = whole.length > SHOWN ? `${whole.slice(0, SHOWN)}…` : whole;
  const name =
    kind === null
      ? paint('not judged', 'dim')
      : paint(kind.padEnd(24), LABEL_STYLES[splitKind(kind).label]);
  return `${String(at + 1).padStart(String(parts.length).length)}/${parts.length}  ${name} │ ${harmless(shown)}`;
}

function listText(session: Session, paint: Paint): string {
  return session.parts.map((_, at) => `${question(session, at, paint)}\n`).join('');
}

/** The lines of a stream of bytes, as they come. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
  return undefined;
}
