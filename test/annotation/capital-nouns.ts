/**
 * A small rule set for a language that writes nouns with capitals, has cases, a mood of reported speech, and verbs that
 * fall apart.
 * @module
 */
import { annotate } from '../../src/annotation/annotate.ts';
import type { AnnotatedText } from '../../src/annotation/annotated.ts';
import { cue, file, profile, read, rule, rulesOf } from '../rules/small.ts';

const list = (name: string, any: readonly string[]): string =>
  rule({ id: `xx/words/${name}`, kind: `lexicon/${name}`, match: 'words', any });

export const capitalRules = rulesOf(
  profile([
    'noun-capitals',
    'noun-compounds',
    'verb-second',
    'verb-final',
    'separable-verbs',
    'extended-attributes',
    'names-in-marks',
    'source-in-expression',
    'cases',
    'reported-mood',
    'ordinal-stops',
  ]),
  file([
    list('common-noun', ['brücke', 'plan', 'sprecher', 'polizei', 'rat', '-ung']),
    list('role', ['sprecher']),
    list('given-name', ['ruth:female']),
    list('adverb-ending', ['-lich']),
    list('adverb', ['gestern', 'auch']),
    list('article', ['der', 'die', 'das', 'den', 'dem', 'ein', 'einen']),
    list('genitive', ['der', 'des']),
    list('oblique', ['den', 'dem', 'einen']),
    list('contraction', ['am', 'im']),
    list('agent', ['von']),
    list('owner', ['von']),
    list('pronoun', ['er:male', 'sie:female', 'es:neuter']),
    list('pronoun-object', ['sich']),
    list('auxiliary', ['hat', 'hatte', 'ist', 'sei', 'habe']),
    list('preposition', ['in', 'im', 'am', 'von', 'mit']),
    list('conjunction', ['und:coordinating', 'weil:subordinating', 'dass:subordinating']),
    list('complementizer', ['dass']),
    list('common-verb', ['lachte', 'kam']),
    list('reported-mood', ['sei:reported', 'habe:reported']),
    list('ordinal', ['stock']),
    list('month', ['august']),
    list('split-verb', ['fuhr']),
    list('referring', ['das']),
    cue({ verbs: ['sagen sagt sagte gesagt sagend'], takes: ['marks', 'inverted', 'clause'] }),
    cue({
      id: 'xx/cues/tell',
      verbs: ['mitteilen mitteilt/teilt mitteilte/teilte mitgeteilt mitteilend'],
      takes: ['marks', 'inverted', 'clause'],
    }),
    cue({
      id: 'xx/cues/reject',
      verbs: ['hinweisen hinweist/weist hinwies/wies hingewiesen hinweisend'],
    }),
    cue({
      id: 'xx/cues/deny',
      verbs: ['zurückweisen zurückweist/weist zurückwies/wies zurückgewiesen zurückweisend'],
    }),
    cue({
      id: 'xx/cues/go-on',
      verbs: ['fortfahren fortfährt fortfuhr/fuhr fortgefahren fortfahrend'],
    }),
  ]),
);

/** The annotated text of a text, each line a paragraph. */
export function capitalScene(text: string): AnnotatedText {
  const { doc, hits } = read(capitalRules, text);
  return annotate(doc, capitalRules, hits, 'xx', doc.lines);
}

/** The text of some words. */
export function wordsOf(
  { doc }: AnnotatedText,
  { from, to }: { from: number; to: number },
): string {
  return doc.text.slice(doc.words.start[from], doc.words.end[to - 1]);
}
