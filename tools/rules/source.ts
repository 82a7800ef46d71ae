/**
 * Rule files: TOML read and checked against the format, each rule with the place it stands at.
 * @module
 */
import { parse, TomlError } from 'smol-toml';
import { LABELLED_KINDS } from '../../src/labels.ts';
import { isLexicon, lexiconOf, LEXICONS, type LexiconName } from '../../src/rules/lexicons.ts';
import { BYLINE_KEYS, isBylineFile, readBylines } from './bylines.ts';
import { isLanguageFile, LANGUAGE_KEYS, readLanguage } from './languages.ts';
import { readParadigm, slotsOf, type Paradigm } from './paradigms.ts';
import { Places } from './places.ts';
import { refuse, RuleProblem, type Report } from './problem.ts';
import { domainOf, PUBLISHER_KEYS, readDomains, readPublisherRule, refuseManyElements } from './publishers.ts';
import { kindsLike, Reader, type Table } from './reader.ts';
import { readShared, SHARED_KEYS } from './shared.ts';
import { didYouMean } from './suggest.ts';
import { CUE_CLASSES, MATCHES, TAKES, type SourceCue, type SourceFile, type SourceHint, type SourceRule } from './types.ts';
import { ownWeight, readWeight, readWorth } from './worth.ts';

export const FILE_KEYS = ['schema', 'language', 'rule', 'paradigm', 'cue', 'hint'];
export const RULE_KEYS = [...SHARED_KEYS, 'kind', 'match', 'any', 'certain', 'min-words', 'max-words', 'share', 'needs'];
export const HINT_KEYS = ['id', 'hint', 'any', 'why', 'positive', 'negative', 'todo'];
export const CUE_KEYS = [...SHARED_KEYS, 'class', 'takes', 'verbs', 'behind', 'phrases', 'unlisted'];

/** A word, two words or the start of words in a name of markup. */
export const HINT_WORD = /^[a-z]+(-[a-z]+)?\*?$/;

const LEXICON = 'lexicon/';
/** Kinds of rules in files of languages. */
export const RULE_KINDS = [...LABELLED_KINDS, ...Object.keys(LEXICONS).map((list) => `${LEXICON}${list}`)] as readonly SourceRule['kind'][];

const EMPTY: SourceFile = { domains: [], rules: [], cues: [], hints: [], languages: [], bylines: [] };

/**
 * Reads one rule file. What has faults is filled up, so that the compiler may find more of them.
 * @param report takes everything that the format does not allow; by default the first fault is thrown
 * @param own whether it stands in a newsroom's own folder, where rules say what they are worth
 */
export function readSource(file: string, text: string, report: Report = refuse, own = false): SourceFile {
  const places = new Places(file, text);
  const table = parseToml(file, text, report);
  if (!table) return EMPTY;
  const top = new Reader(table, places.top, report);
  const domain = domainOf(file);
  const isLanguage = isLanguageFile(file);
  const isByline = isBylineFile(file);
  top.only(domain !== undefined ? PUBLISHER_KEYS : isLanguage ? LANGUAGE_KEYS : isByline ? BYLINE_KEYS : FILE_KEYS);
  if (table['schema'] === undefined) top.fault('schema is missing: write schema = 1 in the first line');
  else if (table['schema'] !== 1) top.fault('schema must be 1', 'schema');
  const readAll = <Entry>(key: string, read: (reader: Reader) => Entry): readonly Entry[] =>
    top.tables(key).map((entry, i) => read(new Reader(entry, places.table(key, i), report)));
  if (domain !== undefined) {
    const domains = readDomains(top, domain);
    const rules = readAll('rule', (reader) => readPublisherRule(reader, domain));
    refuseManyElements(rules, report);
    return { ...EMPTY, ...(own ? { own } : {}), domains, rules };
  }
  if (isLanguage) {
    const language = readLanguage(top);
    return { ...EMPTY, languages: language.language === '' ? [] : [language] };
  }
  if (isByline) return { ...EMPTY, bylines: [readBylines(top)] };
  const language = table['language'] === undefined ? '' : top.string('language');
  const paradigms = readAll('paradigm', readParadigm);
  return {
    ...EMPTY,
    ...(own ? { own } : {}),
    rules: readAll('rule', (reader) => readRule(reader, language, own)),
    cues: readAll('cue', (reader) => readCue(reader, language, paradigms, own)),
    hints: readAll('hint', (reader) => readHint(reader, language)),
  };
}

function parseToml(file: string, text: string, report: Report): Table | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = 'not valid TOML'] = error.message.split('\n');
    // A line break is a control character, and hardly ever another one stands there.
    const hint = reason.includes('control characters are not allowed in strings') ? ' (is a quote mark missing at the end of the line?)' : '';
    report(new RuleProblem(file, error.line, reason + hint));
    return undefined;
  }
}

