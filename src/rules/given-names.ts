/**
 * Given names of many countries, by gender.
 * @module
 */

/** How the names lie in a bundle: sorted, each behind a line break, and a line break at the end. */
export interface PackedNames {
  readonly male: string;
  readonly female: string;
}

/** Looks names up in the packed text itself, by halving: nothing has to be opened or kept. */
export class GivenNames {
  readonly #packed: PackedNames;

  constructor(packed: PackedNames) {
    this.#packed = packed;
  }

  /** The gender of a folded name; '' where it is not known, or may be either. */
  genderOf(name: string): 'male' | 'female' | '' {
    const { male, female } = this.#packed;
    if (holds(male, name)) return 'male';
    const hyphen = name.indexOf('-');
    if (hyphen < 0) return holds(female, name) ? 'female' : '';
    const first = name.slice(0, hyphen);
    if (holds(male, first)) return 'male';
    return holds(female, name) || holds(female, first) ? 'female' : '';
  }
}

/** Whether a sorted text has the name on a line of its own. */
function holds(text: string, name: string): boolean {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const start = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    const end = text.indexOf('\n', start);
    const found = text.slice(start, end < 0 ? text.length : end);
    if (found === name) return name !== '';
    if (found < name) low = Math.max(low + 1, end < 0 ? text.length : end + 1);
    else high = Math.min(high - 1, start);
  }
  return false;
}
