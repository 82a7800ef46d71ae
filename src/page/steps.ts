/**
 * How a source became a speaker, step by step.
 * @module
 */
import type { ResolutionStep, TextSpan } from '../schema/types.ts';
import type { Desk } from './desk.ts';
import { el, link, type Child } from './dom.ts';
import { excerpt } from './words.ts';

/** The steps, each a way to the two places that it connects. */
export function stepsOf(
  desk: Desk,
  steps: readonly ResolutionStep[] | undefined,
): readonly Child[] {
  if (steps === undefined || steps.length === 0) return [];
  return [
    el('h4', {}, 'How the speaker was found'),
    el('ol', { class: 'steps' }, ...steps.map((step) => el('li', {}, ...partsOf(desk, step)))),
  ];
}

function partsOf(desk: Desk, { mention, to, why }: ResolutionStep): readonly Child[] {
  return [placeOf(desk, mention), ' → ', placeOf(desk, to), ` ${why.replaceAll('-', ' ')}`];
}

function placeOf(desk: Desk, span: TextSpan): HTMLElement {
  const attributes = { class: 'link verbatim', dir: 'auto' };
  return link(excerpt(span.text, 80), () => desk.goToSpan(span), attributes);
}
