/**
 * What is measured of an answer.
 * @module
 */
import type { Analysis } from '../../src/schema/types.ts';

/** The parts of an analysis that are measured, all of them there. */
export type Answer = Required<Pick<Analysis, 'segments' | 'articles' | 'quotes' | 'speakers'>>;
