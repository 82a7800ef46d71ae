/**
 * What sort of mention a noun phrase is, read off its head.
 * @module
 */
import { NAME, NUMBER, PREPOSITION, PRONOUN, RELATIVE, TIME } from '../mentions/classes.ts';
import type { Scene } from './scene.ts';

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
] as const;
export type Kind = (typeof KINDS)[number];

/** The last word before the first attachment. */
export function headOf(scene: Scene, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) if (scene.classes.of[i] === PREPOSITION) return i - 1;
  return to - 1;
}

/** What sort of mention it is, read off its head. */
export function kindOf(scene: Scene, from: number, head: number): Kind {
  const { lexicon, classes } = scene;
  const kind = classes.of[head];
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
