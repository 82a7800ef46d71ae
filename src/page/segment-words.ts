/**
 * What the features of segments mean, in plain words.
 * @module
 */
import { LABELS, type Label } from '../labels.ts';
import { isRule, kindName } from './words.ts';

/** By what features' names begin with. */
const BY_NAME: readonly (readonly [begin: RegExp, text: string])[] = [
  [/^context/, 'The lines around it, and its place'],
  [/^(?:capitals|all-caps|numbers)/, 'How many capitals and numbers it has'],
  [/^function/, 'How much it reads like a sentence'],
  [/^no-rule/, 'No rule knows its words'],
  [/^(?:repeated|twin|comes-again)/, 'Such lines stand there more than once'],
  [/^(?:run-of|prose|.*-prose)/, 'How much running text stands around it'],
  [/^behind/, 'It stands behind an invitation to comment'],
  [/^(?:thread|record|opening|beat|list)/, 'Lines repeat there, as comments and lists do'],
  [/^(?:html|text)\//, 'The markup around it'],
];

/** Signs whose names need more words. */
const SIGNS: Readonly<Record<string, string>> = {
  arrow: 'an arrow',
  at: 'an @',
  copyright: 'a © sign',
  link: 'a web address',
  quote: 'a quote mark',
  ask: 'a question mark',
  exclaim: 'an exclamation mark',
};

const EDGES: Readonly<Record<string, string>> = {
  upper: 'a capital',
  lower: 'a small letter',
  letter: 'a letter, not a stop',
  digit: 'a number',
  mark: 'a quote mark',
  stop: 'a full stop',
};

/**
 * A sentence for a piece of evidence; null where a rule's own description says it better, or nothing says it plainly.
 * @param label the segment's: what is typical of another one explains it only as something against it
 */
export function aboutSegment(name: string, label: Label, weight: number): string | null {
  if (isRule(name)) return null;
  const [, feature = name, value = ''] = /^([^=]*)=(.*)$/.exec(name) ?? [];
  const [first = ''] = value.split('/');
  const misleads = isLabel(first) && (first === label) !== weight > 0;
  if (misleads && /^(?:found|made|known|header)/.test(feature)) return null;
  switch (feature) {
    case 'words':
      return `It has ${wordsIn(value)}`;
    case 'starts':
    case 'ends':
      return `It ${feature} with ${EDGES[first] ?? SIGNS[first] ?? `a ${first}`}`;
    case 'holds':
      return `It holds ${SIGNS[first] ?? `a ${first.replaceAll('-', ' ')}`}`;
    case 'found':
    case 'made-of-lines':
    case 'known-line-in-unfitted-language':
    case 'found-in-unfitted-language':
      return `Its words are typical of ${kindIn(value)}`;
    case 'neighbour':
      return neighbour(Number(first), value.slice(first.length + 1));
    case 'header':
      return `A heading above it announces ${kindIn(value)}`;
    case 'near':
      return `Near it is ${kindIn(value)}`;
  }
  if (feature.startsWith('field/')) return `The document itself calls it ${feature.slice(6)}`;
  return BY_NAME.find(([begin]) => begin.test(feature))?.[1] ?? null;
}

function neighbour(place: number, what: string): string {
  const side = place < 0 ? 'before' : 'behind';
  const kind = kindIn(what);
  return kind === '' ? `How the line ${side} it looks` : `The line ${side} it looks like ${kind}`;
}

/** `ads/house/short` as people call it; nothing for what is no label. */
function kindIn(value: string): string {
  const [label = '', kind = ''] = value.split('/');
  return isLabel(label) ? kindName(label, kind) : '';
}

function isLabel(name: string): name is Label {
  return (LABELS as readonly string[]).includes(name);
}

/** `6<n<=9` as "7 to 9 words". */
function wordsIn(bin: string): string {
  const [, over, upTo] = /^(?:(\d+)<|n>(\d+)$)?/.exec(bin) ?? [];
  const least = Number(over ?? upTo ?? -1) + 1;
  const most = Number(/<=(\d+)$/.exec(bin)?.[1] ?? Infinity);
  if (most === Infinity) return `${least} words or more`;
  if (most <= 0) return 'no words';
  return least === most ? `${most} word${most === 1 ? '' : 's'}` : `${least} to ${most} words`;
}
