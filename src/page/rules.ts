/**
 * The page of rules at `/rules`: browse and search them, read why they are there, and see which a text sets off.
 * @module
 */
import { takeTheme } from './theme.ts';
import type { Analysis } from '../schema/types.ts';
import type { Rule, RuleList } from '../schema/rule.ts';
import { KINDS, LABELS } from '../labels.ts';
import { Api, Refused } from './api.ts';
import { askKey } from './ask.ts';
import { byId, el, fill, on, onSend } from './dom.ts';
import { problemOf } from './problem.ts';
import { count, languageName } from './words.ts';

const api = new Api(askKey);
const PAGE = 30;
/** Those that are measured come first, and rules without a language last. */
const MEASURED = ['en', 'de'];
const TAGS = [...MEASURED, ...LANGUAGES.filter((tag) => !MEASURED.includes(tag)), 'und'];
const OTHER_KINDS = ['lexicon', 'cue'];

let shown = 0;

function option(value: string, name: string): HTMLElement {
  return el('option', { value }, name);
}

function fillForm(): void {
  fill(
    byId('language'),
    option('', 'all'),
    ...TAGS.map((tag) => option(tag, tag === 'und' ? 'none' : languageName(tag))),
  );
  const kinds = LABELS.flatMap((label) => [
    label,
    ...KINDS[label].map((kind) => `${label}/${kind}`),
  ]);
  fill(
    byId('kind'),
    option('', 'all'),
    ...[...kinds, ...OTHER_KINDS].map((kind) => option(kind, kind)),
  );
}

/** Fields of the search: parameters of `/v1/rules`, and of this page's address. */
const FIELDS = ['q', 'language', 'kind'] as const;

/** Reads the next rules, the first ones if `anew`. */
async function load(anew: boolean): Promise<void> {
  if (anew) shown = 0;
  const params = new URLSearchParams();
  for (const name of FIELDS) {
    const { value } = byId<HTMLInputElement>(name);
    if (value.trim() !== '') params.set(name, value.trim());
  }
  // The address is the search: whoever gets the link sees the same rules.
  history.replaceState(null, '', params.size > 0 ? `?${params}` : location.pathname);
  params.set('limit', String(PAGE));
  params.set('offset', String(shown));
  const file = await api.file(`/v1/rules?${params}`);
  const list = JSON.parse(await file.text()) as RuleList;
  if (anew) fill(byId('list'));
  byId('list').append(...list.rules.map((rule) => el('li', {}, ruleOf(rule))));
  shown += list.rules.length;
  byId('count').textContent =
    `${count(list.total, 'rule')}${shown < list.total ? `, ${shown} shown` : ''}`;
  byId('more').hidden = shown >= list.total;
}

function ruleOf(rule: Rule): HTMLElement {
  const { id, kind, description, any, unless, verbs = [], weight, certain, examples } = rule;
  const weighs = certain ? 'certain' : weight === null ? undefined : `${weight} in log-odds`;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Looks for', any],
    ['Verbs', verbs],
    ['Unless', unless],
    ['Found in', examples.positive],
    ['Not in', examples.negative],
  ];
  return el(
    'details',
    // Whoever came for this rule need not open it.
    { open: id === byId<HTMLInputElement>('q').value },
    el('summary', {}, el('strong', {}, description), ' ', el('code', { class: 'soft' }, id)),
    el(
      'dl',
      {},
      ...entry('Speaks for', kind),
      ...entry('Matches', rule.match),
      ...entry('Weight', weighs),
      ...lists.flatMap(([name, values]) => entry(name, values.join(' · '))),
    ),
  );
}

function entry(name: string, value: string | undefined): readonly HTMLElement[] {
  return value ? [el('dt', {}, name), el('dd', { dir: 'auto' }, value)] : [];
}

/** Which rules the evidence of a text names, and at which of its parts. */
async function tryText(text: string): Promise<void> {
  const asked = { mode: 'text', text, options: {} } as const;
  const analysis: Analysis = await api.analyze(asked, new AbortController().signal);
  const items = [...(analysis.segments ?? []), ...(analysis.quotes ?? [])].flatMap((part) => {
    const rules = (part.evidence ?? []).filter(({ rule }) => RULE_ID.test(rule));
    const words = 'content' in part ? (part.content[0]?.text ?? '') : part.text;
    return rules.map(({ rule, weight }) =>
      el(
        'li',
        {},
        el('code', {}, rule),
        ` ${weight > 0 ? '+' : ''}${weight} in `,
        el('q', { dir: 'auto' }, words.trim().slice(0, 80)),
        el('span', { class: 'soft' }, ` ${part.label}/${part.kind}`),
      ),
    );
  });
  const none = 'No rule is among the reasons: the look of the lines decided.';
  fill(byId('tried'), items.length === 0 ? el('p', {}, none) : el('ul', {}, ...items));
}

const RULE_ID = /^(?:[a-z]{2,3}|shared|publishers)\/[a-z0-9.-]+\/[a-z0-9-]+$/;

/** Runs what a form asks for; a refusal is shown in its place. */
function guarded(place: string, work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    fill(byId(place), problemOf(error.problem));
  });
}

fillForm();
const linked = new URLSearchParams(location.search);
for (const name of FIELDS) byId<HTMLInputElement>(name).value = linked.get(name) ?? '';
onSend(byId('search'), () => guarded('count', () => load(true)));
on(byId('more'), 'click', () => guarded('count', () => load(false)));
onSend(byId('try'), () => guarded('tried', () => tryText(byId<HTMLTextAreaElement>('text').value)));
guarded('count', () => load(true));

takeTheme();
