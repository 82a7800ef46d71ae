/**
 * A place where a quote stands in the text, and what differs there.
 * @module
 */
import type { Desk } from './desk.ts';
import { button, el, type Child } from './dom.ts';
import type { Change, Difference, Match, Status } from '../verify/types.ts';
import { LABEL_NAMES, percent } from './words.ts';

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  verbatim: 'Word for word',
  typographic: 'Same words, other typography',
  shortened: 'Shortened: read what is left out',
  altered: 'The wording differs',
  absent: 'Not in this text',
};

const CHANGES: Readonly<Record<string, string>> = {
  marks: 'quote marks',
  case: 'capitals',
  brackets: 'words in brackets',
  ellipsis: 'dots',
};

/** Differences that are shown. */
const MOST = 10;

export function matchOf(desk: Desk, match: Match): HTMLElement {
  const names = match.attributions.flatMap(({ name }) => name ?? []);
  const { similarity, label, kind } = match;
  return el(
    'div',
    { class: 'match' },
    el('blockquote', { dir: 'auto' }, ...marked(match)),
    el(
      'p',
      {},
      `${LABEL_NAMES[label]}: ${kind}`,
      names.length > 0 && ` · said by ${[...new Set(names)].join(', ')}`,
      similarity < 1 && ` · ${percent(similarity)} of the wording`,
    ),
    ...changes(match.changes),
    ...differences(match.differences),
    button('Show in the text', () => desk.goToSpan(match)),
  );
}

/** The passage, with what differs marked in it. */
function marked({ text, start, differences: found }: Match): readonly Child[] {
  const parts: Child[] = [];
  let at = 0;
  for (const { text: span } of found) {
    if (span === null || span.start - start < at) continue;
    parts.push(text.slice(at, span.start - start), el('mark', {}, span.text));
    at = span.end - start;
  }
  return [...parts, text.slice(at)];
}

function changes(all: readonly Change[]): readonly Child[] {
  const isCut = ({ kind, text }: Change): boolean => kind === 'ellipsis' && text !== null;
  const kinds = [
    ...new Set(all.filter((one) => !isCut(one)).map(({ kind }) => CHANGES[kind] ?? kind)),
  ];
  return [
    ...all
      .filter(isCut)
      .map(({ text }) => el('p', {}, 'Left out: ', el('q', { dir: 'auto' }, text?.text))),
    kinds.length > 0 && el('p', {}, `Also differs: ${kinds.join(', ')}.`),
  ];
}

function differences(all: readonly Difference[]): readonly Child[] {
  if (all.length === 0) return [];
  const rows = all
    .slice(0, MOST)
    .map(({ quote, text }) =>
      el('tr', {}, ...[quote, text].map((side) => el('td', { dir: 'auto' }, side?.text ?? '—'))),
    );
  const head = el(
    'tr',
    {},
    el('th', { scope: 'col' }, 'Your quote'),
    el('th', { scope: 'col' }, 'The text'),
  );
  return [el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows))];
}
