/**
 * How a source became a speaker, step by step. Steps are shown as they come: later versions may say more.
 * @module
 */
import { el, type Child } from './dom.ts';
import type { Step } from './explained.ts';
import { excerpt, percent } from './words.ts';

/** Members that name a step. */
const NAMES = ['step', 'rule', 'kind', 'type'];

export function stepsOf(steps: readonly Step[] | undefined): readonly Child[] {
  if (steps === undefined || steps.length === 0) return [];
  return [
    el('h4', {}, 'How the speaker was found'),
    el('ol', { class: 'steps' }, ...steps.map((step) => el('li', {}, ...partsOf(step)))),
  ];
}

function partsOf(step: Step): readonly Child[] {
  const key = NAMES.find((name) => typeof step[name] === 'string');
  const rest = Object.entries(step).filter(([name]) => name !== key);
  return [
    key !== undefined && el('b', {}, String(step[key]).replaceAll('/', ', ')),
    ...rest.map(([name, value]) => {
      const text = valueOf(name, value);
      return text === '' ? null : el('span', { class: 'part', dir: 'auto' }, text);
    }),
  ];
}

function valueOf(name: string, value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (name === 'confidence' && typeof value === 'number') return percent(value);
  if (typeof value !== 'object') return `${name}: ${excerpt(String(value), 80)}`;
  if ('text' in value) return `${name}: “${excerpt(String(value.text), 80)}”`;
  return `${name}: ${excerpt(JSON.stringify(value), 80)}`;
}
