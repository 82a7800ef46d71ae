/**
 * What is measured of an answer.
 * @module
 */
import type { Analysis, Article } from '../../src/schema/types.ts';

/** The parts of an analysis that are measured, all of them there. */
export type Answer = Required<Pick<Analysis, 'segments' | 'quotes' | 'speakers'>> & {
  /** What is told of the stories beside their place is not measured. */
  readonly articles: readonly Pick<Article, 'id' | 'start' | 'end' | 'headline'>[];
};
