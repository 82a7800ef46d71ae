/**
 * Roles that the text gives to people ("Ukraine's president, Volodymyr Zelensky"), so that a later description
 * ("the Ukrainian leader") finds them.
 * @module
 */
import type { AnnotatedText } from '../annotation/annotated.ts';
import { descriptionAfter, descriptionBefore, isRole, roleIn } from '../annotation/appositions.ts';
import type { NameMention } from '../annotation/names.ts';
import { hasPossessiveS, withoutPossessive } from '../annotation/possessives.ts';
import { DETERMINER, POSSESSIVE } from '../annotation/tags.ts';
import { firstWhere } from '../text/search.ts';
import type { WordSpan } from '../text/spans.ts';
import type { Entity, Named } from './entity.ts';

interface Role {
  readonly named: Named;
  /** Folded words of the description, possessive endings dropped. */
  readonly words: ReadonlySet<string>;
  readonly head: string;
  readonly at: WordSpan;
}

/** Whom a description means, and where the text says so. */
export interface Bearer {
  readonly named: Named;
  readonly at: WordSpan;
  /** Whether every word of the description fits. */
  readonly sure: boolean;
}

/** Descriptions met so far, by the word that heads them. */
export class RoleIndex {
  readonly #annotated: AnnotatedText;
  readonly #byHead = new Map<string, Role[]>();
  readonly #shown = new Map<Entity, string>();

  constructor(annotated: AnnotatedText) {
    this.#annotated = annotated;
  }

  /** The role as it is written nearest to the entity's first mention that has one. */
  roleOf(entity: Entity): string | undefined {
    return this.#shown.get(entity);
  }

  /** Reads the titles and appositions around a mention. */
  learn(mention: NameMention, entity: Entity): void {
    if (entity.type !== 'person') return;
    const before = descriptionBefore(this.#annotated, mention);
    if (before) this.#add({ mention, entity }, before.from, before.to);
    const after = descriptionAfter(this.#annotated, mention);
    if (after) this.#add({ mention, entity }, after.from, after.to);
  }

  /**
   * The person a definite description means, if just one fits.
   * @param recent who spoke last: of several with the bare role ("the senator") it is them or nobody
   */
  find(from: number, head: number, recent: Entity | null): Bearer | null {
    const { lexicon } = this.#annotated;
    if (!this.#isDefinite(from) || !isRole(this.#annotated, head)) return null;
    const wanted = this.#wordsOf(from, head);
    const heads = [this.#headKey(head), ...(lexicon.has(head, 'leader') ? ['leader'] : [])];
    const roles = heads.flatMap((key) => lastBefore(this.#byHead.get(key) ?? [], from));
    const fitting = roles.filter((role) => [...wanted].every((word) => role.words.has(word)));
    return (
      onlyBearer(fitting, recent, true) ??
      // "the Vermont senator" just after the only senator of the text has spoken.
      onlyBearer(roles.every(({ named }) => named.entity === recent) ? roles : [], recent, false)
    );
  }

  #isDefinite(from: number): boolean {
    const { lexicon, classes, doc } = this.#annotated;
    const opening = classes.of[from];
    return (
      opening === POSSESSIVE ||
      (opening === DETERMINER && lexicon.at(from, 'article')?.attribute === 'definite') ||
      hasPossessiveS(doc, from)
    );
  }

  #add(named: Named, from: number, to: number): void {
    const { lexicon, doc } = this.#annotated;
    const head = roleIn(this.#annotated, { from, to });
    const role: Role = {
      named,
      words: this.#wordsOf(from, to),
      head: this.#headKey(head),
      at: { from, to },
    };
    push(this.#byHead, role.head, role);
    if (lexicon.has(head, 'leader')) push(this.#byHead, 'leader', role);
    if (!this.#shown.has(named.entity))
      this.#shown.set(
        named.entity,
        doc.text
          .slice(doc.words.start[this.#skipArticle(from)], doc.words.end[to - 1])
          .replace(/\s+/g, ' '),
      );
  }

  #skipArticle(from: number): number {
    return this.#annotated.classes.of[from] === DETERMINER ? from + 1 : from;
  }

  #headKey(word: number): string {
    const { doc, lexicon } = this.#annotated;
    return lexicon.at(word, 'short-title')?.attribute ?? withoutPossessive(doc, word);
  }

  /** Words that narrow a description down: articles and the head itself do not. */
  #wordsOf(from: number, to: number): ReadonlySet<string> {
    const { doc, classes } = this.#annotated;
    const found = new Set<string>();
    for (let w = from; w < to; w++) {
      if (classes.of[w] === DETERMINER || classes.of[w] === POSSESSIVE) continue;
      found.add(withoutPossessive(doc, w));
    }
    return found;
  }
}

/** How many roles with one head are looked at: a text may give thousands of people the same one. */
const MOST_ROLES = 50;
/** Words between a name and the start of its description at most; see `descriptionBefore` and `descriptionAfter`. */
const MOST_APART = 8;

/** The roles last given before a word. They stand in the order of the names that have them. */
function lastBefore(roles: readonly Role[], word: number): readonly Role[] {
  const nameOf = (i: number): number => (roles[i] as Role).named.mention.from;
  const end = firstWhere(roles.length, (i) => nameOf(i) > word + MOST_APART);
  return roles.slice(Math.max(0, end - MOST_ROLES), end).filter(({ at }) => at.from < word);
}

/** The one that all roles belong to; of several the one that spoke last. */
function onlyBearer(roles: readonly Role[], recent: Entity | null, sure: boolean): Bearer | null {
  const people = new Set(roles.map(({ named }) => named.entity));
  const meant = people.size === 1 ? [...people][0] : recent;
  const role = roles.findLast(({ named }) => named.entity === meant);
  return role ? { named: role.named, at: role.at, sure } : null;
}

function push(map: Map<string, Role[]>, key: string, role: Role): void {
  const list = map.get(key);
  if (list) list.push(role);
  else map.set(key, [role]);
}
