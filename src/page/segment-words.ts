/**
 * What the features of segments mean, in plain words.
 * @module
 */
import { LABELS, type Label } from '../labels.ts';
import { isRule, kindName } from './words.ts';

/** By what features' names begin with. */
const BY_NAME: readonly (readonly [begin: RegExp, text: string])[] = [
  [/^context/, 'The lines around it, and its place'],
  [/^bias/, 'How often pages have such a thing'],
  [/^(?:sentences|word-length|run-tog)/, 'How long its words and sentences are'],
  [/^(?:capitals|all-caps|numbers)/, 'How many capitals and numbers it has'],
  [/^function/, 'How much it reads like a sentence'],
  [/^no-rule/, 'No rule knows its words'],
  [/^(?:repeated|twin|comes-again)/, 'Such lines stand there more than once'],
  [/^gap/, 'The space around it'],
  [/^(?:run-of|prose|.*-prose)/, 'How much running text stands around it'],
  [/^(?:main-text|from-main|words-of-main)/, 'How it stands to the story'],
  [/^behind/, 'It stands behind an invitation to comment'],
  [/^(?:thread|record|opening|beat|list)/, 'Lines repeat there, as comments and lists do'],
  [/^(?:html|text)\//, 'The markup around it'],
];

/** Signs whose names need more words. */
const SIGNS: Readonly<Record<string, string>> = {
  copyright: '© sign',
  link: 'web address',
  quote: 'quote mark',
  ask: 'question mark',
  exclaim: 'exclamation mark',
};

const EDGES: Readonly<Record<string, string>> = {
  upper: 'a capital',
  lower: 'a small letter',
  letter: 'a letter, not a stop',
  digit: 'a number',
  mark: 'a quote mark',
  stop: 'a full stop',
  ask: 'a question mark',
};

/** A sentence for a piece of evidence; null where a rule's own description says it better. */
export function aboutSegment(name: string): string | null {
  if (isRule(name)) return null;
  const [, feature = name, value = ''] = /^([^=]*)=(.*)$/.exec(name) ?? [];
  const [first = '', second = ''] = value.split('/');
  switch (feature) {
    case 'words':
      return `It has ${wordsIn(value)}`;
    case 'starts':
    case 'ends':
      return `It ${feature} with ${EDGES[first] ?? `a ${first}`}`;
    case 'holds':
      return `It holds a ${SIGNS[first] ?? first.replaceAll('-', ' ')}`;
    case 'lexicon':
      return `${second === 'much' ? 'Many' : 'Some'} of its words are in the list “${first.replaceAll('-', ' ')}”`;
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
    case 'on-page':
    case 'units-of-page':
      return `How much ${kindIn(first) || 'text'} the page has`;
    case 'since':
    case 'until':
      return `How far it is from ${kindIn(first)}`;
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
