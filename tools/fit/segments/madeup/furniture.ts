/**
 * The furniture that publishers set around, into and behind their stories.
 * @module
 */
import type { LabelledKind } from '../../../../src/labels.ts';
import { isParagraph } from '../lines.ts';
import type { Chance } from './chance.ts';
import type { MadeLine } from './layout.ts';
import type { Story } from './texts.ts';
import type { Voice } from './voice.ts';

const line = (text: string, kind: LabelledKind, unit: MadeLine['unit'] = 'list'): MadeLine => ({
  pieces: [{ text, kind }],
  unit,
  opens: false,
  newPart: false,
});

/** Lines as one part of the page: the first one opens it. */
function part(lines: readonly MadeLine[]): readonly MadeLine[] {
  return lines.map((each, i) => (i === 0 ? { ...each, opens: true, newPart: true } : each));
}

const box = (lines: readonly (readonly [string, LabelledKind])[]): readonly MadeLine[] =>
  part(lines.map(([text, kind]) => line(text, kind)));

/** The top of a page: its name, skip links, menus, search. */
export function headOf(voice: Voice, chance: Chance): readonly MadeLine[] {
  const sections = Array.from({ length: chance.number(3, 14) }, () => voice.fill('{section}'));
  return box([
    ...(chance.happens(0.3) ? [[voice.any('skip'), 'boilerplate/navigation'] as const] : []),
    ...(chance.happens(0.6) ? [[voice.fill('{site}'), 'boilerplate/navigation'] as const] : []),
    ...[...new Set(sections)].map((text) => [text, 'boilerplate/navigation'] as const),
    ...(chance.happens(0.4) ? [[voice.any('search'), 'boilerplate/form'] as const] : []),
    ...(chance.happens(0.3) ? [[voice.any('login'), 'boilerplate/form'] as const] : []),
  ]);
}

/** The bottom of a page: menus again, the imprint, the copyright line. */
export function bottomOf(voice: Voice, chance: Chance): readonly MadeLine[] {
  const entries = Array.from({ length: chance.number(2, 9) }, () => voice.any('footer'));
  return box([
    ...(chance.happens(0.25) ? [[voice.any('follow'), 'ads/house'] as const] : []),
    ...[...new Set(entries)].map((text) => [text, 'boilerplate/footer'] as const),
    ...(chance.happens(0.7) ? [[voice.any('copyright'), 'disclaimers/copyright'] as const] : []),
  ]);
}

/** Lines that stand among the paragraphs of a story, each a part of its own. */
const INSIDE = {
  teaser: 'boilerplate/related',
  appeal: 'ads/house',
  ad: 'ads/ad',
  share: 'boilerplate/share',
  media: 'boilerplate/media',
} as const satisfies Record<string, LabelledKind>;
const INSIDE_NAMES = ['teaser', 'teaser', 'appeal', 'appeal', 'ad', 'share', 'media'] as const;

/** The story, with bylines under its headline and furniture between its paragraphs. */
export function boxesInside(
  story: Story,
  voice: Voice,
  chance: Chance,
  more: readonly MadeLine[],
): readonly MadeLine[] {
  if (story.length === 0) return [];
  const told = story.map(({ text, label, kind }) =>
    line(text, `${label}/${kind}` as LabelledKind, 'story'),
  );
  const bylines = chance.happens(0.75) ? bylinesOf(voice, chance) : [];
  const head = story.findIndex(({ kind }) => kind !== 'headline' && kind !== 'standfirst');
  const lines: MadeLine[] = [...told.slice(0, head), ...bylines];
  const boxes = [
    ...Array.from({ length: chance.count(0, 4) }, () => boxInside(voice, chance)),
    ...(more.length > 0 ? [more] : []),
    ...(chance.happens(0.06) ? [tableOf(voice, chance)] : []),
  ];
  const body = told.slice(head);
  const paragraphs = story.slice(head).flatMap((each, i) => (isParagraph(each) ? [i] : []));
  if (paragraphs.length === 0) return part(told);
  const places = boxes.map(() => chance.pick(paragraphs));
  body.forEach((each, i) => {
    lines.push(each, ...boxes.filter((_, b) => places[b] === i).flat());
  });
  if (chance.happens(0.15)) lines.push(...closerOf(voice, chance));
  if (chance.happens(0.05)) lines.push(...footnotesOf(voice, chance));
  return part(lines);
}

function boxInside(voice: Voice, chance: Chance): readonly MadeLine[] {
  if (chance.happens(0.25)) return relatedBox(voice, chance, chance.number(1, 4));
  const name = chance.pick(INSIDE_NAMES);
  const lines = box([[voice.any(name), INSIDE[name]]]);
  // What follows is the story again.
  return name === 'share' ? shareLine(voice, chance) : lines;
}

