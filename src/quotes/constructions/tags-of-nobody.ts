/**
 * Tags that name nobody: "El servicio vuelve el jueves, | se indicó ayer en la estación.", "…, | a-t-il été précisé", "…, | según se informó". The clause in
 * front is what was said.
 * @module
 */
import { adverbialAt } from '../../annotation/adverbials.ts';
import { hasVerb, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { COMMA } from '../../annotation/punctuation.ts';
import { isCue, PREPOSITION, PRONOUN } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { Built } from './built.ts';
import type { WordSpan } from '../../text/spans.ts';
import { isPassive } from '../passive.ts';
import { speakerFrom } from '../whole-sources.ts';

/** The clause in front of such a tag, which ends its sentence; null where none stands there. */
export function tagOfNobody(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): Built | null {
  const { gaps, markOf } = annotated;
  const border = startOfTag(annotated, sentence, cue);
  if (border < 0 || gaps[border] !== COMMA || markOf[border - 1] !== -1) return null;
  const content = { from: sentence.from, to: border };
  if (!isClause(annotated, content)) return null;
  const source = whoseTag(annotated, sentence, cue.to);
  return source === undefined ? null : { content: [content], source };
}

/** Where the group of the verb starts, or a fixed expression; -1 if somebody may be meant by it. */
function startOfTag(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): number {
  const { gaps, lexicon, rules } = annotated;
  const takes = rules.cueRules[cue.rule]?.takes ?? [];
  if (cue.form === 'phrase')
    return isOfNobody(annotated, cue, takes.includes('clause')) ? cue.from : -1;
  if (!takes.includes('clause') || cue.form === 'base' || cue.form === 'ing') return -1;
  let from = cue.from;
  let isOpen = cue.form === 'participle' && isPassive(annotated, sentence, cue);
  while (from > sentence.from && gaps[from] !== COMMA && cue.from - from < MOST_IN_GROUP) {
    from--;
    isOpen ||=
      lexicon.has(from, 'impersonal') || lexicon.at(from, 'pronoun')?.attribute === 'indefinite';
    // "s'est-il réjoui": somebody.
    const isSomebody =
      annotated.classes.of[from] === PRONOUN &&
      lexicon.at(from, 'pronoun')?.attribute !== 'indefinite';
    if (isSomebody && !isPassive(annotated, sentence, cue)) return -1;
    // "se lo han dicho"
    if (isCue(annotated.classes.of[from])) return -1;
  }
  return isOpen && from > sentence.from ? from : -1;
}

/** "según trascendió", and no "a su juicio", "selon lui". */
function isOfNobody(
  { lexicon }: AnnotatedText,
  { from, to }: CueHit,
  takesClause: boolean,
): boolean {
  if (!takesClause || lexicon.has(to - 1, 'relative')) return false;
  for (let w = from; w < to; w++)
    if (OF_SOMEBODY.some((list) => lexicon.has(w, list))) return false;
  return true;
}

const OF_SOMEBODY = ['pronoun-possessive', 'pronoun', 'pronoun-object'] as const;

/**
 * Whom the tag was heard from: "a-t-on indiqué | au parquet", "si apprende da | fonti della questura"; null where nothing but when, where and to whom it was
 * said stands behind it, undefined where the sentence goes on.
 */
function whoseTag(
  annotated: AnnotatedText,
  sentence: Sentence,
  word: number,
): WordSpan | null | undefined {
  let at = word;
  let source: WordSpan | null = null;
  for (let steps = 0; steps < MOST_ADVERBIALS && at < sentence.to; steps++) {
    const step = adverbialAt(annotated, sentence, at);
    if (!step) return undefined;
    const body: WordSpan | undefined = source ? undefined : bodyBehind(annotated, sentence, at);
    source ??= body ?? null;
    at = body?.to ?? step.to;
  }
  return at >= sentence.to ? source : undefined;
}

/** Who stands behind a preposition and can only have said it: no place, no medium, nobody that it was said to. */
function bodyBehind(
  annotated: AnnotatedText,
  sentence: Sentence,
  at: number,
): WordSpan | undefined {
  const { classes, lexicon } = annotated;
  if (classes.of[at] !== PREPOSITION || lexicon.has(at, 'attachment')) return undefined;
  const next = classes.of[at + 1] === PREPOSITION ? at + 2 : at + 1;
  const body = speakerFrom(annotated, sentence, next);
  if (!body) return undefined;
  const isTold = lexicon.has(at, 'addressee-preposition');
  for (let w = body.from; w < body.to; w++) {
    if (lexicon.has(w, 'medium') || lexicon.has(w, 'document')) return undefined;
    if (lexicon.has(w, 'group-noun')) return body;
    if (!isTold && lexicon.has(w, 'role-plural')) return body;
  }
  return undefined;
}

function isClause(annotated: AnnotatedText, content: WordSpan): boolean {
  return content.to - content.from >= LEAST_IN_CLAUSE && hasVerb(annotated, content);
}

const MOST_IN_GROUP = 6;
const MOST_ADVERBIALS = 5;
const LEAST_IN_CLAUSE = 4;
