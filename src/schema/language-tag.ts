/**
 * Language tags (BCP 47): of languages that exist, in the form that the standard prefers.
 * @module
 */
import { codeNumber } from './language-codes.ts';
import { LANGUAGES, REGIONS, SCRIPTS, VARIANTS } from './subtags.ts';

/** A tag as the standard writes it, or what is wrong with it and what to send instead. */
export type ReadTag =
  | { readonly tag: string; readonly fault?: undefined }
  | { readonly tag?: undefined; readonly fault: string };

const NO_TAG = 'must be a BCP-47 language tag, such as en or pt-BR';
const NO_LANGUAGE =
  'names no language that exists; send the BCP-47 tag of the language, such as en, de or pt-BR';

/**
 * Reads a tag: `eng` and `EN` are `en`, `iw` is `he`, `zh-yue` is `yue`. The name of a language, in English or in itself, is taken for
 * its tag, and `de_DE`, as programs write locales, for `de-DE`. The fault repeats nothing of what was sent.
 */
export function readTag(given: string): ReadTag {
  const sent = given.replaceAll('_', '-');
  const canonical = canonicalTag(sent);
  if (canonical === undefined) {
    const named = tagNamed(sent);
    return named === undefined ? { fault: NO_TAG } : { tag: named };
  }
  const { language, script, region, variants } = partsOf(canonical);
  if (!isLanguage(language)) {
    const named = tagNamed(sent);
    return named === undefined ? { fault: NO_LANGUAGE } : { tag: named };
  }
  if (script !== undefined && !isScript(script)) return { fault: unknown('script', 'zh-Hant') };
  if (region !== undefined && !isIn(REGIONS, region)) return { fault: unknown('region', 'pt-BR') };
  if (variants.some((one) => !isIn(VARIANTS, one))) return { fault: unknown('variant', 'de-1996') };
  return { tag: canonical };
}

function unknown(what: string, example: string): string {
  return `names a ${what} that does not exist; send the language alone, such as ${example.split('-')[0]}, or with a registered ${what}, such as ${example}`;
}

function canonicalTag(sent: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(sent.replace(EXTENDED, ''))[0];
  } catch {
    return undefined;
  }
}

/** A language in front of one that belongs to it, as older tags have it: `zh-yue`. */
const EXTENDED = /^[a-z]{2,3}-(?=[a-z]{3}(?:-|$))/i;

/** Of a canonical tag, without extensions and private use. */
function partsOf(tag: string) {
  const [language = '', ...others] = tag.split(/-[a-z0-9]-/i)[0]?.split('-') ?? [];
  const script = others.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  const region = others.find((part) => /^(?:[A-Z]{2}|\d{3})$/.test(part));
  const variants = others.filter((part) => part !== script && part !== region);
  return { language, script, region, variants };
}

let languages: Uint8Array | undefined;

function isLanguage(code: string): boolean {
  if (!/^[a-z]{2,3}$/.test(code)) return false;
  languages ??= Uint8Array.from(atob(LANGUAGES), (char) => char.charCodeAt(0));
  const number = codeNumber(code);
  return ((languages[number >> 3] as number) & (1 << (number & 7))) !== 0;
}

function isScript(code: string): boolean {
  // A capital begins each, so none is found across two of them.
  return SCRIPTS.includes(code);
}

function isIn(list: string, subtag: string): boolean {
  return ` ${list} `.includes(` ${subtag} `);
}

/** The tag of a language that is called so, in English or in itself. Looked for only where there is no such tag. */
function tagNamed(name: string): string | undefined {
  names ??= languageNames();
  return names.get(name.trim().toLowerCase());
}

let names: ReadonlyMap<string, string> | undefined;

/** Of the some two hundred languages with a code of two letters. */
function languageNames(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const found = new Map<string, string>();
  for (const code of twoLetterCodes()) {
    const own = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' });
    for (const name of [english.of(code), own.of(code)])
      if (name !== undefined) found.set(name.toLowerCase(), code);
  }
  return found;
}

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

function twoLetterCodes(): readonly string[] {
  return ALPHABET.flatMap((a) => ALPHABET.map((b) => a + b)).filter(
    (code) => isLanguage(code) && Intl.getCanonicalLocales(code)[0] === code,
  );
}
