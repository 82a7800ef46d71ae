/**
 * Roles that the text gives to people ("Ukraine's president, Volodymyr Zelensky"), so that a later description
 * ("the Ukrainian leader") finds them.
 * @module
 */
import { DETERMINER, NAME, NOUN, POSSESSIVE } from '../mentions/classes.ts';
import { COMMA, PLAIN } from '../mentions/gaps.ts';
import type { NameMention } from '../mentions/names.ts';
import type { Scene } from '../quotes/scene.ts';
import type { Entity } from './people.ts';

interface Role {
  readonly entity: Entity;
  /** Folded words of the description, possessive endings dropped. */
  readonly words: ReadonlySet<string>;
  readonly head: string;
  readonly at: number;
}

/** Descriptions met so far, by the word that heads them. */
export class RoleBook {
  readonly #scene: Scene;
  readonly #byHead = new Map<string, Role[]>();
  readonly #shown = new Map<Entity, string>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** The role as it is written nearest to the entity's first mention that has one. */
  roleOf(entity: Entity): string | undefined {
    return this.#shown.get(entity);
  }

  /** Reads the titles and appositions around a mention. */
  learn(mention: NameMention, entity: Entity): void {
    if (entity.type !== 'person') return;
    const before = this.#descriptionBefore(mention);
    if (before) this.#add(entity, before.from, before.to);
    const after = this.#descriptionAfter(mention);
    if (after) this.#add(entity, after.from, after.to);
  }

  /**
   * The person a definite description means, if just one fits.
   * @param recent who spoke last: of several with the bare role ("the senator") it is them or nobody
   */
  find(from: number, head: number, recent: Entity | null): Entity | null {
    const { lexicon, classes } = this.#scene;
    const opening = classes.of[from];
    const definite =
      opening === POSSESSIVE ||
      (opening === DETERMINER && lexicon.at(from, 'article')?.attribute === 'definite') ||
      this.#isPossessive(from);
    if (!definite || !this.#isRole(head)) return null;
    const wanted = this.#wordsOf(from, head);
    const heads = [this.#headKey(head), ...(lexicon.has(head, 'leader') ? ['leader'] : [])];
    const roles = heads
      .flatMap((key) => this.#byHead.get(key) ?? [])
      .filter((role) => role.at < from);
    const fitting = roles.filter((role) => [...wanted].every((word) => role.words.has(word)));
    const people = new Set(fitting.map((role) => role.entity));
    if (people.size === 1) return [...people][0] as Entity;
    return recent && people.has(recent) ? recent : null;
  }

  #isPossessive(word: number): boolean {
    const { doc } = this.#scene;
    return doc.folded.slice((doc.words.end[word] as number) - 2, doc.words.end[word]) === "'s";
  }

  #isRole(word: number): boolean {
    const { lexicon } = this.#scene;
    return (
      lexicon.has(word, 'role') || lexicon.has(word, 'title') || lexicon.has(word, 'spokesperson')
    );
  }

  /** Titles and nouns in front of a name, with a possessive in front of them; a comma may stand between. */
  #descriptionBefore(mention: NameMention): { from: number; to: number } | null {
    const { gaps, classes } = this.#scene;
    let to = mention.from;
    if (to > 0 && gaps[to] === COMMA && mention.titlesFrom === mention.from) to = mention.from;
    let from = Math.min(mention.titlesFrom, to);
    let steps = 0;
    while (from > 0 && steps < 6) {
      const joined =
        gaps[from] === PLAIN ||
        (from === mention.from && gaps[from] === COMMA && this.#isRole(from - 1));
      const kind = classes.of[from - 1];
      if (!joined || (kind !== NOUN && kind !== NAME)) break;
      from--;
      steps++;
    }
    return from < to && this.#headIn(from, to) >= 0 ? { from, to } : null;
  }

  /** "Reed, the mayor of Avon," and "Reed, chief of the fire service,". */
  #descriptionAfter(mention: NameMention): { from: number; to: number } | null {
    const { gaps, classes, doc } = this.#scene;
    const from = mention.to;
    if (from >= doc.words.count || gaps[from] !== COMMA) return null;
    let to = from + 1;
    while (
      to < doc.words.count &&
      to - from < 8 &&
      gaps[to] === PLAIN &&
      (classes.of[to] === NOUN || classes.of[to] === NAME)
    )
      to++;
    return this.#headIn(from, to) >= 0 ? { from, to } : null;
  }

  /** The last role word of a stretch, or -1. */
  #headIn(from: number, to: number): number {
    for (let w = to - 1; w >= from; w--) if (this.#isRole(w)) return w;
    return -1;
  }

  #add(entity: Entity, from: number, to: number): void {
    const { lexicon, doc } = this.#scene;
    const head = this.#headIn(from, to);
    const role: Role = {
      entity,
      words: this.#wordsOf(from, to),
      head: this.#headKey(head),
      at: from,
    };
    push(this.#byHead, role.head, role);
    if (lexicon.has(head, 'leader')) push(this.#byHead, 'leader', role);
    if (!this.#shown.has(entity))
      this.#shown.set(
        entity,
        doc.text
          .slice(doc.words.start[this.#skipArticle(from)], doc.words.end[to - 1])
          .replace(/\s+/g, ' '),
      );
  }

  #skipArticle(from: number): number {
    return this.#scene.classes.of[from] === DETERMINER ? from + 1 : from;
  }

  #headKey(word: number): string {
    const { doc } = this.#scene;
    return doc.folded.slice(doc.words.start[word], doc.words.end[word]).replace(/'s?$/, '');
  }

  /** Words that narrow a description down: articles and the head itself do not. */
  #wordsOf(from: number, to: number): ReadonlySet<string> {
    const { doc, classes } = this.#scene;
    const found = new Set<string>();
    for (let w = from; w < to; w++) {
      if (classes.of[w] === DETERMINER || classes.of[w] === POSSESSIVE) continue;
      found.add(doc.folded.slice(doc.words.start[w], doc.words.end[w]).replace(/'s?$/, ''));
    }
    return found;
  }
}

function push(map: Map<string, Role[]>, key: string, role: Role): void {
  const list = map.get(key);
  if (list) list.push(role);
  else map.set(key, [role]);
}
