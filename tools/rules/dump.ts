/**
 * `npm run rules -- --dump-trie WORD`: the phrases that start with a word, as the compiled trie has them, and what each
 * stands for. Where a phrase is listed but finds nothing in a text, the fault is in the matcher; where it is missing, in
 * the compiler.
 * @module
 */
import { openTrie, type TrieArrays } from '../../src/rules/codec/trie.ts';
import { openRules, type Rules } from '../../src/rules/rules.ts';
import type { CompiledRules } from '../../src/rules/types.ts';
import { fold } from '../../src/text/fold.ts';
import { NUMBER_ID } from '../../src/text/words.ts';
import { columns } from '../eval/print.ts';

/** Words by number, and an entry that they stand for. */
export interface Phrase {
  readonly words: readonly number[];
  readonly entry: number;
}

/** All phrases from a first word on, shorter ones before longer ones that begin with them. */
export function phrasesFrom(trie: TrieArrays, first: number): readonly Phrase[] {
  return first < trie.firstLevel ? [...phrasesBelow(trie, first, [first])] : [];
}

/** All phrases, by first word. */
export function allPhrases(trie: TrieArrays): readonly Phrase[] {
  return Array.from({ length: trie.firstLevel }, (_, word) => phrasesFrom(trie, word)).flat();
}

/** As deep as the longest phrase is long. */
function* phrasesBelow(trie: TrieArrays, node: number, words: readonly number[]): Generator<Phrase> {
  const { firstLevel, firstChild, word, accepts, lists } = trie;
  const list = accepts[node] as number;
  const from = list + 1;
  for (const entry of lists.subarray(from, from + (lists[list] as number))) yield { words, entry };
  for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++)
    yield* phrasesBelow(trie, child, [...words, word[child - firstLevel] as number]);
}

/** A line for each phrase that starts with a folded word, or with any number (`{n}`); none where no phrase does. */
export function dumpTrie(compiled: CompiledRules, first: string): readonly string[] {
  const rules = openRules(compiled);
  const { vocabulary } = rules;
  const number = first === vocabulary.word(NUMBER_ID) ? NUMBER_ID : vocabulary.get(first);
  if (number === undefined) return [];
  const phrases = phrasesFrom(openTrie(compiled.trie), number);
  return columns(
    phrases.map(({ words, entry }) => [words.map((word) => vocabulary.word(word)).join(' '), meaningOf(rules, entry)]),
  );
}

/** What an entry stands for, by the ids that rule files have. */
function meaningOf({ entries, segmentRules, lexiconRules, cueRules, lemmas }: Rules, number: number): string {
  const entry = entries.at(number);
  switch (entry.type) {
    case 'segment':
      return `finding of ${segmentRules[entry.rule]?.id}`;
    case 'veto':
      return `exception of ${some(entry.rules.map((rule) => segmentRules[rule]?.id ?? ''))}`;
    case 'lexicon':
      return `entry of ${lexiconRules[entry.rule]?.id}${entry.attribute === '' ? '' : `, ${entry.attribute}`}`;
    case 'cue-veto':
      return `exception of ${cueRules[entry.rule]?.id}`;
    case 'cue':
      return `${entry.form} of ${lemmas.nameOf(entry.lemma)}`;
  }
}

/** Common words are exceptions of hundreds of rules. */
const MOST_SHOWN = 4;

function some(ids: readonly string[]): string {
  const more = ids.length - MOST_SHOWN;
  return more > 1 ? `${ids.slice(0, MOST_SHOWN).join(', ')} and ${more} more` : ids.join(', ');
}

/** The same as it is printed, for a word as somebody writes it. */
export function dumpText(compiled: CompiledRules, word: string): string {
  const lines = dumpTrie(compiled, fold(word));
  return lines.length > 0 ? lines.join('\n') : `no phrase starts with "${word}"`;
}
