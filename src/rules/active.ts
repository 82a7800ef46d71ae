/**
 * Which rules count on a page. What is a small word or a button in one language is a name or a noun in another.
 * @module
 */
import { UNDETERMINED } from './language.ts';
import type { Site } from './publishers.ts';
import type { Rules } from './rules.ts';

/** Whether pages of this language were learned from: what is usual on them says nothing about others. */
export function isFitted(rules: Rules, language: string): boolean {
  return knownOf(rules).fitted.has(language);
}

interface Known {
  /** Languages of labelled pages. Their rules were fitted together, so they count together, on pages of every language. */
  readonly fitted: ReadonlySet<string>;
  /** Languages that have lists. */
  readonly listed: ReadonlySet<string>;
  readonly byLanguage: Map<string, Uint8Array>;
}

/** The same rules always give the same answer. */
const memo = new WeakMap<Rules, Known>();

/**
 * 1 for every entry that counts on a page: of segment rules those of the page's language, those of none and the fitted
 * ones; of word lists, where the page's language is not among the fitted ones, its own and those of none.
 * Publishers' rules count on their own site alone.
 * @param language primary subtag, or `und`; where no list is in it, the rules of all languages count but for those that
 * keep to their own pages
 */
export function activeRules(rules: Rules, language: string, site?: Site): Uint8Array {
  const active = heardIn(rules, language);
  return site ? active.slice().fill(1, site.from, site.to) : active;
}

function knownOf(rules: Rules): Known {
  let known = memo.get(rules);
  if (!known) {
    const fitted = new Set(Object.values(rules.weights).flatMap(({ languages = [] }) => languages));
    const listed = new Set(rules.lexiconRules.map((rule) => rule.language));
    memo.set(rules, (known = { fitted, listed, byLanguage: new Map() }));
  }
  return known;
}

function heardIn(rules: Rules, language: string): Uint8Array {
  const known = knownOf(rules);
  const isKnown = known.fitted.has(language) || known.listed.has(language);
  const key = isKnown ? language : UNDETERMINED;
  let active = known.byLanguage.get(key);
  if (!active) known.byLanguage.set(key, (active = hear(rules, known, key)));
  return active;
}

function hear(rules: Rules, { fitted, listed }: Known, language: string): Uint8Array {
  const active = new Uint8Array(rules.entries.length).fill(1);
  for (const [, from, to] of rules.sites) active.fill(0, from, to);
  const isForeign = (other: string): boolean =>
    language === UNDETERMINED
      ? rules.profiles.of(other).ownPagesOnly
      : other !== '' && other !== language && listed.has(other);
  rules.segmentRules.forEach(({ id, language: own }, number) => {
    const folder = own ?? id.slice(0, id.indexOf('/'));
    if (isForeign(folder) && !fitted.has(folder)) active[number] = 0;
  });
  const { from, to } = rules.entries.lexicons;
  for (let number = from; number < to; number++) {
    const entry = rules.entries.at(number);
    const list = entry.type === 'lexicon' ? (rules.lexiconRules[entry.rule]?.language ?? '') : '';
    if (isForeign(list) && !(fitted.has(list) && fitted.has(language))) active[number] = 0;
  }
  return active;
}
