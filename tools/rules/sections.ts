/**
 * Which sections the weights of each model have.
 * @module
 */
import type { Rules } from '../../src/rules/rules.ts';
import type { Section } from '../../src/rules/weights.ts';
import { CALIBRATION, CALIBRATION_SECTION } from '../../src/quotes/model/calibration.ts';
import { quoteGroupsOf } from '../../src/quotes/model/model.ts';
import { MARKUP_TABLE, sectionsOfMarkup } from '../../src/segments/markup/features.ts';
import { sectionsOfModel, TABLE } from '../../src/segments/model/model.ts';
import { speakerSections } from '../../src/speakers/model/model.ts';

/** The sections of a table in `rules/weights/`, by its name; undefined for a table that no model reads. */
export function sectionsOf(rules: Rules): (table: string) => readonly Section[] | undefined {
  // Those of a language (`quotes-frames-de`) have the sections of the common ones.
  const quotes = quoteGroupsOf(rules);
  const segments = sectionsOfModel(rules);
  const markup = sectionsOfMarkup(rules);
  return (table) => {
    if (table === TABLE) return segments;
    if (table === MARKUP_TABLE) return markup;
    if (table.startsWith(CALIBRATION)) return [CALIBRATION_SECTION];
    const [, common = ''] = /^((?:quotes|speakers)-[a-z]+)(?:-[a-z]+)?$/.exec(table) ?? [];
    return quotes.get(common)?.map(({ section }) => section) ?? speakerSections(common);
  };
}