function readRule(reader: Reader, language: string, own: boolean): SourceRule {
  reader.only([...RULE_KEYS, 'weight']);
  const shared = readShared(reader, language);
  const kind = readKind(reader);
  const match = reader.oneOf('match', MATCHES);
  const any = reader.someStrings('any');
  if (kind.startsWith(LEXICON)) {
    if (match !== 'words') reader.fault("a lexicon has match = 'words'", 'match');
    const list = kind.slice(LEXICON.length);
    if (isLexicon(list)) for (const entry of any) refuseAttribute(reader, list, entry);
  }
  const needs = reader.strings('needs');
  if ((match === 'expression') !== needs.length > 0)
    reader.fault('expressions have "needs", other matches have not', 'match');
  return {
    ...shared,
    kind,
    match,
    any,
    ...readWorthOf(reader, { kind, match, any }, own),
    ...reader.number('min-words', 'minWords'),
    ...reader.number('max-words', 'maxWords'),
    ...reader.number('share', 'share'),
    needs,
  };
}

/** What a rule is worth. The project's are fitted, own ones say it, and a word list is worth what is made of its words. */
function readWorthOf(
  reader: Reader,
  { kind, match, any }: Pick<SourceRule, 'kind' | 'match' | 'any'>,
  own: boolean,
): Pick<SourceRule, 'certain' | 'weight' | 'own'> {
  const isList = kind.startsWith(LEXICON);
  if (isList) for (const key of ['weight', 'certain']) if (reader.has(key)) reader.fault(`a word list has no "${key}"`, key);
  if (!own && reader.has('weight')) reader.fault('"weight" is for publishers’ rules and for those of a folder of your own (COPYDESK_RULES); weights of these are fitted', 'weight');
  if (!own) return { certain: reader.flag('certain') };
  return isList ? { certain: false, own } : { own, ...readWorth(reader, ownWeight(match, any)) };
}

/** The kind. A list that there is not may be meant as a new one, so the complaint says where those go. */
function readKind(reader: Reader): SourceRule['kind'] {
  const kind = String(reader.value('kind'));
  return reader.oneOf('kind', RULE_KINDS, kind.startsWith(LEXICON) ? '; all lists are in src/rules/lexicons.ts' : kindsLike(kind));
}

/** An attribute that a list does not know, or an ending where it has none. */
function refuseAttribute(reader: Reader, list: LexiconName, entry: string): void {
  const { attributes = [], endings = false } = lexiconOf(list);
  if (entry.startsWith('-') && !endings) reader.fault(`${LEXICON}${list} has no endings: "${entry}"`, entry);
  const [, attribute, ...more] = entry.split(':');
  if (attribute === undefined || (attributes === 'form' && attribute !== '' && more.length === 0)) return;
  if (attributes !== 'form' && attributes.includes(attribute) && more.length === 0) return;
  const known = attributes === 'form' ? [] : attributes;
  const reason = `${LEXICON}${list} knows no attribute "${[attribute, ...more].join(':')}"`;
  const all = attributes === 'form' ? '' : `; it has ${known.join(', ') || 'none'}`;
  reader.fault(`${reason}${didYouMean(attribute, known) || all}`, entry);
}

function readCue(reader: Reader, language: string, paradigms: readonly Paradigm[], own: boolean): SourceCue {
  reader.only(own ? [...CUE_KEYS, 'weight'] : CUE_KEYS);
  const shared = readShared(reader, language);
  reader.someStrings('takes');
  const takes = reader.has('takes') ? reader.someOf('takes', TAKES) : [];
  const verbs = reader.strings('verbs').map((verb) => readVerb(reader, verb, paradigms));
  const phrases = reader.strings('phrases');
  const unlisted = reader.flag('unlisted');
  if (verbs.length + phrases.length === 0 && !unlisted) reader.fault('has neither verbs nor phrases');
  const weight = own ? readWeight(reader) : undefined;
  return {
    ...shared,
    class: reader.oneOf('class', CUE_CLASSES),
    takes,
    verbs,
    behind: reader.strings('behind'),
    phrases,
    unlisted,
    ...(own ? { own } : {}),
    ...(weight === undefined ? {} : { weight }),
  };
}

/** The five forms of a verb: as they are written, or made by a paradigm of the file. */
function readVerb(reader: Reader, verb: string, paradigms: readonly Paradigm[]): string {
  const words = verb.trim().split(/\s+/).length;
  if (words === 5) return verb;
  const slots = words === 1 ? slotsOf(verb, paradigms) : undefined;
  if (slots === undefined && words === 1 && paradigms.length > 0) reader.fault(`no paradigm of this file fits "${verb}"`, verb);
  else if (slots === undefined) reader.fault(`"${verb}" has not five forms: base, present, past, participle, -ing`, verb);
  return slots ?? verb;
}

function readHint(reader: Reader, language: string): SourceHint {
  reader.only(HINT_KEYS);
  const shared = readShared(reader, language);
  const any = reader.someStrings('any');
  for (const word of any)
    if (!HINT_WORD.test(word)) reader.fault(`"${word}" is not a word, two words or a stem`, word);
  return { ...shared, hint: reader.string('hint'), any };
}
