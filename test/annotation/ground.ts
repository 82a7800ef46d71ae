/**
 * The ground that mentions are found on, over a small rule set of its own: tests of the machinery must not depend on
 * which names and titles the real rules know.
 * @module
 */
import { annotate } from '../../src/annotation/annotate.ts';
import type { AnnotatedText } from '../../src/annotation/annotated.ts';
import { findNames, type NameMention } from '../../src/annotation/names.ts';
import { cue, file, read, rule, rulesOf } from '../rules/small.ts';

const list = (name: string, any: readonly string[]): string =>
  rule({ id: `xx/words/${name}`, kind: `lexicon/${name}`, match: 'words', any });

const rules = rulesOf(
  file([
    list('given-name', [
      'dana:female',
      'martin:male',
      'laura:female',
      'will:male',
      'alex',
      'volodymyr:male',
    ]),
    list('title', ['president', 'mr:male', 'mrs:female', 'general', 'gen', 'sir:male']),
    list('role', ['mayor', 'spokesman:male', 'spokeswoman:female', 'engineer', 'minister']),
    list('spokesperson', ['spokesman', 'spokeswoman']),
    list('organisation', [
      'ministry',
      'office',
      'council',
      'university',
      'bank',
      'party',
      'committee',
    ]),
    list('organisation-name', ['united nations', 'nato', 'red cross']),
    list('organisation-joiner', ['of', 'for', 'and']),
    list('name-particle', ['de', 'van', 'von', 'der', 'la']),
    list('place', ['avon', 'port avon', 'france']),
    list('demonym', ['french', 'russian']),
    list('abbreviation', ['mr', 'mrs', 'gen', 'st']),
    list('pronoun', ['he:male', 'she:female', 'it:neuter', 'they:plural', 'i:first']),
    list('pronoun-possessive', ['his', 'her']),
    list('article', ['the', 'a', 'an']),
    list('auxiliary', ['has', 'had', 'was', 'is', 'will']),
    list('preposition', ['of', 'in', 'for', 'with', 'on', 'to', 'from']),
    list('conjunction', ['and:coordinating', 'but:coordinating', 'because:subordinating']),
    list('relative', ['who', 'which']),
    list('adverb', ['quietly', 'yesterday']),
    list('month', ['may', 'june']),
    list('weekday', ['monday']),
    list('past-ending', ['-ed']),
    list('adverb-ending', ['-ly']),
    list('ing-ending', ['-ing']),
    cue({}),
  ]),
);

/** The annotated text of a text, each line a paragraph: it is built as the program builds it. */
export function groundOf(text: string): AnnotatedText {
  const { doc, hits } = read(rules, text);
  return annotate(doc, rules, hits, 'xx', doc.lines);
}

/** All names of a text. */
export function namesOf(text: string): readonly NameMention[] {
  const ground = groundOf(text);
  return findNames(ground, 0, ground.doc.words.count);
}
