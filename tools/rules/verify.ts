/**
 * Runs every rule's examples through the program's own matcher.
 * @module
 */
import { annotate } from '../../src/annotation/annotate.ts';
import { readHtml } from '../../src/html/reader.ts';
import { activeRules } from '../../src/rules/active.ts';
import { Hints } from '../../src/rules/hints.ts';
import { UNDETERMINED } from '../../src/rules/language.ts';
import { Lexicon } from '../../src/rules/lexicon.ts';
import type { LexiconName } from '../../src/rules/lexicons.ts';
import { cueHits } from '../../src/rules/match/cues.ts';
import { withSiteHits } from '../../src/rules/match/publisher-phrases.ts';
import { matchUnit, segmentHits } from '../../src/rules/match/segment-rules.ts';
import { forEachEntry, type Hits } from '../../src/rules/match/trie.ts';
import { markerOf, type Site } from '../../src/rules/publishers.ts';
import { openRules, type Rules } from '../../src/rules/rules.ts';
import type { CompiledRules } from '../../src/rules/types.ts';
import type { Document } from '../../src/text/document.ts';
import { parseText } from '../../src/stages.ts';
import { RuleProblem } from './problem.ts';
import { refusal } from './safe.ts';
import type { SourceFile, SourceRule } from './types.ts';
import type { Verdicts } from './verdicts.ts';

/**
 * Every example that does not do what it says, every phrase that another one makes needless, and every unsafe expression.
 * @param known expressions proven safe before
 */
export function* verify(
  files: readonly SourceFile[],
  compiled: CompiledRules,
  known?: Verdicts,
): Generator<RuleProblem> {
  const rules = openRules(compiled);
  for (const { domains, rules: own } of files) {
    const [, from = 0, to = 0] = compiled.sites.find(([domain]) => domain === domains[0]) ?? [];
    for (const rule of own) {
      if (rule.match === 'expression') yield* verifyExpressions(rule, known);
      if (rule.match === 'phrase') yield* verifyPhrases(rule);
      yield* verifyExamples(rule, (text) => findsRule(rules, rule, text, { from, to }));
    }
  }
  for (const cue of files.flatMap((file) => file.cues))
    yield* cue.unlisted ? verifyExamples(cue, (text) => findsUnlisted(rules, cue.id, text)) : verifyCue(cue, (text) => cueIn(rules, cue.id, text));
  for (const hint of files.flatMap((file) => file.hints)) {
    const own = new Hints([{ hint: hint.hint, words: hint.any.join(' ') }]);
    yield* verifyExamples(hint, (names) => own.of(names) !== 0);
  }
}

type Examples = Pick<SourceRule, 'id' | 'place' | 'positive' | 'negative'>;

function problem({ id, place }: Examples, reason: string, near: string): RuleProblem {
  return new RuleProblem(place.file, place.lineOf(near), reason, id);
}

function* verifyExamples(rule: Examples, finds: (text: string) => boolean): Generator<RuleProblem> {
  for (const text of rule.positive)
    if (!finds(text)) yield problem(rule, `the positive example does not match: ${text}`, text);
  for (const text of rule.negative)
    if (finds(text)) yield problem(rule, `the negative example matches: ${text}`, text);
}

/** The same of a cue. Which of its many forms an example has is hard to see, so it is named. */
function* verifyCue(cue: Examples, formIn: (text: string) => string | undefined): Generator<RuleProblem> {
  yield* verifyExamples({ ...cue, negative: [] }, (text) => formIn(text) !== undefined);
  for (const text of cue.negative) {
    const form = formIn(text);
    if (form !== undefined)
      yield problem(cue, `the negative example matches: ${text} ("${form}" is one of its forms; expressions in which it reports nothing go into "unless")`, text);
  }
}

function* verifyExpressions(rule: SourceRule, known?: Verdicts): Generator<RuleProblem> {
  for (const source of rule.any) {
    const reason = refusal(source, known);
    if (reason) yield problem(rule, `/${source}/ has ${reason}`, source);
  }
}

/** Phrases that hold another phrase of their rule: wherever they stand, that one stands too. */
function* verifyPhrases(rule: SourceRule): Generator<RuleProblem> {
  const phrases = new Set(rule.any);
  for (const phrase of phrases) {
    const part = partsOf(phrase).find((words) => phrases.has(words));
    if (part !== undefined) yield problem(rule, `"${phrase}" finds nothing that "${part}" does not find`, phrase);
  }
}

/** All runs of a phrase's words but the whole. */
function partsOf(phrase: string): readonly string[] {
  const words = phrase.split(' ');
  const parts: string[] = [];
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) parts.push(words.slice(from, to).join(' '));
  return parts.filter((part) => part !== phrase);
}

function findsRule(rules: Rules, rule: SourceRule, text: string, site: Site): boolean {
  if (rule.match === 'element') return findsElement(rules, rule, text, site);
  const { doc, hits } = parseText(text, rules);
  if (rule.kind.startsWith('lexicon/')) return findsInLexicon(rules, rule, doc, hits);
  const first = doc.lines[0];
  const last = doc.lines.at(-1);
  if (!first || !last) return false;
  const unit = { from: 0, to: doc.words.count, start: first.start, end: last.end };
  const found = withSiteHits(segmentHits(rules, hits, activeRules(rules, rule.language || UNDETERMINED, site)), rules, doc, site);
  return matchUnit(rules, doc, found, unit).some(
    (hit) => rules.segmentRules[hit.rule]?.id === rule.id,
  );
}

/** Whether some of the text of a piece of markup stands in an element that the rule names. */
function findsElement(rules: Rules, { id }: SourceRule, html: string, site: Site): boolean {
  const { marks } = readHtml(html, { hintsOf: () => 0, marker: markerOf(rules, site) });
  const bit = 1 << (marks?.rules.findIndex((number) => rules.segmentRules[number]?.id === id) ?? 0);
  return marks?.bits.some((bits) => (bits & bit) !== 0) ?? false;
}

function findsInLexicon(rules: Rules, rule: SourceRule, doc: Document, hits: Hits): boolean {
  let isHit = false;
  forEachEntry(hits, (number) => {
    const entry = rules.entries.at(number);
    isHit ||= entry.type === 'lexicon' && rules.lexiconRules[entry.rule]?.id === rule.id;
  });
  if (isHit) return true;
  const lexicon = new Lexicon(rules, doc, hits, rule.language);
  const endings = new Set(rule.any.filter((entry) => entry.startsWith('-')));
  if (endings.size === 0) return false;
  const folded = Array.from({ length: doc.words.count }, (_, w) =>
    doc.folded.slice(doc.words.start[w], doc.words.end[w]),
  );
  const list = rule.kind.slice('lexicon/'.length) as LexiconName;
  return folded.some((word) => lexicon.endingOf(word) === list || lexicon.endsWith(word, list));
}

/** Whether some verb that no rule has stands like one of saying. */
function findsUnlisted(rules: Rules, id: string, text: string): boolean {
  const { doc, hits } = parseText(text, rules);
  const { sentences } = annotate(doc, rules, hits, UNDETERMINED, doc.lines);
  return [...sentences].some(({ cues }) => cues.some(({ rule }) => rules.cueRules[rule]?.id === id));
}

/** The words by which a cue is found in a text, as they stand there. */
function cueIn(rules: Rules, id: string, text: string): string | undefined {
  const { doc, hits } = parseText(text, rules);
  const hit = cueHits(rules, hits).find(({ rule }) => rules.cueRules[rule]?.id === id);
  return hit && text.slice(doc.words.start[hit.from], doc.words.end[hit.to - 1]);
}
