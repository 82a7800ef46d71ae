/**
 * The bundled rules as clients see them.
 * @module
 */
import * as v from 'valibot';

const texts = v.array(v.string());

/** One rule: what it looks for, how much it counts, and what it must and must not find. */
export const RuleSchema = v.object({
  id: v.pipe(v.string(), v.description('As it stands in evidence: folder, group and name.')),
  language: v.pipe(v.string(), v.description('Primary language subtag; und for no language.')),
  kind: v.pipe(
    v.string(),
    v.description(
      'What it speaks for: a label and its kind (ads/house), a word list (lexicon/title), or a class of reporting expressions (cue/denial).',
    ),
  ),
  description: v.pipe(v.string(), v.description('Why the rule is there.')),
  match: v.pipe(
    v.picklist(['phrase', 'line', 'start', 'end', 'words', 'expression', 'element', 'cue']),
    v.description(
      'How an entry must stand in a line; element: around it, in HTML; cue: anywhere, in all its forms.',
    ),
  ),
  any: v.pipe(
    texts,
    v.description(
      'What is looked for: phrases, words, expressions, or elements as tag, .class, #id or tag.class. A colon sets off an attribute of a word, a hyphen in front marks an ending.',
    ),
  ),
  unless: v.pipe(texts, v.description('Phrases that keep the rule from firing.')),
  certain: v.exactOptional(
    v.pipe(v.literal(true), v.description('A finding is as good as proof.')),
  ),
  minWords: v.exactOptional(
    v.pipe(v.number(), v.description('Only in lines of at least so many words.')),
  ),
  maxWords: v.exactOptional(
    v.pipe(v.number(), v.description('Only in lines of at most so many words.')),
  ),
  share: v.exactOptional(
    v.pipe(v.number(), v.description('Share of a line’s words that must be entries.')),
  ),
  needs: v.exactOptional(
    v.pipe(texts, v.description('An expression is tried where one of these literals stands.')),
  ),
  verbs: v.exactOptional(
    v.pipe(
      texts,
      v.description(
        'Verbs of a reporting expression in five forms: base, present, past, participle, -ing.',
      ),
    ),
  ),
  takes: v.exactOptional(
    v.pipe(texts, v.description('What stands beside a reporting expression.')),
  ),
  weight: v.pipe(
    v.nullable(v.number()),
    v.description(
      'What a finding adds for the rule’s own kind, in log-odds. Null for word lists, and for reporting expressions that do not state it: they count in many ways.',
    ),
  ),
  fitted: v.pipe(
    v.boolean(),
    v.description(
      'Whether the weight was learned from labelled pages; if not it is a prior, or what a publisher’s or an own rule states.',
    ),
  ),
  weights: v.pipe(
    v.record(v.string(), v.number()),
    v.description('What a finding adds for each kind; kinds that are not named get nothing.'),
  ),
  examples: v.pipe(
    v.object({ positive: texts, negative: texts }),
    v.description('Texts that it must find, and must leave alone.'),
  ),
});

/** A page of the list. */
export const RuleListSchema = v.object({
  rulesVersion: v.string(),
  total: v.pipe(v.number(), v.description('Rules that the filters leave.')),
  offset: v.number(),
  rules: v.array(RuleSchema),
});

/** The bundled rules by id, language and kind, in the order of the list: what filters look at. */
export type RuleIndex = readonly (readonly [id: string, language: string, kind: string])[];

export type Rule = v.InferOutput<typeof RuleSchema>;
export type RuleList = v.InferOutput<typeof RuleListSchema>;
