/**
 * How a source became a speaker, step by step.
 * @module
 */
import type { ResolutionStep } from '../types.ts';
import { el, type Child } from './dom.ts';
import { excerpt } from './words.ts';

export function stepsOf(steps: readonly ResolutionStep[] | undefined): readonly Child[] {
  if (steps === undefined || steps.length === 0) return [];
  return [
    el('h4', {}, 'How the speaker was found'),
    el('ol', { class: 'steps' }, ...steps.map((step) => el('li', {}, ...partsOf(step)))),
  ];
}

function partsOf({ mention, to, why }: ResolutionStep): readonly Child[] {
  return [
    el('b', {}, why.replaceAll('-', ' ')),
    el('span', { class: 'part', dir: 'auto' }, `“${excerpt(mention.text, 80)}”`),
    el('span', { class: 'part', dir: 'auto' }, `→ “${excerpt(to.text, 80)}”`),
  ];
}
