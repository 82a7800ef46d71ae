/**
 * Ten times the rules: the rules of the project, and nine times as many that are made of the same words in other order.
 * @module
 */
import { openRules, type Rules } from '../../src/rules/rules.ts';
import { compile } from '../rules/compile.ts';
import { readSources } from '../rules/main.ts';
import type { SourceFile, SourceRule } from '../rules/types.ts';
import { numbers } from './pages.ts';

const COPIES = 9;

export interface ManyRules {
  readonly plain: Rules;
  /** Ten times the phrases and word lists, and the expressions as they are. */
  readonly phrases: Rules;
  /** Ten times everything. Expressions cannot be made up, so each stands there ten times, and is tried ten times. */
  readonly all: Rules;
}

/** The rules as they are, and ten times as many, all compiled here. */
export function manyRules(root: string): ManyRules {
  const { files, weights } = readSources(root);
  const make = (all: readonly SourceFile[]): Rules => openRules(compile(all, weights));
  return {
    plain: make(files),
    phrases: make([...files, ...copiesOf(files, false)]),
    all: make([...files, ...copiesOf(files, true)]),
  };
}

function copiesOf(files: readonly SourceFile[], withExpressions: boolean): readonly SourceFile[] {
  const chance = numbers(7);
  const rules = files.flatMap((file) => file.rules);
  const pool = rules.flatMap(({ any, match }) =>
    match === 'expression' ? [] : any.flatMap((phrase) => wordsOf(phrase)),
  );
  let made = 0;
  const pick = (): string => pool[Math.floor(chance() * pool.length)] ?? '';
  const other = (phrase: string): string => {
    const count = wordsOf(phrase).length;
    // A single word in another order is the same word.
    return count < 2 ? madeUp(phrase, made++) : Array.from({ length: count }, pick).join(' ');
  };
  const copy = (rule: SourceRule, number: number): SourceRule => ({
    ...rule,
    id: `${rule.id}-${number}`,
    any: rule.match === 'expression' ? rule.any : rule.any.flatMap(restOf).map(other),
    unless: rule.unless.flatMap(restOf).map(other),
  });
  return files.map((file) => ({
    ...file,
    cues: [],
    hints: [],
    languages: [],
    rules: Array.from({ length: COPIES }, (_, i) =>
      file.rules
        .map((rule) => copy(rule, i + 2))
        .filter(({ any, match }) => any.length > 0 && (withExpressions || match !== 'expression')),
    ).flat(),
  }));
}

/** The words of an entry, without its attribute. */
function wordsOf(phrase: string): readonly string[] {
  return (phrase.split(':')[0] ?? '').split(' ').filter((word) => /^\p{Ll}{2,}$/u.test(word));
}

/** Endings and entries of other scripts are left out: nothing else can be made of them. */
function restOf(phrase: string): readonly string[] {
  return wordsOf(phrase).length > 0 ? [phrase] : [];
}

/** A word that no other entry has. */
function madeUp(phrase: string, number: number): string {
  const tail = [...String(number)].map((digit) => 'bdfgklmnrs'[Number(digit)] + 'a').join('');
  return [...(wordsOf(phrase)[0] ?? '')].toReversed().join('') + tail;
}
