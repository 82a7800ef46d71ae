/**
 * The rules as files that `GET /v1/rules` reads: an index, and the rules of each group in a file of their own.
 * Their texts and examples would never fit into the Worker.
 * @module
 */
import { fold } from '../../src/text/fold.ts';
import { groupBy } from '../../src/text/group.ts';
import { RULE_INDEX, RULE_WORDS, shardPath } from '../../src/http/assets.ts';
import type { SegmentRule, WeightTable } from '../../src/rules/types.ts';
import type { Rule, RuleIndex } from '../../src/schema/rule.ts';
import { TABLE } from '../../src/segments/model/model.ts';
import { priorOf } from '../../src/segments/model/priors.ts';
import type { SourceCue, SourceFile, SourceRule } from './types.ts';

type Tables = Readonly<Record<string, WeightTable>>;

const PER_UNIT = 100;
const NO_LANGUAGE = 'und';

/** All rules of some files, by language, and then in order of their ids. */
export function catalogueOf(files: readonly SourceFile[], weights: Tables): readonly Rule[] {
  const rules = files.flatMap((file) => file.rules).map((rule) => ruleEntry(rule, weights[TABLE]));
  const cues = files.flatMap((file) => file.cues).map(cueEntry);
  // Languages that weights are fitted on come first, then the others, then rules of none and of publishers.
  const fitted = weights[TABLE]?.languages ?? [];
  const rankOf = ({ language }: Rule): number => {
    if (language === NO_LANGUAGE) return Infinity;
    const place = fitted.indexOf(language);
    return place < 0 ? fitted.length : place;
  };
  return [...rules, ...cues].sort((a, b) => {
    const [left, right] = [rankOf(a), rankOf(b)];
    return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1;
  });
}

function ruleEntry(rule: SourceRule, table: WeightTable | undefined): Rule {
  return {
    ...head(rule),
    kind: rule.kind,
    match: rule.match,
    any: [...rule.any],
    unless: [...rule.unless],
    ...(rule.certain ? { certain: true } : {}),
    ...(rule.minWords === undefined ? {} : { minWords: rule.minWords }),
    ...(rule.maxWords === undefined ? {} : { maxWords: rule.maxWords }),
    ...(rule.share === undefined ? {} : { share: rule.share }),
    ...(rule.needs.length === 0 ? {} : { needs: [...rule.needs] }),
    ...(rule.kind.startsWith('lexicon/') ? UNWEIGHED : weightsOf(rule, table)),
    examples: examplesOf(rule),
  };
}

function cueEntry(cue: SourceCue): Rule {
  return {
    ...head(cue),
    kind: `cue/${cue.class}`,
    match: 'cue',
    any: [...cue.phrases],
    unless: [...cue.unless],
    verbs: [...cue.verbs],
    takes: [...cue.takes],
    ...UNWEIGHED,
    weight: cue.weight ?? null,
    examples: examplesOf(cue),
  };
}

function head({ id, language, why }: SourceRule | SourceCue): Pick<Rule, 'id' | 'language' | 'description'> {
  return { id, language: language === '' ? NO_LANGUAGE : language, description: why };
}

function examplesOf({ positive, negative }: SourceRule | SourceCue): Rule['examples'] {
  return { positive: [...positive], negative: [...negative] };
}

type Weighed = Pick<Rule, 'weight' | 'weights' | 'fitted'>;

const UNWEIGHED: Weighed = { weight: null, weights: {}, fitted: false };

/** What the model reads: the fitted row of the rule, or its prior. */
function weightsOf(rule: SourceRule, table: WeightTable | undefined): Weighed {
  const row = rule.weight === undefined ? table?.rows[`rule=${rule.id}`] : undefined;
  if (table === undefined || row === undefined) {
    const weight = priorOf(rule as Pick<SourceRule, 'match' | 'certain' | 'weight'> as SegmentRule);
    return { weight, weights: { [rule.kind]: weight }, fitted: false };
  }
  const weights: Record<string, number> = {};
  for (let i = 0; i < row.length; i += 2) {
    weights[table.columns[row[i] as number] as string] = (row[i + 1] as number) / PER_UNIT;
  }
  return { weight: weights[rule.kind] ?? 0, weights, fitted: true };
}

/**
 * What a search looks at: why the rule is there, its name, and what it finds. Each word once, and none that is a part of another: a
 * search is for parts of words. The Worker reads the words of all rules at the first search.
 */
function wordsOf({ id, description, any, verbs = [], examples }: Rule): string {
  const text = fold([id, description, ...any, ...verbs, ...examples.positive].join('\n'));
  const words = [...new Set(text.split(/\s+/u))].sort((a, b) => b.length - a.length);
  let kept = '';
  for (const word of words) if (!kept.includes(word)) kept += `${kept && ' '}${word}`;
  return kept;
}

/** The catalogue's files by path, as the Worker asks for them. */
export function catalogueFiles(rules: readonly Rule[]): ReadonlyMap<string, string> {
  const index: RuleIndex = rules.map(({ id, language, kind }) => [id, language, kind]);
  const files = new Map([
    [RULE_INDEX, JSON.stringify(index)],
    [RULE_WORDS, rules.map(wordsOf).join('\n')],
  ]);
  for (const [path, shard] of groupBy(rules, ({ id }) => shardPath(id))) {
    files.set(path, JSON.stringify(Object.fromEntries(shard.map((rule) => [rule.id, rule]))));
  }
  return files;
}
