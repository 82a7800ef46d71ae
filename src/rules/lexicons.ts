/**
 * All word lists: what is in each, which attributes its entries may have, and which rooms read it by name. The compiler
 * refuses any other list or attribute; the editors' schema and the table in `rules/README.md` are made from this.
 * Every list is also read by `segments`, which counts the words of each list in each line.
 * @module
 */

interface Definition {
  /** What its entries are, for people who write rules. */
  readonly holds: string;
  /** What may follow an entry's colon; `form` for any other word, which the entry then stands for. */
  readonly attributes?: readonly string[] | 'form';
  /** Whether entries may be endings (`-ung`). */
  readonly endings?: true;
  /** Rooms that ask for it by name; none where only its count in a line says something. */
  readonly readBy?: readonly ('annotation' | 'quotes' | 'speakers' | 'answer' | 'rules')[];
}

const GENDERS = ['male', 'female'] as const;
/** With whom a pronoun can agree, and whom it speaks of. */
const PERSONS = [...GENDERS, 'neuter', 'plural', 'first', 'first-plural', 'second'] as const;
const DEFINITENESS = ['definite', 'indefinite'] as const;

export const LEXICONS = {
  abbreviation: { holds: 'Words after which a full stop does not end the sentence.', readBy: ['annotation'] },
  addressee: {
    holds: 'Nouns in the case of whoever is told something: “журналистам”.',
    readBy: ['annotation', 'quotes'],
  },
  'addressee-preposition': {
    holds: 'Prepositions in front of the person who was told. `only` if nothing but a person told can follow.',
    attributes: ['only'],
    readBy: ['quotes'],
  },
  adverb: { holds: 'Adverbs.', readBy: ['annotation'] },
  'adverb-ending': {
    holds: 'Endings by which an unlisted word is taken for an adverb.',
    endings: true,
    readBy: ['annotation'],
  },
  aged: { holds: 'Nouns that call people by their age, the number in front apart: “54-Jährige”. They mean whoever was named last.', readBy: ['speakers'] },
  agent: { holds: 'Prepositions in front of whoever acts in a passive clause.', readBy: ['quotes'] },
  'answer-label': {
    holds: 'Labels of answers in an interview, in front of a colon or a stop.',
    readBy: ['quotes'],
  },
  'any-organisation': {
    holds: 'Nouns that, with a definite article, mean the organisation named last.',
    readBy: ['speakers'],
  },
  article: { holds: 'Articles.', attributes: DEFINITENESS, readBy: ['annotation', 'speakers'] },
  'as-preposition': {
    holds: 'Words in front of what somebody or something is called, where participles end a clause: “als”.',
    readBy: ['quotes'],
  },
  attachment: {
    holds: 'Prepositions that tie to a description whom or what it belongs to: “a spokesman for”.',
    readBy: ['speakers'],
  },
  auxiliary: {
    holds: 'Forms of auxiliary verbs. `perfect` if they form a past tense: a participle behind one reports as a past form does. `passive` if a participle behind one tells what is done to the subject.',
    attributes: ['perfect', 'passive'],
    readBy: ['annotation', 'quotes'],
  },
  'common-noun': {
    holds: 'Nouns that are no names, for languages with `noun-capitals`.',
    endings: true,
    readBy: ['annotation'],
  },
  'common-noun-cap': {
    holds: 'Ordinary words that a capital at the start of a sentence does not turn into a name.',
    readBy: ['annotation'],
  },
  'common-verb': {
    holds: 'Frequent verb forms that report nothing. They show where a clause is.',
    readBy: ['annotation'],
  },
  complementizer: {
    holds: 'Words that open a reported clause and are no part of what was said: “that”. `comma` if a comma must stand in front; it says nothing then.',
    attributes: ['comma'],
    readBy: ['annotation'],
  },
  condition: {
    holds: 'Words that open a condition: what is said in it was not said. They may be conjunctions too.',
    readBy: ['quotes'],
  },
  conjunction: {
    holds: 'Words that join clauses.',
    attributes: ['coordinating', 'subordinating'],
    readBy: ['annotation'],
  },
  contraction: { holds: 'Prepositions that include an article: “am”.', readBy: ['annotation'] },
  courtesy: {
    holds: 'Forms of address in front of a name. As a role they say less than what follows behind a comma: “Dr Ana Holt, the director”.',
    readBy: ['speakers'],
  },
  'deed-object': {
    holds: 'Nouns that, as all that stands behind a verb of saying, make it a thing done: “said a prayer”, “ordered a coffee”.',
    readBy: ['quotes'],
  },
  demonym: {
    holds: 'Adjectives and nouns of nationality, people and faith.',
    attributes: ['plural'],
    readBy: ['annotation'],
  },
  determiner: {
    holds: 'Words that open a noun phrase, except articles and possessives.',
    attributes: DEFINITENESS,
    readBy: ['annotation'],
  },
  document: {
    holds: 'Texts, which can be the source of what they say: “report”.',
    endings: true,
    readBy: ['annotation', 'quotes', 'speakers', 'answer'],
  },
  doing: {
    holds: 'What stands in front of an infinitive that tells what somebody did, for languages with `that-clauses`: “al anunciar que”. `purpose` if it tells what for: “para decir que”.',
    attributes: ['purpose'],
    readBy: ['annotation'],
  },
  'function-word': {
    holds: 'The small words of a language. They tell the language of a text, and prose from lists.',
    readBy: ['rules'],
  },
  genitive: {
    holds: 'Words that open a noun phrase in the genitive: it belongs to the phrase before it.',
    readBy: ['annotation', 'quotes'],
  },
  'given-name': {
    holds: 'Given names.',
    attributes: [...GENDERS, 'either'],
    readBy: ['annotation', 'answer'],
  },
  'group-noun': {
    holds: 'Nouns for several people who speak as one: “committee”.',
    endings: true,
    readBy: ['annotation', 'speakers', 'answer'],
  },
  'heading-label': {
    holds: 'Labels in front of a colon that announce something and are nobody: “PHOTO:”, “Note:”.',
    readBy: ['quotes'],
  },
  impersonal: {
    holds: 'Words by which a verb has no subject at all: “se espera”. Only where verbs need none (`plural-verb-ending`).',
    readBy: ['quotes'],
  },
  'infinitive-ending': {
    holds: 'Endings of infinitives, for languages with `that-clauses`: they may open what was said, “dice haber pagado”.',
    endings: true,
    readBy: ['quotes'],
  },
  'ing-ending': {
    holds: 'Endings of verb forms that may open a clause.',
    endings: true,
    readBy: ['annotation', 'quotes'],
  },
  inscription: {
    holds: 'Things with words on them that nobody says: “poster”.',
    readBy: ['quotes'],
  },
  interview: {
    holds: 'Words that say with whom a conversation that follows was held: “interview with”.',
    readBy: ['speakers'],
  },
  invitation: { holds: 'Words of calls to do something, and of what is promised for it.' },
  leader: { holds: 'People at the head of something: those whom “the leader” may mean.', readBy: ['speakers'] },
  liaison: { holds: 'Sounds between a verb and the pronoun behind it: “affirme-t-elle”.', readBy: ['quotes'] },
  measured: { holds: 'Adjectives that say of what a measure in front of them is: “zwölf Meter hohe”.', readBy: ['annotation'] },
  medium: {
    holds: 'Where, or through what, something was said: “interview”. As a rule not its source.',
    readBy: ['annotation', 'quotes'],
  },
  modal: { holds: 'Modal verbs.', readBy: ['annotation'] },
  month: { holds: 'Names of months.', readBy: ['annotation'] },
  'name-ending': {
    holds: 'Endings that names take in other cases. Forms of a name with a common stem of three letters or more are one person’s.',
    endings: true,
    readBy: ['speakers'],
  },
  'name-particle': { holds: 'Small words inside names of people: “van”.', readBy: ['annotation'] },
  'name-suffix': { holds: 'Words that may follow the name of a person and are not part of it: “Jr”.', readBy: ['annotation'] },
  negation: { holds: 'Words of denial.', readBy: ['annotation', 'quotes'] },
  'noun-ending': { holds: 'Endings of nouns that would otherwise be taken for verbs, by a shorter ending or by their place behind a quote.', endings: true, readBy: ['annotation'] },
  oblique: {
    holds: 'Words that open a noun phrase which is no subject, for languages with `cases` or with endings in `oblique-ending`.',
    readBy: ['annotation', 'quotes'],
  },
  'oblique-ending': {
    holds: 'Endings of words in cases that no subject has, for languages without articles and without `fitted-quotes`.',
    endings: true,
    readBy: ['quotes'],
  },
  ordinal: {
    holds: 'Nouns that a number and a full stop count, except months: “19. Jahrhundert”. For languages with `ordinal-stops`.',
    readBy: ['annotation'],
  },
  organisation: {
    holds: 'Words that head or mark the name of an organisation: “ministry”.',
    readBy: ['annotation', 'speakers', 'answer'],
  },
  'organisation-joiner': { holds: 'Words that may stand inside the name of an organisation: “of”.', readBy: ['annotation'] },
  'organisation-name': {
    holds: 'Well-known organisations by name or acronym. `publisher` if they publish what others say.',
    attributes: ['publisher'],
    readBy: ['annotation', 'answer'],
  },
  owner: { holds: 'Prepositions that tie a person to whom or what they belong to.', readBy: ['quotes'] },
  'passive-agent': { holds: 'Prepositions in front of whoever speaks where somebody “was told”.', readBy: ['quotes'] },
  'past-ending': {
    holds: 'Endings by which an unlisted word is taken for a verb, unless it stands like a noun or adjective.',
    endings: true,
    readBy: ['annotation'],
  },
  'person-reader': { holds: 'Words by which a page speaks to its reader.' },
  'person-we': { holds: 'Words by which a group speaks of itself.' },
  'person-writer': { holds: 'Words by which writers speak of themselves.' },
  place: {
    holds: 'Places. `metonym` if a place speaks for its government.',
    attributes: ['metonym'],
    readBy: ['annotation', 'answer'],
  },
  'plural-verb-ending': {
    holds: 'Endings of verbs with several subjects, where verbs need none: a verb of saying without subject and without such an ending means whoever acted last.',
    endings: true,
    readBy: ['quotes'],
  },
  postmodifier: {
    holds: 'Words behind a noun that tie another mention to it, which does not speak: “close to”, “representing”. `apart` if they are no part of a source: “seen by”.',
    attributes: ['apart'],
    readBy: ['annotation'],
  },
  preposition: { holds: 'Prepositions.', readBy: ['annotation'] },
  pronoun: {
    holds: 'Pronouns as subjects, with whom they can mean. `relative` if one is a relative pronoun too.',
    attributes: [...PERSONS, 'indefinite', 'relative'],
    readBy: ['annotation', 'quotes', 'speakers', 'answer'],
  },
  'pronoun-object': {
    holds: 'Pronouns as objects.',
    attributes: [...PERSONS, 'reflexive', 'relative'],
    readBy: ['annotation', 'quotes'],
  },
  'pronoun-possessive': {
    holds: 'Possessive pronouns.',
    attributes: PERSONS,
    readBy: ['annotation', 'speakers'],
  },
  'question-label': {
    holds: 'Labels of questions in an interview, in front of a colon or a stop.',
    readBy: ['quotes'],
  },
  'question-word': { holds: 'Words that open a reported question and are part of it: “whether”.', readBy: ['quotes'] },
  referring: { holds: 'Words that can mean all that was said before: “Das teilte Reed mit.”', readBy: ['quotes'] },
  relative: { holds: 'Words that open a relative clause.', readBy: ['annotation', 'answer'] },
  'relative-article': {
    holds: 'Articles that open a relative clause where no noun follows: “der schlief”.',
    readBy: ['annotation'],
  },
  'reported-mood': {
    holds: 'Verb forms that mark what others said, for languages with `reported-mood`: `reported` forms, `unreal` ones that stand in for them, and verbs of `hearsay`.',
    attributes: ['reported', 'unreal', 'hearsay'],
    readBy: ['quotes'],
  },
  role: {
    holds: 'What a person is or does, singular: “engineer”.',
    attributes: GENDERS,
    endings: true,
    readBy: ['annotation', 'quotes', 'speakers', 'answer'],
  },
  'role-plural': {
    holds: 'The same in the plural.',
    endings: true,
    readBy: ['annotation', 'speakers', 'answer'],
  },
  'scare-cue': {
    holds: 'Expressions in front of marks that hold a term, a name or a motto and no quote: “so-called”.',
    readBy: ['quotes'],
  },
  'short-title': {
    holds: 'Short forms of titles, with the form that stands for all of them: `sen:senator`.',
    attributes: 'form',
    readBy: ['speakers'],
  },
  'split-verb': {
    holds: 'Finite forms of separable verbs that begin like their particle: “fuhr … fort”.',
    readBy: ['annotation'],
  },
  spokesperson: {
    holds: 'People who speak for others.',
    attributes: GENDERS,
    endings: true,
    readBy: ['annotation', 'quotes', 'speakers', 'answer'],
  },
  temporal: { holds: 'Expressions that say when: “last week”.', readBy: ['annotation'] },
  title: {
    holds: 'Titles, offices and ranks in front of a name.',
    attributes: GENDERS,
    endings: true,
    readBy: ['annotation', 'answer'],
  },
  titling: {
    holds: 'Verb forms in front of a title or a name in marks. `work` if somebody brings out a work: “published “The Tide””; `name` if a thing is given a name: “the ship was named “Swallow””.',
    attributes: ['work', 'name'],
    readBy: ['quotes'],
  },
  unsaid: {
    holds: 'Words in front of a verb of saying by which it was not said: “without”, “stopped short of”. `nobody` if they open its subject: “no one”.',
    attributes: ['nobody'],
    readBy: ['quotes'],
  },
  'venue-preposition': {
    holds: 'Prepositions between a verb of saying and where it was said: “in an interview”.',
    readBy: ['annotation', 'quotes'],
  },
  'view-preposition': {
    holds: 'Prepositions in front of whoever thinks so, at the start of a sentence: “Para el alcalde, …”.',
    readBy: ['annotation', 'quotes'],
  },
  weekday: { holds: 'Days of the week.', readBy: ['annotation'] },
  within: {
    holds: 'Prepositions in front of the body that whoever speaks belongs to: “сообщили в полиции”.',
    readBy: ['quotes'],
  },
  'work-noun': { holds: 'Nouns whose name in marks is a title: “novel”.', readBy: ['quotes'] },
} as const satisfies Readonly<Record<string, Definition>>;

/** The name of a word list. */
export type LexiconName = keyof typeof LEXICONS;

type Attributes<List> = List extends { readonly attributes: infer Known }
  ? Known extends readonly (infer Attribute)[]
    ? Attribute
    : string
  : never;

/** What the entries of a list may have as their attribute; '' for none. */
export type AttributeOf<List extends LexiconName> = Attributes<(typeof LEXICONS)[List]> | '';

/** What the registry says of a list. */
export function lexiconOf(name: LexiconName): Definition {
  return LEXICONS[name];
}

export function isLexicon(name: string): name is LexiconName {
  return Object.hasOwn(LEXICONS, name);
}
