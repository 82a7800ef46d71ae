/**
 * Verbs of own cues that the project has already. That is no fault, since an own cue may take them in another way, but often an oversight.
 * @module
 */
import type { SourceCue, SourceFile } from './types.ts';

/** One line for each verb of an own cue that a cue of the project in the same language has. */
export function sharedVerbs(project: readonly SourceFile[], files: readonly SourceFile[]): readonly string[] {
  const known = new Map(
    project.flatMap(({ cues }) => cues.flatMap((cue) => verbsOf(cue).map((verb) => [keyOf(cue, verb), cue.id] as const))),
  );
  const own = files.filter((file) => file.own).flatMap(({ cues }) => cues);
  return own.flatMap((cue) =>
    verbsOf(cue).flatMap((verb) => {
      const other = known.get(keyOf(cue, verb));
      return other === undefined ? [] : [`${cue.place.file}:${cue.place.lineOf('verbs')}: ${cue.id}: ${verb} is also in ${other}`];
    }),
  );
}

const keyOf = ({ language }: SourceCue, verb: string): string => `${language} ${verb}`;

/** The verbs by their first form. Those of fixed expressions are no verbs by themselves. */
function verbsOf({ verbs, behind }: SourceCue): readonly string[] {
  if (behind.length > 0) return [];
  return verbs.map((verb) => verb.trim().split(/\s+/).find((slot) => slot !== '-')?.split('/')[0] ?? '');
}
