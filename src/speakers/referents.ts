/**
 * All whom the source of a quote may mean. That it means none of them is always possible.
 * @module
 */
import { sentenceNumber, type AnnotatedText } from '../annotation/annotated.ts';
import { isApposedIn } from '../annotation/appositions.ts';
import { headOf } from '../annotation/mention-types.ts';
import { COLON, isBehindMark } from '../annotation/punctuation.ts';
import { DETERMINER, NAME, NOUN, PRONOUN, RELATIVE } from '../annotation/tags.ts';
import type { RawQuote } from '../quotes/quote.ts';
import type { WordSpan } from '../text/spans.ts';
import { ALL_CAPS } from '../text/words.ts';
import { describedReferents } from './descriptions.ts';
import { lastBefore } from './entity-features.ts';
import { mentionsWithin, type EntityIndex } from './entity-index.ts';
import type { Named } from './entity.ts';
import { asGroup } from './description.ts';
import { listAround } from './lists.ts';
import { named } from './named.ts';
import type { Form } from './model/features.ts';
import { peopleMeant } from './people.ts';
import { relativeGround } from './relatives.ts';
import type { Discourse, Referent, Resolution } from './resolution.ts';
import { groundOf, type Ground } from './source.ts';
import { thingsMeant } from './things.ts';

/** A source with all whom it may mean. */
export interface Referents {
  readonly form: Form;
  readonly all: readonly Referent[];
}

/**
 * @param source the source of the quote
 * @param discourse who spoke before: quotes must come in the order of the text
 */
export function referentsOf(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  discourse: Discourse,
): Referents {
  const { classes, lexicon } = index.annotated;
  const head = headOfSource(index.annotated, source);
  const kind = classes.of[head];
  const isAlone = source.to - source.from === 1;
  if (kind === PRONOUN || (kind === RELATIVE && isAlone)) {
    const attribute = lexicon.at(source.from, 'pronoun')?.attribute ?? '';
    if (classes.of[source.from] === RELATIVE || attribute === 'relative')
      return relativeReferents(index, quote, source, discourse, attribute === 'relative');
    return pronounReferents(index, quote, source, discourse, attribute);
  }
  if (quote.by === 'turn' && quote.role !== 'person')
    return {
      form: 'label',
      all: quote.role === 'answer' ? answerer(index, quote, source, discourse) : [],
    };
  return phraseReferents(groundOf(index, quote, source, 'name', discourse), head);
}

/** "der Verteidigungsminister | Österreichs": a lone name in -s behind a noun with an article only says of what. */
function headOfSource(annotated: AnnotatedText, { from, to }: WordSpan): number {
  const { lexicon, classes, doc } = annotated;
  const head = headOf(annotated, from, to);
  const isGenitive =
    lexicon.profile.cases &&
    classes.of[from] === DETERMINER &&
    classes.of[head] === NAME &&
    classes.of[head - 1] === NOUN &&
    head - 1 > from &&
    doc.folded[(doc.words.end[head] as number) - 1] === 's' &&
    !lexicon.has(head, 'given-name');
  return isGenitive ? head - 1 : head;
}

function pronounReferents(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  discourse: Discourse,
  attribute: string,
): Referents {
  const of = (form: Form): Ground => groundOf(index, quote, source, form, discourse);
  switch (attribute) {
    case 'male':
    case 'female':
      return { form: 'he', all: [...peopleMeant(of('he'), attribute), ...bodiesToo(of('it'))] };
    case 'neuter':
      return { form: 'it', all: thingsMeant(of('it')) };
    case 'plural':
      return { form: 'they', all: thingsMeant(of('they')) };
    default:
      return { form: 'they', all: [] };
  }
}

/** Where nouns have genders, "sie" may be a body too. */
function bodiesToo(ground: Ground): readonly Referent[] {
  return ground.index.annotated.lexicon.profile.cases ? thingsMeant(ground) : [];
}

/** "A:": whoever gave the answer before, else the only person named up to there, else whom the page says it spoke to. */
function answerer(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  discourse: Discourse,
): readonly Referent[] {
  const before = discourse.find(({ form, resolution }) => form === 'label' && resolution.entity);
  const entity = before?.resolution.entity;
  const again = entity && { entity, mention: lastBefore(entity, source.from) ?? entity.fullest };
  const { first, aloneUpTo } = index;
  const isAlone = first && first.mention.from < source.from && aloneUpTo >= source.from;
  const found = again ?? (isAlone ? first : interviewed(index, source.from));
  if (!found) return [];
  const ground = groundOf(index, quote, source, 'label', discourse);
  const step = { mention: source, to: found.mention, why: 'role' } as const;
  return [named(ground, found, 'answer', 'answer', [step])];
}

