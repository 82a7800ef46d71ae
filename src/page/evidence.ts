/**
 * Evidence in an editor's words, and all of it with its weights and what its rules say.
 * @module
 */
import type { Rule } from '../schema/rule.ts';
import type { Evidence } from '../schema/types.ts';
import { Refused, type Api } from './api.ts';
import { barOf, el, fill, hint, put, type Child } from './dom.ts';
import type { Reason } from './plain-words.ts';
import { excerpt, featureName, isRule, signed } from './words.ts';

/** Reasons that are shown at once. */
const FIRST = 5;
/** Of a long list of phrases or examples, so many are shown. */
const MOST = 12;

export class EvidenceList {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** The strongest reasons, in words. */
  reasons(all: readonly Reason[]): HTMLElement {
    const first = all.slice(0, FIRST);
    const most = Math.max(1, ...first.map(({ weight }) => Math.abs(weight ?? 0)));
    return el('ol', { class: 'reasons' }, ...first.map((one) => this.#reason(one, most)));
  }

  /** Everything, by the names that rules and features have; rules are looked up once it is opened. */
  all(evidence: readonly Evidence[]): HTMLElement {
    const details = el(
      'details',
      { class: 'all' },
      el('summary', {}, `All evidence (${evidence.length})`),
    );
    details.addEventListener(
      'toggle',
      () => {
        const scale = '+ for it, − against it, in log-odds';
        const items = evidence.map((one) => this.#item(one));
        put(details, hint(scale), el('ol', { class: 'evidence' }, ...items));
      },
      { once: true },
    );
    return details;
  }

  #reason({ text, rule, weight }: Reason, most: number): HTMLElement {
    const words = el('span', { dir: 'auto' }, text);
    if (rule !== null) void this.#lookUp(rule, words, ({ description }) => [description]);
    if (weight === null) return el('li', {}, words);
    const against = weight < 0;
    const bar = barOf(Math.abs(weight) / most, against ? 'against' : '');
    return el('li', {}, words, against && el('small', {}, ' speaks against it'), bar);
  }

  #item({ rule, weight }: Evidence): HTMLElement {
    // The weight of a cue may stand in the features behind it.
    const shown = weight === 0 ? null : el('span', { class: 'weight' }, signed(weight));
    if (!isRule(rule))
      return el('li', { class: 'feature' }, el('span', {}, featureName(rule)), shown);
    const href = `/rules?q=${encodeURIComponent(rule)}`;
    const name = el('a', { href, target: '_blank' }, rule);
    const text = el('div', { class: 'text hint' }, 'Looking it up …');
    void this.#lookUp(rule, text, describe);
    return el('li', { class: 'rule' }, name, shown, text);
  }

  /** Fills `host` with what a rule says, or why it does not. */
  async #lookUp(
    id: string,
    host: HTMLElement,
    write: (rule: Rule) => readonly Child[],
  ): Promise<void> {
    try {
      const rule = await this.#api.rule(id);
      if (rule !== null) fill(host, ...write(rule));
      else if (write === describe) fill(host, 'The service lists no such rule.');
    } catch (error) {
      if (write === describe)
        fill(host, error instanceof Refused ? error.message : 'The rule cannot be read');
    }
  }
}

function describe(rule: Rule): readonly Child[] {
  const details = el('details', {}, el('summary', {}, 'The rule'));
  put(
    details,
    el('p', {}, `${rule.match} · speaks for ${rule.kind}${weightOf(rule)}`),
    ...list('Looks for', rule.any.length > 0 ? rule.any : (rule.verbs ?? []).map(formsOf)),
    ...list('Unless', rule.unless),
    ...list('Must find', rule.examples.positive),
    ...list('Must leave alone', rule.examples.negative),
  );
  return [el('p', {}, rule.description), details];
}

/** Each form of a verb once: many have one form for two tenses. */
function formsOf(verb: string): string {
  return [...new Set(verb.split(' '))].join(', ');
}

function weightOf({ weight, fitted }: Rule): string {
  if (weight === null) return '';
  return ` · ${signed(weight)}, ${fitted ? 'learned' : 'set by hand'}`;
}

function list(name: string, texts: readonly string[]): readonly Child[] {
  if (texts.length === 0) return [];
  const items = texts.slice(0, MOST).map((text) => el('li', { dir: 'auto' }, excerpt(text, 160)));
  const more = texts.length > MOST && el('li', {}, '…');
  return [el('h5', {}, name), el('ul', {}, ...items, more)];
}
