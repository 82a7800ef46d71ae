/**
 * What rules of several files may not have in common.
 * @module
 */
import type { Place } from './places.ts';
import { RuleProblem, type Report } from './problem.ts';
import type { SourceFile, SourceHint, SourceRule } from './types.ts';

/** A hint is a bit of a number. */
const MOST_HINTS = 31;

/** An entry of a rule file, as complaints name it. */
export interface Named {
  readonly id: string;
  readonly place: Place;
}

/** Reports ids that an entry before has. */
export function refuseDuplicates(rules: readonly Named[], report: Report): void {
  const seen = new Map<string, Place>();
  for (const { id, place } of rules) {
    const before = seen.get(id);
    // A rule without an id has been complained about.
    if (before && id !== '') report(new RuleProblem(place.file, place.line, `the id is taken in ${before.file}`, id));
    seen.set(id, place);
  }
}

/** Reports hints beyond those that there may be. */
export function refuseTooMany(hints: readonly SourceHint[], report: Report): void {
  const names = new Set<string>();
  for (const { id, hint, place } of hints)
    if (names.add(hint).size > MOST_HINTS)
      report(new RuleProblem(place.file, place.line, `there are more than ${MOST_HINTS} hints`, id));
}

/** Reports domains that a file before is for. */
export function refuseTakenDomains(files: readonly SourceFile[], report: Report): void {
  const seen = new Map<string, SourceRule>();
  for (const { domains, rules } of files)
    for (const domain of domains) {
      const [first] = rules;
      if (!first) continue;
      const before = seen.get(domain);
      if (before) report(new RuleProblem(first.place.file, 1, `the domain ${domain} is taken in ${before.place.file}`));
      seen.set(domain, first);
    }
}