/** "Interview with | the hydrologist Mara Quill": the first person named behind the word, in the same sentence. */
function interviewed({ annotated, mentions }: EntityIndex, before: number): Named | undefined {
  const { lexicon, sentences } = annotated;
  const people = mentions.slice(0, MOST_IN_FRONT).filter(({ entity }) => entity.type === 'person');
  return people.find(({ mention }) => {
    if (mention.from >= before) return false;
    const { from } = sentences.at(sentenceNumber(annotated, mention.from)) as WordSpan;
    for (let w = mention.from - 1; w >= Math.max(from, mention.from - MOST_TO_NAME); w--)
      if (lexicon.has(w, 'interview')) return true;
    return false;
  });
}

/** Names of a page that are looked at, and words between "interview" and a name. Set by hand; they bound the work. */
const MOST_IN_FRONT = 20;
const MOST_TO_NAME = 8;

/** What names or describes somebody. */
function phraseReferents(ground: Ground, head: number): Referents {
  const names = namesIn(ground, head);
  if (names.length > 0) return { form: 'name', all: names };
  const described = { ...ground, form: 'description' } as const;
  return { form: 'description', all: describedReferents(described, head) };
}

/** The name that heads the source: not one that only modifies ("a spokesman for Reed", "Reed's lawyer"). */
function namesIn(ground: Ground, head: number): readonly Referent[] {
  const { index, source } = ground;
  const inside = mentionsWithin(index, source);
  const headed = inside.find(({ mention }) => head >= mention.from && head < mention.to);
  const apposed = inside.find(({ mention }) => isApposedIn(index.annotated, source, mention));
  const found = headed ?? apposed;
  if (!found || isPartOfLabel(index.annotated, source, found.mention.titlesFrom)) return [];
  if (isNameOfBody(index.annotated, source, found.mention)) return [];
  const referent = named(ground, found, headed ? 'named' : 'apposed-inside', 'name');
  const list = listAround(index, found);
  return [list ? { ...referent, resolution: asGroup(index.annotated, list) } : referent];
}

/** "пресс-секретарь компании | «Северный путь»": a name in marks behind somebody's role and a noun says of what. */
function isNameOfBody(
  { doc, lexicon }: AnnotatedText,
  { from }: WordSpan,
  name: WordSpan,
): boolean {
  if (name.from - from < 2 || !isBehindMark(doc.text, doc.words, name.from)) return false;
  for (let w = from; w < name.from - 1; w++)
    if (lexicon.has(w, 'role') || lexicon.has(w, 'spokesperson')) return true;
  return false;
}

/** "UNIDENTIFIED MALE:": in capitals throughout, a label is one description. */
function isPartOfLabel(
  { doc: { words }, gaps }: AnnotatedText,
  { from, to }: WordSpan,
  name: number,
): boolean {
  const isInCapitals = ((words.shape[from] as number) & ALL_CAPS) !== 0;
  return name > from && isInCapitals && gaps[to] === COLON;
}

/** "who" goes on from people, named or not. */
function canBeWho({ type, isPerson }: Resolution): boolean {
  return type === 'unknown' ? isPerson === true : type !== 'organization';
}

/** "Hale, who said", "Hale of Avon, the chair of the board, who said": whom the relative pronoun goes on from. */
function relativeReferents(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  discourse: Discourse,
  isPerson: boolean,
): Referents {
  const all = relativeGround(index, quote, source).flatMap(
    (phrase, number): readonly Referent[] => {
      const head = headOfSource(index.annotated, phrase);
      const ground = groundOf(index, quote, phrase, 'name', discourse, number);
      const step = { mention: source, to: phrase, why: 'relative' } as const;
      return phraseReferents(ground, head)
        .all.filter(({ resolution }) => !isPerson || canBeWho(resolution))
        .map(({ resolution, features }) => ({
          resolution: {
            ...resolution,
            step: `relative/${resolution.step}`,
            trail: [step, ...resolution.trail],
          },
          features,
        }));
    },
  );
  return { form: 'name', all };
}
