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

/** Somebody who has a role, and where the text says so. */
export interface Bearer {
  readonly named: Named;
  readonly at: WordSpan;
  /** `all` words of the description fit, or the `head` alone, or it says "leader" and they head something. */
  readonly fit: 'all' | 'head' | 'leader';
}

/** Descriptions met so far, by the word that heads them. */
export class RoleIndex {
  readonly #annotated: AnnotatedText;
  readonly #byHead = new Map<string, Role[]>();
  readonly #shown = new Map<Entity, string>();
  /** The words of all descriptions of an entity. */
  readonly #said = new Map<Entity, Set<string>>();

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
    const after = descriptionAfter(this.#annotated, mention);
    // "Dr Ana Holt, the medical director": a form of address says less of somebody.
    const isAddress =
      before &&
      after &&
      before.to - before.from === 1 &&
      this.#annotated.lexicon.has(before.from, 'courtesy');
    for (const role of isAddress ? [after, before] : [before, after])
      if (role) this.#add({ mention, entity }, role.from, role.to);
  }

  /** People whom a definite description may mean, those who were given the role last first; each once, by what fits best. */
  bearers(from: number, head: number): readonly Bearer[] {
    const { lexicon } = this.#annotated;
    if (!this.#isDefinite(from) || !isRole(this.#annotated, head)) return [];
    const wanted = this.#wordsOf(from, head);
    const own = this.#headKey(head);
    const keys = lexicon.has(head, 'leader') ? [own, 'leader'] : [own];
    const best = new Map<Entity, Bearer>();
    for (const key of keys)
      for (const { named, words, at, head: given } of lastBefore(
        this.#byHead.get(key) ?? [],
        from,
      )) {
        const isAll = [...wanted].every((word) => words.has(word));
        const fit = isAll ? 'all' : given === own ? 'head' : 'leader';
        const known = best.get(named.entity);
        if (!known || FITS.indexOf(fit) <= FITS.indexOf(known.fit))
          best.set(named.entity, { named, at, fit });
      }
    return [...best.values()].sort((a, b) => b.at.from - a.at.from).slice(0, MOST_BEARERS);
  }

  /** Whether the words of a description have one in common with what the text says an entity is. */
  shares(entity: Entity, { from, to }: WordSpan): boolean {
    const words = this.#said.get(entity);
    return words !== undefined && [...this.#wordsOf(from, to)].some((word) => words.has(word));
  }

  /** Whether the text has given somebody the title that a word is: "Senator" to "Sen. Hale". */
  isTitled(entity: Entity, word: number): boolean {
    if (!isRole(this.#annotated, word)) return false;
    const roles = lastBefore(this.#byHead.get(this.#headKey(word)) ?? [], word);
    return roles.some(({ named }) => named.entity === entity);
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
    named.entity.gender ||= lexicon.at(head, 'role')?.attribute ?? '';
    push(this.#byHead, role.head, role);
    const said = this.#said.get(named.entity) ?? new Set();
    for (const word of role.words) if (said.size < MOST_SAID) said.add(word);
    this.#said.set(named.entity, said);
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

/** From what says most to what says least. */
const FITS: readonly Bearer['fit'][] = ['all', 'head', 'leader'];
/** How many people with a role compete. Set by hand. */
const MOST_BEARERS = 8;
/** How many words of what an entity is are kept. It bounds the memory. */
const MOST_SAID = 40;
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

function push(map: Map<string, Role[]>, key: string, role: Role): void {
  const list = map.get(key);
  if (list) list.push(role);
  else map.set(key, [role]);
}
