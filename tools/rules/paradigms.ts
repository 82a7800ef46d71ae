/**
 * Paradigms: how the verbs of a language are inflected. A verb of a cue is then its infinitive alone, and its forms are made
 * here, when the rules are compiled.
 * @module
 */
import type { Place } from './places.ts';
import type { Reader } from './reader.ts';

export const PARADIGM_KEYS = ['name', 'endings', 'base', 'present', 'past', 'participle', 'ing', 'examples'];

/** The slots of a verb, in their order. `base` is the verb itself where a paradigm does not say otherwise. */
const SLOTS = ['base', 'present', 'past', 'participle', 'ing'] as const;

/** Stands in a form for the part of the verb in front of its ending. */
const STEM = '-';
/** Stands in an ending for one to three letters, which a form may repeat: `e*ar` and `-ie*a` make “niega” of “negar”. */
const INNER = '*';

export interface Paradigm {
  /** What a verb calls it by: `negar:e-ie`. */
  readonly name: string;
  readonly endings: readonly string[];
  /** Patterns of forms, by slot. */
  readonly forms: readonly (readonly string[])[];
  readonly place: Place;
}

export function readParadigm(reader: Reader): Paradigm {
  reader.only(PARADIGM_KEYS);
  const paradigm = {
    name: reader.string('name'),
    endings: reader.someStrings('endings'),
    forms: SLOTS.map((slot) => reader.strings(slot)),
    place: reader.place,
  };
  if (!reader.has('examples')) reader.fault('has no examples', 'examples');
  for (const example of reader.strings('examples')) checkExample(reader, paradigm, example);
  return paradigm;
}

/** An example is a verb and some of its forms: `parler: parle parlait parlé`. */
function checkExample(reader: Reader, paradigm: Paradigm, example: string): void {
  const [verb = '', forms = ''] = example.split(': ');
  const made = formsBy(paradigm, verb)?.flat() ?? [];
  for (const form of forms.trim().split(/\s+/))
    if (!made.includes(form)) reader.fault(`"${verb}" has no form "${form}", but ${made.join(', ') || 'none'}`, example);
}

/**
 * The five slots of a verb, as rule files write them out: alternatives joined by `/`, `-` for none.
 * @param verb the infinitive; `:name` behind it names a paradigm, and words behind `+` follow each form (`dar+a+conocer`)
 * @returns undefined where no paradigm fits: by name, or else the one with the longest ending without `*`
 */
export function slotsOf(verb: string, paradigms: readonly Paradigm[]): string | undefined {
  const [word = '', name] = verb.split(':');
  const [head = '', ...behind] = word.split('+');
  const paradigm = name === undefined ? likeliest(head, paradigms) : paradigms.find((one) => one.name === name);
  const slots = paradigm && formsBy(paradigm, head);
  const tail = behind.map((part) => `+${part}`).join('');
  return slots?.map((forms) => forms.map((form) => form + tail).join('/') || '-').join(' ');
}

function likeliest(verb: string, paradigms: readonly Paradigm[]): Paradigm | undefined {
  let best: Paradigm | undefined;
  let longest = 0;
  for (const paradigm of paradigms)
    for (const ending of paradigm.endings) {
      if (ending.includes(INNER) || !verb.endsWith(ending) || ending.length <= longest) continue;
      best = paradigm;
      longest = ending.length;
    }
  return best;
}

/** All forms by slot; undefined where the verb has none of the endings. */
function formsBy({ endings, forms }: Paradigm, verb: string): readonly (readonly string[])[] | undefined {
  for (const ending of endings) {
    const [before = '', after] = ending.split(INNER);
    const pattern = after === undefined ? `^(.*)()${ending}$` : `^(.*)${before}(.{1,3})${after}$`;
    const [, stem, inner = ''] = new RegExp(pattern, 'u').exec(verb) ?? [];
    if (stem === undefined) continue;
    const fill = (form: string): string => form.replace(STEM, stem).replace(INNER, inner);
    return forms.map((slot, i) => [...new Set(i === 0 && slot.length === 0 ? [verb] : slot.map(fill))]);
  }
  return undefined;
}
