/**
 * Languages: `rules/<language>/language.toml` says what a language is like.
 * @module
 */
import { alphabetOf, keyOf, lettersOf, PROPERTIES, type LanguageProperty } from '../../src/rules/profiles.ts';
import type { LexiconName } from '../../src/rules/lexicons.ts';
import { readTag } from '../../src/schema/language-tag.ts';
import { RuleProblem, type Report } from './problem.ts';
import type { Reader } from './reader.ts';
import type { SourceFile, SourceLanguage } from './types.ts';

export const LANGUAGE_KEYS = ['schema', 'language', 'name', 'properties', 'scripts', 'script-rank', 'letters', 'denials'];

/** One word, which an expression takes as it is. */
const DENIAL = /^-?[\p{Ll}\p{Lo}\p{M}'-]*[\p{Ll}\p{Lo}\p{M}']-?$/u;

/** Properties as files write them, with their names in the program. */
export const PROPERTY_KEYS: ReadonlyMap<string, LanguageProperty> = new Map(
  (Object.keys(PROPERTIES) as LanguageProperty[]).map((property) => [keyOf(property), property]),
);

/** Lists without which a property says nothing. */
const NEEDED: Readonly<Partial<Record<LanguageProperty, LexiconName>>> = {
  nounCapitals: 'common-noun',
  cases: 'oblique',
  reportedMood: 'reported-mood',
  ordinalStops: 'ordinal',
};

/** Whether a file is a language's profile. */
export function isLanguageFile(file: string): boolean {
  return /(?:^|[\\/])language\.toml$/.test(file);
}

export function readLanguage(top: Reader): SourceLanguage {
  const language = top.string('language');
  if (language !== '' && !/^[a-z]{2,3}$/.test(language))
    top.fault(`"${language}" is not a language subtag such as en`, 'language');
  const name = top.string('name');
  const keys = top.someOf('properties', [...PROPERTY_KEYS.keys()]);
  const properties = keys.map((key) => PROPERTY_KEYS.get(key) as LanguageProperty);
  const scripts = top.strings('scripts');
  for (const script of scripts)
    if (!isScript(script)) top.fault(`Unicode has no script "${script}"`, script);
  const rank = top.number('script-rank', 'scriptRank');
  if (scripts.length > 0 !== top.has('script-rank')) top.fault('"scripts" and "script-rank" go together', 'scripts');
  const letters = top.has('letters') ? { letters: top.string('letters') } : {};
  if (letters.letters !== undefined && !isAlphabet(letters.letters))
    top.fault('"letters" is the inside of an expression\'s brackets, such as "äöüß", without a to z', 'letters');
  const denials = top.strings('denials');
  for (const word of denials)
    if (!DENIAL.test(word)) top.fault(`"${word}" is not one word in lower case, perhaps with a hyphen where it goes on`, word);
  const denied = denials.length > 0 ? { denials } : {};
  return { language, name, properties, place: top.place, ...letters, ...denied, ...(scripts.length > 0 ? { scripts, ...rank } : {}) };
}

/** Whether an expression takes it, and it holds neither a to z nor a capital nor what is no letter. */
function isAlphabet(letters: string): boolean {
  try {
    const alphabet = alphabetOf(letters);
    return letters !== '' && !/[\]^]/.test(letters) && ![...' .-azmAZÄЖ'].some((char) => alphabet.test(char));
  } catch {
    return false;
  }
}

function isScript(name: string): boolean {
  try {
    lettersOf([name]);
    return true;
  } catch {
    return false;
  }
}

/** Languages that are described twice, or share a rank. */
export function refuseTwice(languages: readonly SourceLanguage[], report: Report): void {
  const seen = new Map<string, SourceLanguage>();
  for (const own of languages)
    for (const key of [`language ${own.language}`, ...(own.scriptRank === undefined ? [] : [`script-rank ${own.scriptRank}`])]) {
      const before = seen.get(key);
      const { place } = own;
      if (before) report(new RuleProblem(place.file, place.lineOf(key.split(' ')[0] ?? key), `${key} is taken in ${before.place.file}`));
      seen.set(key, own);
    }
}

/**
 * What is missing from a whole set of rules: profiles of languages that have rules, lists that a property needs, and
 * the property of languages that weights of quotes are fitted on.
 */
export function refuseIncomplete(files: readonly SourceFile[], weights: Readonly<Record<string, unknown>>, report: Report): void {
  const known = new Map(files.flatMap(({ languages }) => languages).map((own) => [own.language, own]));
  for (const file of files) {
    const [first] = [...file.rules, ...file.cues];
    if (!first || first.language === '' || known.has(first.language)) continue;
    const { file: path } = first.place;
    const meant = readTag(first.language).tag;
    const what = meant !== undefined && known.has(meant) ? `did you mean "${meant}"?` : `write rules/${first.language}/language.toml`;
    report(new RuleProblem(path, 1, `language "${first.language}" has no profile: ${what}`));
    known.set(first.language, { language: first.language, name: '', properties: [], place: first.place });
  }
  const lists = new Set(files.flatMap(({ rules }) => rules).map(({ language, kind }) => `${language} ${kind}`));
  for (const { language, properties, place } of known.values()) {
    const fault = (reason: string): void => report(new RuleProblem(place.file, place.lineOf('properties'), reason));
    for (const property of properties) {
      const list = NEEDED[property];
      if (list !== undefined && !lists.has(`${language} lexicon/${list}`))
        fault(`"${keyOf(property)}" needs a list "lexicon/${list}" of the language`);
    }
    if (`quotes-frames-${language}` in weights && !properties.includes('fittedQuotes'))
      fault(`weights of quotes are fitted on ${language}: it needs "${keyOf('fittedQuotes')}"`);
  }
}