/** A short last sentence, often behind furniture: nothing but its place tells that it is the story's. */
function closerOf(voice: Voice, chance: Chance): readonly MadeLine[] {
  const before = chance.happens(0.6) ? boxInside(voice, chance) : [];
  const closer = line(voice.any('closer'), 'body/paragraph', 'story');
  return [...before, { ...closer, newPart: true }];
}

function footnotesOf(voice: Voice, chance: Chance): readonly MadeLine[] {
  const [open, close] = chance.pick([
    ['', '. '],
    ['[', '] '],
    ['^ ', ' '],
  ] as const);
  return part(
    Array.from({ length: chance.number(2, 6) }, (_, i) =>
      line(`${open}${i + 1}${close}${voice.fill('{lead}')}`, 'body/list', 'story'),
    ),
  );
}

function bylinesOf(voice: Voice, chance: Chance): readonly MadeLine[] {
  return box(
    Array.from(
      { length: chance.number(1, 3) },
      () => [voice.any('byline'), 'boilerplate/byline'] as const,
    ),
  );
}

/** Teasers of other stories: their titles, and what the publisher sets beside them. */
function relatedBox(voice: Voice, chance: Chance, titles: number): readonly MadeLine[] {
  const beside = [
    ['{lead}', 0.25],
    ['{date}', 0.25],
    ['{section}', 0.15],
    ['{author}', 0.15],
    ['$further', 0.12],
  ] as const;
  const kept = beside.filter(([, share]) => chance.happens(share));
  return box([
    ...(chance.happens(0.9) ? [[voice.any('related'), 'boilerplate/related'] as const] : []),
    ...Array.from({ length: titles }, () => ['{other}', ...kept.map(([slot]) => slot)])
      .flat()
      .map((slot) => [voice.fill(slot), 'boilerplate/related'] as const),
  ]);
}

const NETWORKS = [
  'Facebook',
  'Twitter',
  'X',
  'WhatsApp',
  'LinkedIn',
  'Telegram',
  'Reddit',
  'Pinterest',
  'E-Mail',
  'Bluesky',
  'Mastodon',
];

function shareLine(voice: Voice, chance: Chance): readonly MadeLine[] {
  const networks = chance.some(NETWORKS, chance.number(0, 5));
  return box([voice.any('share'), ...networks].map((text) => [text, 'boilerplate/share'] as const));
}

/** Names with numbers. */
function tableOf(voice: Voice, chance: Chance): readonly MadeLine[] {
  const columns = chance.number(1, 4);
  const separator = chance.pick(['\t', '\t', ' ', ' | ']);
  const row = (): string =>
    [voice.fill('{author}'), ...Array.from({ length: columns }, () => voice.fill('{n}'))].join(
      separator,
    );
  const rows = Array.from({ length: chance.number(2, 8) }, row);
  return part(rows.map((text) => line(text, 'body/list', 'story')));
}

/** What follows a story: some of it before the readers' comments, the rest behind them. */
export function boxesAfter(
  voice: Voice,
  chance: Chance,
  more: readonly MadeLine[],
): readonly [readonly MadeLine[], readonly MadeLine[]] {
  const kinds = [
    ['tags', 'boilerplate/tag', 0.3],
    ['appeal', 'ads/house', 0.35],
    ['bio', 'boilerplate/byline', 0.25],
    ['opinion', 'disclaimers/opinion', 0.12],
    ['affiliate', 'disclaimers/affiliate', 0.08],
    ['correction', 'disclaimers/correction', 0.08],
    ['liability', 'disclaimers/liability', 0.08],
    ['copyright', 'disclaimers/copyright', 0.1],
    ['source', 'boilerplate/source', 0.15],
    ['ad', 'ads/ad', 0.15],
    ['neighbours', 'boilerplate/navigation', 0.2],
    ['follow', 'ads/house', 0.15],
  ] as const;
  const boxes = [
    ...kinds
      .filter(([word, , share]) => voice.has(word) && chance.happens(share))
      .map(([word, kind]) => box([[voice.any(word), kind]])),
    ...(chance.happens(0.35) ? [shareLine(voice, chance)] : []),
    ...(chance.happens(0.4) ? [relatedBox(voice, chance, chance.number(2, 7))] : []),
    ...(more.length > 0 ? [more] : []),
  ];
  const shuffled = chance.some(boxes, boxes.length);
  const middle = chance.number(0, shuffled.length);
  return [shuffled.slice(0, middle).flat(), shuffled.slice(middle).flat()];
}
