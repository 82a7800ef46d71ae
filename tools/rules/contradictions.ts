/**
 * Certain rules that say different things of the same phrase. What is certain decides by itself, so two of them cannot both be right.
 * @module
 */
import { groupBy } from '../../src/text/group.ts';
import { RuleProblem, type Report } from './problem.ts';
import type { SourceFile, SourceRule } from './types.ts';

/**
 * Reports them. An own rule may contradict one of the project, and a publisher's any other: there the nearer one decides. So own
 * rules are compared with own ones, those of a site with each other, and the project's with each other.
 */
export function refuseContradictions(files: readonly SourceFile[], report: Report): void {
  const groups = groupBy(files, ({ domains, own = false }) => domains[0] ?? String(own));
  for (const group of groups.values()) refuseAmong(group.flatMap(({ rules }) => rules), report);
}

/** Each rule is compared with the rules before that have one of its phrases: as many as authors have written it. */
function refuseAmong(rules: readonly SourceRule[], report: Report): void {
  const seen = new Map<string, SourceRule[]>();
  for (const rule of rules.filter(({ certain }) => certain)) {
    for (const phrase of new Set(rule.any)) {
      const key = keyOf(rule, phrase);
      const others = seen.get(key) ?? [];
      const other = others.find((known) => known !== rule && contradicts(known, rule));
      if (other) report(problem(rule, other, phrase));
      seen.set(key, [...others, rule]);
    }
  }
}

function problem({ id, kind, place }: SourceRule, other: SourceRule, phrase: string): RuleProblem {
  const there = `${other.place.file}:${other.place.lineOf(phrase)}`;
  const reason = `"${phrase}" is certainly ${kind} here and certainly ${other.kind} in ${there} (${other.id})`;
  return new RuleProblem(place.file, place.lineOf(phrase), reason, id);
}

/** Phrases are the same if their words are; expressions and elements, letter by letter. */
function keyOf({ match }: SourceRule, phrase: string): string {
  if (match === 'expression' || match === 'element') return `${match} ${phrase}`;
  return phrase.split(/[^\p{L}\p{M}\p{N}'{}]+/u).filter((word) => word !== '').join(' ');
}

/** Whether there is a unit in which both fire. Where a phrase is the whole unit, it stands as any rule may want it to. */
function contradicts(a: SourceRule, b: SourceRule): boolean {
  const isHeard = a.language === b.language || a.language === '' || b.language === '';
  const least = Math.max(a.minWords ?? 0, b.minWords ?? 0);
  const most = Math.min(a.maxWords ?? Infinity, b.maxWords ?? Infinity);
  return a.kind !== b.kind && isHeard && least <= most;
}
