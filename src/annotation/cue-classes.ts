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
import { COMMA, isBehindMark, PLAIN } from './punctuation.ts';
import { isTiny } from './unlisted-verbs.ts';
import { ALL_CAPS, CAPITAL } from '../text/words.ts';
import {
  AUXILIARY,
  ADVERB,
  CUE,
  CUE_ING,
  DETERMINER,
  isCue,
  NAME,
  NOUN,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TIME,
  VERB,
  type WordClasses,
  isVerbal,
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
  const finite = new Set(cues.filter(({ form }) => FINITE.has(form)).map(({ from }) => from));
  const settled = cues.filter((cue) => {
    if (isInCompound(doc, cue) || isBareInfinitive(doc, lexicon, of, cue)) return false;
    if (lexicon.has(cue.from, 'view-preposition') && !classes.opening[cue.from]) return false;
    if (cue.form === 'phrase') partFromSource(doc, of, cue);
    if (cue.form === 'phrase' || rules.cueRules[cue.rule]?.takes.includes('noun-cue')) return true;
    if (isNounInPhrase(doc, lexicon, gaps, of, finite, cue)) return false;
    if (standsLikeNoun(doc, of, cue) || (nounCapitals && isNounOrAdjective(doc, of, cue)))
      return false;
    // A verb that no rule has is known by its place alone, with or without a particle.
    const isUnlisted = rules.cueRules[cue.rule]?.unlisted === true;
    if (isUnlisted) tagAuxiliaries(doc, lexicon, gaps, of, cue);
    if (separableVerbs && !isUnlisted) {
      const particle = particleOf(doc, lexicon, of, gaps, cue, baseOf(rules, cue));
      if (particle === -1) return false;
      if (particle !== undefined) {
        of[particle] = CUE;
        complete.add(cue);
      }
    }
    if (!nounCapitals && standsLikeName(tagged, cue)) return false;
    if (of[cue.from] !== NAME || opensReport(doc, gaps, tagged, cue))
      of[cue.from] = cue.form === 'ing' ? CUE_ING : CUE;
    // "разводит руками | фермер": the rest of the expression opens no noun phrase.
    if (!lexicon.profile.fittedQuotes)
      for (let w = cue.from + 1; w < cue.to; w++) if (of[w] === NOUN) of[w] = ADVERB;
    return true;
  });
  for (const cue of settled)
    if (!actsItself(doc, gaps, of, cue)) partFromOwner(doc, rules, of, cue);
  if (!nounCapitals)
    for (const cue of settled)
      if (isNameOfSpeaker(doc, lexicon, gaps, tagged, cue)) of[cue.from - 1] = NAME;
  if (!lexicon.profile.thatClauses) for (const cue of settled) markRelative(lexicon, gaps, of, cue);
  // "wies … zurück" is no form of »hinweisen«, nor of »weisen«.
  const rank = (cue: CueHit): number => (complete.has(cue) ? 0 : 1);
  if (separableVerbs) settled.sort((a, b) => a.from - b.from || rank(a) - rank(b));
  return { classes: tagged, cues: settled };
}

/** "«Hem vist res», va | dir Reed": what leads to a verb that no rule has is no source of it. */
function tagAuxiliaries(
  doc: Document,
  lexicon: Lexicon,
  gaps: Uint8Array,
  of: Uint8Array,
  { from }: CueHit,
): void {
  for (let w = from - 1; gaps[w + 1] === PLAIN && isTiny({ doc, lexicon, of }, w); w--)
    if (of[w] === NOUN) of[w] = AUXILIARY;
}

function baseOf({ lemmas }: Rules, { lemma }: CueHit): string {
  const name = lemmas.nameOf(lemma);
  return name.slice(name.indexOf(':') + 1);
}

/**
 * "pour ajouter une aile": where a clause needs a word for “that”, an infinitive reports what a colon or marks follow, "avant d'ajouter : « … »", and a
 * clause where it tells what somebody did: "al anunciar que …". With another clause it is mostly advice to the reader ("cabe destacar que").
 */
