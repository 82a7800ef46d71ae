/**
 * Words that the page has for what the service answers, and numbers as people read them.
 * @module
 */
import type { Label } from '../labels.ts';
import type { Quote } from '../schema/types.ts';

export const LABEL_NAMES: Readonly<Record<Label, string>> = {
  body: 'Story',
  comments: 'Comments',
  ads: 'Adverts',
  disclaimers: 'Disclaimers',
  boilerplate: 'Furniture',
};

/** What a label is, for whoever points at it. */
export const LABEL_HELP: Readonly<Record<Label, string>> = {
  body: 'Headline, paragraphs, captions.',
  comments: 'What readers wrote, and the form for it.',
  ads: 'Advertising, paid links, and the site’s own appeals, such as for a newsletter.',
  disclaimers: 'Notices: copyright, privacy, corrections, whose opinion it is.',
  boilerplate:
    'What stands around any story of the site: menus, share buttons, links to other stories.',
};

/** A kind as people call it, with its label where it says too little by itself: “comments (form)”. */
export function kindName(label: Label, kind: string): string {
  const name = kind.replace(/^comment-/, '').replaceAll('-', ' ');
  return kind === ''
    ? LABEL_NAMES[label].toLowerCase()
    : `${LABEL_NAMES[label].toLowerCase()} (${name})`;
}

/** How a text is read, by the name of its field in a request. */
export const MODE_NAMES = {
  text: 'Text',
  markdown: 'Markdown',
  html: 'HTML',
  xml: 'XML',
  ninjs: 'ninjs',
  mail: 'Mail',
} as const;
export type Mode = keyof typeof MODE_NAMES;
export const MODES = Object.keys(MODE_NAMES) as readonly Mode[];

export const TYPE_NAMES: Readonly<Record<Quote['type'], string>> = {
  direct: 'Word for word',
  mixed: 'Partly word for word',
  indirect: 'Paraphrase',
};

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;
}

export function excerpt(text: string, length: number): string {
  const flat = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return flat.length > length ? `${flat.slice(0, length).trimEnd()}…` : flat;
}

/** The name of a language in English; the tag itself where browsers know none. */
export function languageName(tag: string): string {
  if (tag === 'und') return 'Unknown language';
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Whether evidence is a rule that can be looked up, and not a feature of the model. */
export function isRule(name: string): boolean {
  return /^[a-z0-9][\w.-]*(?:\/[\w.-]+){2,}$/.test(name) && !name.startsWith('speaker/');
}

/** A feature's name with its punctuation spread out: `words=6<n<=9` as "words: 6 < n ≤ 9". */
export function featureName(name: string): string {
  return name
    .replace(/(?<![<>])=/, ': ')
    .replaceAll('<=', ' ≤ ')
    .replaceAll('<', ' < ')
    .replaceAll('/', ' · ')
    .replace(/(\w)-(?=[a-z])/g, '$1 ')
    .replaceAll('+', ' + ');
}
