/**
 * Evidence with its weight, and what its rule says.
 * @module
 */
import type { Rule } from '../schema/rule.ts';
import type { Evidence } from '../schema/types.ts';
import { Refused, rulePath, type Api } from './api.ts';
import { el, fill, put, type Child } from './dom.ts';
import { excerpt, featureName, isRule, signed } from './words.ts';

/** Of a long list of phrases or examples, so many are shown. */
const MOST = 12;

export class EvidenceList {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  listOf(evidence: readonly Evidence[]): HTMLElement {
    const most = Math.max(1, ...evidence.map(({ weight }) => Math.abs(weight)));
    return el('ol', { class: 'evidence' }, ...evidence.map((one) => this.#item(one, most)));
  }

  #item({ rule, weight }: Evidence, most: number): HTMLElement {
    const bar = el('span', { class: weight < 0 ? 'bar against' : 'bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(Math.abs(weight) / most));
    const known = isRule(rule);
    // The weight of a cue stands in the features behind it.
    const shown = weight === 0 ? null : el('span', { class: 'weight' }, signed(weight));
    const name = known
      ? el('a', { href: rulePath(rule), target: '_blank', rel: 'noopener' }, rule)
      : el('span', {}, featureName(rule));
    const item = el('li', { class: known ? 'rule' : 'feature' }, name, shown, weight !== 0 && bar);
    if (known) {
      const text = el('div', { class: 'text' }, el('p', { class: 'hint' }, 'Looking it up …'));
      item.append(text);
      void this.#explain(rule, text);
    }
    return item;
  }

  async #explain(id: string, host: HTMLElement): Promise<void> {
    try {
      const rule = await this.#api.rule(id);
      if (rule === null) fill(host, el('p', { class: 'hint' }, 'The service lists no such rule.'));
      else fill(host, ...describe(rule));
    } catch (error) {
      const why = error instanceof Refused ? error.problem.title : 'The rule cannot be read';
      fill(host, el('p', { class: 'hint' }, why ?? ''));
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
  const more = texts.length > MOST && el('li', {}, `and ${texts.length - MOST} more`);
  return [el('h5', {}, name), el('ul', {}, ...items, more)];
}