function isBareInfinitive(
  { text, words }: Document,
  lexicon: Lexicon,
  of: Uint8Array,
  cue: CueHit,
): boolean {
  if (cue.form !== 'base' || !lexicon.profile.thatClauses) return false;
  if (ANNOUNCES.test(text.slice(words.end[cue.to - 1], words.start[cue.to]))) return false;
  const that = of[cue.to] === PREPOSITION ? cue.to + 1 : cue.to;
  return !lexicon.has(that, 'complementizer') || !isDeed(lexicon, of, cue);
}

/** "al | anunciar que", "avant de lui | dire que"; "para | decir que" where what is done is no state: "es pronto para decir que". */
function isDeed(lexicon: Lexicon, of: Uint8Array, { from }: CueHit): boolean {
  const before = from - (lexicon.has(from - 1, 'pronoun-object') ? 2 : 1);
  if (!lexicon.has(before, 'doing')) return false;
  if (lexicon.at(before, 'doing')?.attribute !== 'purpose') return true;
  for (let w = before - 1; w >= 0 && before - w <= MOST_BEFORE_PURPOSE; w--) {
    if (isCue(of[w]) || of[w] === VERB) return true;
    if (of[w] === AUXILIARY) return lexicon.at(w, 'auxiliary')?.attribute === 'perfect';
  }
  return true;
}

/** Words between a verb and what it is done for. Set by hand; it bounds the work. */
const MOST_BEFORE_PURPOSE = 8;

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

/**
 * "“…,” May said", "Will wrote that …": a modal or a month with a capital, right in front of a verb in the past, is a name. "In May said" is none.
 */
function isNameOfSpeaker(
  { words }: Document,
  lexicon: Lexicon,
  gaps: Uint8Array,
  { of, opening }: WordClasses,
  { from, form }: CueHit,
): boolean {
  const word = from - 1;
  if (form !== 'past' || word < 0 || gaps[from] !== PLAIN) return false;
  if (((words.shape[word] as number) & CAPITAL) === 0) return false;
  if (of[word] === AUXILIARY) return lexicon.has(word, 'modal');
  const isFirst = gaps[word] !== PLAIN || opening[word] !== 0;
  return of[word] === TIME && isFirst && lexicon.has(word, 'month');
}

function standsLikeNoun(doc: Document, of: Uint8Array, cue: CueHit): boolean {
  if (cue.form === 'ing' || cue.form === 'past' || cue.from === 0) return false;
  const before = of[cue.from - 1];
  const near =
    (doc.words.start[cue.from] as number) - (doc.words.end[cue.from - 1] as number) === 1;
  if (near && (before === DETERMINER || before === POSSESSIVE)) return !isClitic(doc, of, cue);
  return near && before === NAME && hasPossessiveS(doc, cue.from - 1);
}

const FINITE: ReadonlySet<string> = new Set(['past', 'present']);

/**
 * "a hospital | trust", "the mayor's first | claim", "the NHS | trust has paid", "the care | trust, which runs it,": a base form is the head of the noun
 * phrase that it closes where that has an article for one thing or an owner in front, or where a verb or a relative clause follows.
 */
function isNounInPhrase(
  doc: Document,
  lexicon: Lexicon,
  gaps: Uint8Array,
  of: Uint8Array,
  finite: ReadonlySet<number>,
  { from, to, form }: CueHit,
): boolean {
  if (form !== 'base' || from === 0 || gaps[from] !== PLAIN) return false;
  const isNominal = (word: number): boolean => of[word] === NOUN || of[word] === NAME;
  if (!isNominal(from - 1)) return false;
  let first = from - 1;
  for (; isNominal(first) && from - first <= MOST_IN_PHRASE; first--) {
    if (hasPossessiveS(doc, first)) return true;
    if (gaps[first] !== PLAIN) return false;
  }
  if (isPlural(doc, lexicon, from - 1)) return false;
  const isOne = lexicon.at(first, 'article')?.attribute === 'indefinite';
  // "a majority | say"
  if (isOne && !lexicon.has(from - 1, 'group-noun')) return true;
  if (of[first] !== DETERMINER && of[first] !== POSSESSIVE) return false;
  const isRelative = of[to] === RELATIVE || lexicon.has(to, 'relative');
  if (gaps[to] === COMMA) return isRelative;
  return gaps[to] === PLAIN && (of[to] === AUXILIARY || finite.has(to));
}

