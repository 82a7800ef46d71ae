/**
 * Which pronouns people of a text go with: by title, by given name, and by the pronouns around them.
 * @module
 */
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import type { Gender } from '../annotation/names.ts';
import type { Entity, Named } from './entity.ts';
import type { Agreement } from './model/features.ts';

interface Votes {
  male: number;
  female: number;
}

/** What is known of the genders of people. */
export class Genders {
  readonly #likely = new Map<Entity, Gender>();

  /** @param mentions all names, in the order of the text */
  constructor(annotated: AnnotatedText, mentions: readonly Named[]) {
    for (const [entity, votes] of countPronouns(annotated, mentions))
      if (votes.male !== votes.female)
        this.#likely.set(entity, votes.male > votes.female ? 'male' : 'female');
  }

  /** How what is known of somebody goes with a pronoun of a gender. */
  agreement(entity: Entity, wanted: Gender): Agreement {
    if (entity.gender) return entity.gender === wanted ? 'known' : 'contrary';
    const likely = this.#likely.get(entity);
    if (!likely) return 'unknown';
    return likely === wanted ? 'likely' : 'contrary';
  }
}

/**
 * "Winifred Hoskin joined in May. Her husband drove.": a pronoun behind the only person of its sentence, or of the
 * sentence before, tells something of them. Walks the words and the names once.
 */
function countPronouns(
  annotated: AnnotatedText,
  mentions: readonly Named[],
): ReadonlyMap<Entity, Votes> {
  const votes = new Map<Entity, Votes>();
  const pronounOf = annotated.lexicon.firstOf(PRONOUNS);
  let next = 0;
  let before: readonly Entity[] = [];
  let paragraph = -1;
  for (const sentence of annotated.sentences) {
    if (sentence.paragraph !== paragraph) before = [];
    paragraph = sentence.paragraph;
    const here: Entity[] = [];
    for (let word = sentence.from; word < sentence.to; word++) {
      for (; (mentions[next]?.mention.from ?? Infinity) <= word; next++) {
        const { entity } = mentions[next] as Named;
        // With more than two nobody is alone, so that no more have to be kept.
        if (entity.type === 'person' && here.length < 2 && !here.includes(entity))
          here.push(entity);
      }
      if (pronounOf(word) < 0 || annotated.markOf[word] !== -1) continue;
      const gender = pronounAt(annotated, word);
      if (gender === '') continue;
      const fitting = (here.length > 0 ? here : before).filter(
        (entity) => !entity.gender || entity.gender === gender,
      );
      if (fitting.length === 1 && fitting[0]) note(votes, fitting[0], gender);
    }
    before = here.length > 0 ? here : before;
    next = skipRest(mentions, next, sentence);
  }
  return votes;
}

function skipRest(mentions: readonly Named[], next: number, { to }: Sentence): number {
  let at = next;
  while ((mentions[at]?.mention.from ?? Infinity) < to) at++;
  return at;
}

function note(votes: Map<Entity, Votes>, entity: Entity, gender: 'male' | 'female'): void {
  const known = votes.get(entity) ?? { male: 0, female: 0 };
  known[gender]++;
  votes.set(entity, known);
}

const PRONOUNS = ['pronoun', 'pronoun-possessive'] as const;

function pronounAt({ lexicon }: AnnotatedText, word: number): Gender {
  const attribute =
    lexicon.at(word, PRONOUNS[0])?.attribute || lexicon.at(word, PRONOUNS[1])?.attribute;
  return attribute === 'male' || attribute === 'female' ? attribute : '';
}
