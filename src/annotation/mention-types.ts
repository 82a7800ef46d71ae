/**
 * What sort of mention a noun phrase is, read off its head.
 * @module
 */
import type { LexiconName } from '../rules/lexicons.ts';
import type { AnnotatedText } from './annotated.ts';
import { DETERMINER, NAME, NOUN, NUMBER, PREPOSITION, PRONOUN, RELATIVE, TIME } from './tags.ts';

/** Lists of those who say something, as their words tell. */
export const SPEAKERS: readonly LexiconName[] = [
  'role',
  'role-plural',
  'spokesperson',
  'group-noun',
  'organisation',
];

export const KINDS = [
  'name',
  'titled',
  'pronoun',
  'first',
  'neuter',
  'relative',
  'role',
  'plural',
  'organisation',
  'document',
  'time',
  'number',
  'other',
  'marked',
] as const;
export type Kind = (typeof KINDS)[number];

/** The last word before the first attachment. */
export function headOf(annotated: AnnotatedText, from: number, to: number): number {
  for (let i = from + 1; i < to; i++)
    if (
      annotated.classes.of[i] === PREPOSITION ||
      annotated.lexicon.has(i, 'postmodifier') ||
      opensGenitive(annotated, i)
    )
      return i - 1;
  return to - 1;
}

/** "der Sprecher | der Polizei" */
function opensGenitive({ lexicon, classes }: AnnotatedText, word: number): boolean {
  const before = classes.of[word - 1];
  return (
    classes.of[word] === DETERMINER &&
    (before === NOUN || before === NAME) &&
    lexicon.has(word, 'genitive')
  );
}

/** What sort of mention it is, read off its head. */
export function kindOf(annotated: AnnotatedText, from: number, head: number): Kind {
  const { lexicon, classes, markOf } = annotated;
  const kind = classes.of[head];
  if (lexicon.profile.namesInMarks && markOf[head] !== -1) return 'marked';
  if (kind === PRONOUN) return pronounKind(lexicon.at(head, 'pronoun')?.attribute ?? '');
  if (kind === RELATIVE) return 'relative';
  if (lexicon.has(head, 'organisation') || lexicon.has(head, 'organisation-name'))
    return 'organisation';
  if (lexicon.has(head, 'role-plural') || lexicon.has(head, 'group-noun')) return 'plural';
  if (kind === NAME) return head > from && lexicon.has(from, 'title') ? 'titled' : 'name';
  if (lexicon.has(head, 'role') || lexicon.has(head, 'spokesperson')) return 'role';
  if (lexicon.has(head, 'document')) return 'document';
  if (kind === TIME) return 'time';
  if (kind === NUMBER) return 'number';
  return 'other';
}

function pronounKind(attribute: string): Kind {
  if (attribute === 'neuter') return 'neuter';
  return attribute.startsWith('first') || attribute === 'second' ? 'first' : 'pronoun';
}