/** "the ministers | claim" */
function isPlural({ folded, words }: Document, lexicon: Lexicon, word: number): boolean {
  if (lexicon.has(word, 'role-plural')) return true;
  const isAcronym = ((words.shape[word] as number) & ALL_CAPS) !== 0;
  return !isAcronym && folded[(words.end[word] as number) - 1] === 's';
}

/** Words of a noun phrase that are looked at. Set by hand; it bounds the work. */
const MOST_IN_PHRASE = 5;

/** "Said | Nora Hale, “It is …”": at the start of a sentence, a name behind it, and then words in marks. */
function opensReport(
  { text, words }: Document,
  gaps: Uint8Array,
  { of, opening }: WordClasses,
  { from, to, form }: CueHit,
): boolean {
  if (form !== 'past' || !opening[from]) return false;
  let at = to;
  while (at < to + MOST_IN_NAME && of[at] === NAME && gaps[at] === PLAIN) at++;
  return at > to && INTRODUCES.test(text.slice(words.end[at - 1], words.start[at]));
}

const MOST_IN_NAME = 4;
const INTRODUCES = /^[,:]\s[«„“"]$/;

/** "Hale's | report says", "Hale's | report, published on Friday, says": the noun is the subject of another verb. */
function actsItself(
  { text, words }: Document,
  gaps: Uint8Array,
  of: Uint8Array,
  { to }: CueHit,
): boolean {
  if (gaps[to] === COMMA) return !isBehindMark(text, words, to);
  return gaps[to] === PLAIN && isVerbal(of[to]);
}

/** "Hale's | conclusion that …": whoever owns the noun speaks, so the two are no one mention. */
function partFromOwner(doc: Document, rules: Rules, of: Uint8Array, cue: CueHit): void {
  const isOwned =
    cue.form === 'phrase' &&
    cue.from > 0 &&
    of[cue.from] === NOUN &&
    hasPossessiveS(doc, cue.from - 1) &&
    rules.cueRules[cue.rule]?.takes.includes('noun-cue');
  if (isOwned) of[cue.from] = CUE;
}

/** "a message | that said: “Sorry.”": right in front of its verb the word for “that” stands for the noun before. */
function markRelative(lexicon: Lexicon, gaps: Uint8Array, of: Uint8Array, cue: CueHit): void {
  const that = cue.from - 1;
  if ((cue.form !== 'past' && cue.form !== 'present') || !lexicon.has(that, 'complementizer'))
    return;
  const isBehindNoun = of[that - 1] === NOUN || of[that - 1] === NAME || isCue(of[that - 1]);
  if (isBehindNoun && gaps[that] === PLAIN && gaps[cue.from] === PLAIN) of[that] = RELATIVE;
}

/**
 * "L'uomo | gli dice": in languages where pronouns look like articles, one right behind a noun is none. Behind a verb it may be: "dice la
 * domanda".
 */
function isClitic({ words }: Document, of: Uint8Array, { from, form }: CueHit): boolean {
  const subject = of[from - 2];
  const isNear = (words.start[from - 1] as number) - (words.end[from - 2] ?? 0) === 1;
  const isBehindNoun = subject === NOUN || subject === NAME || subject === PRONOUN;
  return form === 'present' && of[from - 1] === DETERMINER && isNear && isBehindNoun;
}

/** "по словам Ласкина": without an article between them, the noun of a phrase would be one mention with its source. */
function partFromSource(doc: Document, of: Uint8Array, { from, to }: CueHit): void {
  const isNominal = (word: number): boolean => of[word] === NOUN || of[word] === NAME;
  if (to - from < 2 || to >= of.length || !isNominal(to - 1) || !isNominal(to)) return;
  if ((doc.words.start[to] as number) - (doc.words.end[to - 1] as number) === 1)
    of[to - 1] = PREPOSITION;
}
