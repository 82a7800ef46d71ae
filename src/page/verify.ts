/**
 * A quote from elsewhere against the text: where it stands, and what differs.
 * @module
 */
import { Refused, type Api, type Asked } from './api.ts';
import type { Desk } from './desk.ts';
import { button, el, fill, say, type Child } from './dom.ts';
import { problemOf } from './problem.ts';
import type { Change, Difference, Match, Status, VerifiedQuote } from '../verify/types.ts';
import { count, LABEL_NAMES, percent } from './words.ts';

const STATUSES: Readonly<Record<Status, string>> = {
  verbatim: 'Word for word',
  typographic: 'Same words, other typography',
  altered: 'The wording differs',
  absent: 'Not in this text',
};

const CHANGES: Readonly<Record<string, string>> = {
  marks: 'quote marks',
  case: 'capitals',
  brackets: 'words in brackets',
  ellipsis: 'words left out',
};

const MOST = 10;

export class VerifyPanel {
  readonly element = el('div');
  readonly #api: Api;
  readonly #result = el('div', { class: 'result' });
  readonly #input = el('textarea', { id: 'quote', rows: 4, dir: 'auto', spellcheck: 'false' });
  #desk: Desk | null = null;
  #asked: Asked | null = null;

  constructor(api: Api) {
    this.#api = api;
    const form = el(
      'form',
      {},
      el('label', { for: 'quote' }, 'A quote to look for in the text'),
      this.#input,
      el('button', { type: 'submit', class: 'main' }, 'Verify'),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#verify();
    });
    this.element.append(form, this.#result);
  }

  put(desk: Desk, asked: Asked): void {
    this.#desk = desk;
    this.#asked = asked;
    fill(this.#result);
  }

  async #verify(): Promise<void> {
    const [desk, asked] = [this.#desk, this.#asked];
    const quote = this.#input.value.trim();
    if (desk === null || asked === null || quote === '') return this.#input.focus();
    fill(this.#result, el('p', { class: 'hint' }, 'Looking …'));
    try {
      const answer = await this.#api.verify(asked, quote);
      if (desk === this.#desk) this.#show(desk, answer.quotes[0]);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      fill(this.#result, problemOf(error.problem));
    }
  }

  #show(desk: Desk, verified: VerifiedQuote | undefined): void {
    if (verified === undefined) return;
    const { status, matches, total } = verified;
    const shown = matches.slice(0, MOST);
    fill(
      this.#result,
      el('p', { class: `status ${status}` }, STATUSES[status]),
      total > 1 && el('p', {}, `It stands in ${count(total, 'place')}.`),
      ...shown.map((match) => matchOf(desk, match)),
      total > shown.length && el('p', { class: 'hint' }, `And ${total - shown.length} more.`),
    );
    say(STATUSES[status]);
    if (shown[0]) desk.goToSpan(shown[0]);
  }
}

function matchOf(desk: Desk, match: Match): HTMLElement {
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
    button('Show in the text', () => desk.goToSpan(match), { class: 'quiet' }),
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
  const kinds = [...new Set(all.map(({ kind }) => CHANGES[kind] ?? kind))];
  return kinds.length === 0 ? [] : [el('p', {}, `Differs without harm: ${kinds.join(', ')}.`)];
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
