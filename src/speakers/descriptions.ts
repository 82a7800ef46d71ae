/**
 * Sources without a name: somebody whom the text has named before, or a description that has to do.
 * @module
 */
import { sentenceNumber, type AnnotatedText } from '../annotation/annotated.ts';
import { withoutPossessive } from '../annotation/possessives.ts';
import { DETERMINER } from '../annotation/tags.ts';
import type { WordSpan } from '../text/spans.ts';
import { mentionsWithin, type EntityIndex } from './entity-index.ts';
import type { Named } from './entity.ts';
import { asEntity, type DiscourseState, type Resolution } from './resolution.ts';

/**
 * How sure each way is, before calibration. All set by hand: they only rank the ways, and calibration tells how often
 * speakers so found are right.
 */
const CONFIDENCE = {
  /** Somebody with that role, if every word of the description fits, or not every. */
  role: 0.8,
  roleLoosely: 0.65,
  /** An organisation that the text has named: its name holds the noun, or it was just the last one. */
  organisationByNoun: 0.8,
  lastOrganisation: 0.6,
  /** Nobody with a name, so only the sort of speaker can be wrong, or that it speaks at all. */
  group: 0.9,
  organisation: 0.7,
  unnamedPerson: 0.8,
  other: 0.6,
} as const;

/** "the Ukrainian leader", "the ministry's spokesman", "the group": whom the text has named; else nobody with a name. */
export function resolveDescription(
  index: EntityIndex,
  source: WordSpan,
  head: number,
  state: DiscourseState,
): Resolution | null {
  const recent = state.last?.entity ?? null;
  const known = index.roles.find(source.from, head, recent);
  if (known) {
    const step = { mention: source, to: known.at, why: 'role' } as const;
    return asEntity(known.named, known.sure ? CONFIDENCE.role : CONFIDENCE.roleLoosely, 'role', [
      step,
    ]);
  }
  return organisationMeant(index, source, head, state) ?? unnamed(index.annotated, source, head);
}

/** Nobody with a name: the words themselves, without article. */
function unnamed(annotated: AnnotatedText, source: WordSpan, head: number): Resolution | null {
  const { lexicon } = annotated;
  const description = describe(annotated, source);
  if (!description) return null;
  const isPerson = lexicon.has(head, 'role') || lexicon.has(head, 'spokesperson');
  const as = (type: Resolution['type'], confidence: number, step: string): Resolution => ({
    entity: null,
    description,
    type,
    confidence,
    step,
    trail: [],
    isPerson,
    gender: lexicon.at(head, 'role')?.attribute ?? '',
  });
  if (lexicon.has(head, 'role-plural') || lexicon.has(head, 'group-noun'))
    return as('group', CONFIDENCE.group, 'group');
  if (lexicon.has(head, 'organisation') || lexicon.has(head, 'document'))
    return as('organization', CONFIDENCE.organisation, 'organisation');
  return as('unknown', isPerson ? CONFIDENCE.unnamedPerson : CONFIDENCE.other, 'description');
}

/** How many sentences back an organisation may have been named for "the group" to mean it. Set by hand: further back, more of them compete. */
const REACH = 3;

/**
 * "the foundation" after "the Harbour Foundation": the organisation whose name holds the noun; "the group" after any:
 * the one that spoke or was named last.
 */
function organisationMeant(
  index: EntityIndex,
  source: WordSpan,
  head: number,
  state: DiscourseState,
): Resolution | null {
  const { annotated } = index;
  const { doc, lexicon, classes } = annotated;
  const isDefinite =
    classes.of[source.from] === DETERMINER &&
    lexicon.at(source.from, 'article')?.attribute === 'definite';
  if (!isDefinite || source.to - source.from !== 2) return null;
  if (!lexicon.has(head, 'organisation') && !lexicon.has(head, 'group-noun')) return null;
  const noun = withoutPossessive(doc, head);
  const before = recentOrganisations(index, source);
  const named = before.find(({ entity }) => entity.key.length > 1 && entity.key.includes(noun));
  const found =
    named ?? (lexicon.has(head, 'any-organisation') ? likeliest(before, state) : undefined);
  if (!found) return null;
  const step = { mention: source, to: found.mention, why: 'role' } as const;
  return asEntity(
    found,
    named ? CONFIDENCE.organisationByNoun : CONFIDENCE.lastOrganisation,
    'organisation-before',
    [step],
  );
}

/** The organisation that spoke last, if it was named lately; else the one named last. */
function likeliest(before: readonly Named[], { last }: DiscourseState): Named | undefined {
  return before.find(({ entity }) => entity === last?.entity) ?? before[0];
}

/** Organisations named in the sentences before `source`, from near to far. */
function recentOrganisations(index: EntityIndex, source: WordSpan): readonly Named[] {
  const { annotated } = index;
  const number = sentenceNumber(annotated, source.from);
  const from = annotated.sentences[Math.max(0, number - REACH)]?.from ?? 0;
  return mentionsWithin(index, { from, to: source.from })
    .filter(
      ({ mention, entity }) =>
        entity.type === 'organization' && annotated.markOf[mention.from] === -1,
    )
    .reverse();
}

/** The words of a source without article, on one line; null where they are too few to describe anybody. */
function describe({ doc, lexicon }: AnnotatedText, source: WordSpan): string | null {
  let from = source.from;
  while (
    from < source.to &&
    (lexicon.has(from, 'article') || lexicon.has(from, 'pronoun-possessive'))
  )
    from++;
  if (from >= source.to) return null;
  // One letter: "Q:", "A:" name nobody.
  if ((doc.words.end[source.to - 1] as number) - (doc.words.start[from] as number) < 2) return null;
  return doc.text
    .slice(doc.words.start[from], doc.words.end[source.to - 1])
    .replace(/['’]s$/, '')
    .replace(/\s+/g, ' ');
}
