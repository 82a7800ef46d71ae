/**
 * Which sections the weights of each model have.
 * @module
 */
import type { Rules } from '../../src/rules/rules.ts';
import type { Section } from '../../src/rules/weights.ts';
import { FeatureSpace } from '../../src/quotes/features.ts';
// Declares the features of quotes.
// oxlint-disable-next-line import/no-unassigned-import
import '../../src/quotes/find.ts';
import { MARKUP_TABLE, sectionsOfMarkup } from '../../src/segments/markup-features.ts';
import { sectionsOfModel, TABLE } from '../../src/segments/model.ts';

/** Sections by name of the table in `rules/weights/`. */
export function sectionsOf(rules: Rules): Readonly<Record<string, readonly Section[]>> {
  const quotes = new FeatureSpace(rules).sections.map(({ section }) => section);
  return { [TABLE]: sectionsOfModel(rules), [MARKUP_TABLE]: sectionsOfMarkup(rules), 'quotes-frames': quotes, 'quotes-loose': quotes };
}
