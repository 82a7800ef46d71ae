/**
 * Which cues stand as verbs: a form of one may also be a noun ("the claim"), an adjective or a name.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { Rules } from '../rules/rules.ts';
import type { Document } from '../text/document.ts';
import { isNounOrAdjective, particleOf } from './noun-capitals.ts';
import { hasPossessiveS } from './possessives.ts';
import {
  CUE,
  CUE_ING,
  DETERMINER,
  NAME,
  NOUN,
  POSSESSIVE,
  PREPOSITION,
  type WordClasses,
} from './tags.ts';

/** Cues, and the word classes as they are once it is known which words are cues. */
export interface TaggedCues {
  readonly classes: WordClasses;
  readonly cues: readonly CueHit[];
}

/**
 * The cues that stand as verbs, or are nouns by their rule. In the classes returned, the former are verbs of saying.
 * A form that is both ("claims", "report") is a noun right after a determiner or possessive.
 */
export function settleCues(
  doc: Document,
  rules: Rules,
  lexicon: Lexicon,
  gaps: Uint8Array,
  classes: WordClasses,
  cues: readonly CueHit[],
): TaggedCues {
  const { nounCapitals, separableVerbs } = lexicon.profile;
  // One copy, which later cues read as earlier ones have left it: behind "says the report", "report" is no noun.
  const of = classes.of.slice();
  const tagged = { ...classes, of };
  const complete = new Set<CueHit>();
  const settled = cues.filter((cue) => {
    if (isInCompound(doc, cue) || isBareInfinitive(doc, lexicon, cue)) return false;
    if (cue.form === 'phrase') partFromSource(doc, of, cue);
    if (cue.form === 'phrase' || rules.cueRules[cue.rule]?.takes.includes('noun-cue')) return true;
    if (standsLikeNoun(doc, of, cue) || (nounCapitals && isNounOrAdjective(doc, of, cue)))
      return false;
    if (separableVerbs) {
      const particle = particleOf(doc, lexicon, of, gaps, cue, baseOf(rules, cue));
      if (particle === -1) return false;
      if (particle !== undefined) {
        of[particle] = CUE;
        complete.add(cue);
      }
    }
    if (!nounCapitals && standsLikeName(tagged, cue)) return false;
    if (of[cue.from] !== NAME) of[cue.from] = cue.form === 'ing' ? CUE_ING : CUE;
    return true;
  });
  // "wies … zurück" is no form of »hinweisen«, nor of »weisen«.
  const rank = (cue: CueHit): number => (complete.has(cue) ? 0 : 1);
  if (separableVerbs) settled.sort((a, b) => a.from - b.from || rank(a) - rank(b));
  return { classes: tagged, cues: settled };
}

function baseOf({ lemmas }: Rules, { lemma }: CueHit): string {
  const name = lemmas.nameOf(lemma);
  return name.slice(name.indexOf(':') + 1);
}

/**
 * "pour ajouter une aile": where a clause needs a word for “that”, an infinitive reports only what a colon or marks follow:
 * "avant d'ajouter : « … »". With a clause it is mostly advice to the reader ("cabe destacar que").
 */
function isBareInfinitive({ text, words }: Document, { profile }: Lexicon, cue: CueHit): boolean {
  if (cue.form !== 'base' || !profile.thatClauses) return false;
  return !ANNOUNCES.test(text.slice(words.end[cue.to - 1], words.start[cue.to]));
}

const ANNOUNCES = /^\s?:|\s[«„“"]/;

/** "the council-ordered repairs": one word with what stands in front of its hyphen. */
function isInCompound({ text, words }: Document, { from }: CueHit): boolean {
  const start = words.start[from] as number;
  return from > 0 && text[start - 1] === '-' && words.end[from - 1] === start - 1;
}

/** "Hope Hale came", "the Avon Report": a base form with a capital where that means a name. */
function standsLikeName({ of, opening }: WordClasses, { from, form }: CueHit): boolean {
  return form === 'base' && of[from] === NAME && opening[from] === 0;
}

function standsLikeNoun(doc: Document, of: Uint8Array, cue: CueHit): boolean {
  if (cue.form === 'ing' || cue.form === 'past' || cue.from === 0) return false;
  const before = of[cue.from - 1];
  const near =
    (doc.words.start[cue.from] as number) - (doc.words.end[cue.from - 1] as number) === 1;
  if (near && (before === DETERMINER || before === POSSESSIVE)) return true;
  return near && before === NAME && hasPossessiveS(doc, cue.from - 1);
}

/** "по словам Ласкина": without an article between them, the noun of a phrase would be one mention with its source. */
function partFromSource(doc: Document, of: Uint8Array, { from, to }: CueHit): void {
  const isNominal = (word: number): boolean => of[word] === NOUN || of[word] === NAME;
  if (to - from < 2 || to >= of.length || !isNominal(to - 1) || !isNominal(to)) return;
  if ((doc.words.start[to] as number) - (doc.words.end[to - 1] as number) === 1)
    of[to - 1] = PREPOSITION;
}
