/**
 * What is tied to a source: by a preposition, "a friend of Ines Holt", or by an adjective or a participle, "a source close to Ines Holt".
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import type { NounPhrase } from '../../annotation/noun-phrases.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { PREPOSITION } from '../../annotation/tags.ts';
import { ATTACHED, type Attachment } from './names.ts';

/** Whether the mention that starts at `from` only says whom another one is close to, or by whom it was seen. */
export function isInPostmodifier({ postmodifiers }: Sentence, from: number): boolean {
  return postmodifiers.some((one) => one.from < from && from < one.to);
}

/** Where a source ends that has something tied to it, and where the words end that belong to it. */
export interface Tied {
  readonly to: number;
  readonly reach: number;
  readonly attachment: Attachment;
}

/**
 * What is tied to phrase `i`, or to what prepositions tie to it, without a comma and in front of `limit`: "a lawyer | for the family | familiar with
 * the case". Undefined where nothing is.
 */
export function postmodifierOf(
  { classes: { of }, gaps }: AnnotatedText,
  { postmodifiers }: Sentence,
  phrases: readonly NounPhrase[],
  i: number,
  limit: number,
): Tied | undefined {
  if (postmodifiers.length === 0) return undefined;
  for (let last = i; last < phrases.length && last - i < MOST_TIED; last++) {
    const { from, to, pronoun } = phrases[last] as NounPhrase;
    if (pronoun) return undefined;
    const found = postmodifiers.find((one) => one.from > from && one.from <= to);
    if (found)
      return found.to > limit || gaps[found.from] === COMMA
        ? undefined
        : {
            to: found.isApart ? found.from : found.to,
            reach: found.to,
            attachment: attachmentOf(found.isApart),
          };
    const next = phrases[last + 1];
    const isTied =
      next?.from === to + 1 &&
      of[to] === PREPOSITION &&
      gaps[to] === PLAIN &&
      gaps[next.from] === PLAIN;
    if (!isTied) return undefined;
  }
  return undefined;
}

function attachmentOf(isApart: boolean): Attachment {
  return isApart ? ATTACHED.none : ATTACHED.all;
}

const MOST_TIED = 3;

/** The last noun phrase that prepositions or the genitive tie to noun phrase `i` without a break, up to `limit`. */
export function chainEnd(
  annotated: AnnotatedText,
  phrases: readonly NounPhrase[],
  i: number,
  limit: number,
): number {
  let last = i;
  while (last < limit && last - i < 3) {
    const here = phrases[last] as NounPhrase;
    const next = phrases[last + 1] as NounPhrase;
    const joined =
      next.from === here.to + 1 &&
      annotated.classes.of[here.to] === PREPOSITION &&
      annotated.gaps[here.to] === PLAIN &&
      annotated.gaps[next.from] === PLAIN;
    const owned =
      next.from === here.to &&
      annotated.gaps[next.from] === PLAIN &&
      annotated.lexicon.has(next.from, 'genitive');
    if ((!joined && !owned) || here.pronoun) break;
    last++;
  }
  return last;
}
