/**
 * A made-up page: a skeleton with a story and comments in it, and the furniture of publishers around them.
 * @module
 */
import type { GoldSegment } from '../../../eval/gold.ts';
import { isParagraph } from '../lines.ts';
import { Chance } from './chance.ts';
import { bottomOf, boxesAfter, boxesInside, headOf } from './furniture.ts';
import { layoutOf, textOf, type MadeLine } from './layout.ts';
import { linesOfPart } from './parts.ts';
import { tell } from './telling.ts';
import type { Part, Place, Platform, Skeletons, Tongue } from './skeletons.ts';
import type { Comment, Story, Texts } from './texts.ts';
import { Voice, type Subject } from './voice.ts';

/** What a page is made of. */
export interface Ingredients {
  readonly id: string;
  readonly platform: Platform;
  readonly tongue: Tongue;
  readonly skeletons: Skeletons;
  /** Texts of labelled pages of one fold, and our own. */
  readonly texts: Texts;
  readonly own: Texts;
}

/** Text and labels. The same ingredients make the same page. */
export function makePage(from: Ingredients): {
  readonly text: string;
  readonly segments: readonly GoldSegment[];
} {
  const { platform, tongue, skeletons } = from;
  const chance = new Chance(from.id);
  const main = chance.pick(platform.parts);
  const hasThread = main.place === 'thread' || main.place === 'forum';
  const comments = main.each.length > 0 && hasThread ? commentsFor(main, from, chance) : [];
  const records = hasThread ? comments.length : chance.number(...main.times);
  const story = cut(storyFrom(from, chance), chance);
  const opening = main.place === 'forum' ? openingPost(story, from, chance) : [];
  const headline =
    story.find(({ kind }) => kind === 'headline')?.text ?? chance.pick(tongue.pitches);
  const subject = { headline, ...otherStories(from, story), count: records };
  const words = platform.words.get(tongue.language) ?? {};
  const voice = new Voice(tongue, words, subject, chance);
  const partAt = (place: Place, share: number): readonly MadeLine[] =>
    main.place === place
      ? linesOfPart(main, records, comments, opening, voice, chance)
      : chance.happens(share)
        ? furniturePart(place, tongue, skeletons, subject, chance)
        : [];
  const thread = hasThread ? partAt(main.place, 1) : [];
  const [before, behind] = boxesAfter(voice, chance, partAt('after', 0.25));
  const isUntold = main.place === 'forum' || (hasThread && chance.happens(0.1));
  const told = isUntold ? [] : tell(story, voice, chance);
  const lines = [
    ...partAt('top', 0.12),
    ...(chance.happens(0.7) ? headOf(voice, chance) : []),
    ...boxesInside(told, voice, chance, partAt('middle', told.length > 0 ? 0.15 : 0)),
    ...(chance.happens(0.7) ? before : []),
    ...thread,
    ...(chance.happens(0.6) ? behind : []),
    ...(chance.happens(0.65) ? bottomOf(voice, chance) : []),
    ...partAt('end', 0.1),
  ];
  return textOf(lines, layoutOf(chance));
}

/** A part of another platform, in the words that it has for the language. */
function furniturePart(
  place: Place,
  tongue: Tongue,
  { platforms }: Skeletons,
  subject: Subject,
  chance: Chance,
): readonly MadeLine[] {
  const choices = platforms.flatMap((platform) => {
    const words = platform.words.get(tongue.language);
    const parts = platform.parts.filter((part) => part.place === place);
    return words ? parts.map((part) => ({ part, words })) : [];
  });
  if (choices.length === 0) return [];
  const { part, words } = chance.pick(choices);
  const voice = new Voice(tongue, words, subject, chance);
  return linesOfPart(part, chance.number(...part.times), [], [], voice, chance);
}

/** How often a text of a labelled page is taken where there are enough of them, and where there are few. */
const FROM_PAGES = { many: 0.9, few: 0.4 };
const MANY = 20;

/** Different comments, as many as a thread has. No text stands twice: lines that come again are known as furniture. */
function commentsFor(part: Part, { texts, own }: Ingredients, chance: Chance): readonly Comment[] {
  const count = chance.count(...part.times);
  const share = texts.comments.length >= MANY ? FROM_PAGES.many : FROM_PAGES.few;
  const taken = chance.some(texts.comments, Math.round(count * share));
  return chance.some([...taken, ...chance.some(own.comments, count - taken.length)], count);
}

function storyFrom({ texts, own }: Ingredients, chance: Chance): Story {
  const share = texts.stories.length >= MANY ? FROM_PAGES.many : FROM_PAGES.few;
  const from = texts.stories.length > 0 && chance.happens(share) ? texts : own;
  return chance.pick(from.stories);
}

const MOST_STORY_LINES = 24;

/** The story to some line, so that it ends in a paragraph. */
function cut(story: Story, chance: Chance): Story {
  const some = story.slice(0, chance.number(6, MOST_STORY_LINES));
  const end = some.findLastIndex(isParagraph);
  return end < 0 ? some : some.slice(0, end + 1);
}

/** A forum's question: some paragraphs of a story, or what somebody wrote under another one. */
function openingPost(story: Story, { texts, own }: Ingredients, chance: Chance): Story {
  const paragraphs = story.filter(isParagraph);
  if (chance.happens(0.4)) return paragraphs.slice(0, chance.number(1, 4));
  const { comments } = texts.comments.length >= MANY ? texts : own;
  return chance
    .some(comments, chance.number(1, 2))
    .flat()
    .map((text) => ({ text, label: 'body', kind: 'paragraph' }));
}

/** So many other stories give a page its teasers. */
const MOST_OTHERS = 40;
const MOST_LEAD = 160;

function otherStories(
  { texts, own, tongue }: Ingredients,
  story: Story,
): Pick<Subject, 'others' | 'leads'> {
  const others = [...own.stories, ...texts.stories.slice(0, MOST_OTHERS)].filter(
    (other) => other[0]?.text !== story[0]?.text,
  );
  const headlines = others.flatMap((other) =>
    other.filter(({ kind }) => kind === 'headline').map(({ text }) => text),
  );
  const leads = others.flatMap((other) => {
    const lead = other.find(isParagraph)?.text.slice(0, MOST_LEAD) ?? '';
    return lead === '' ? [] : [lead];
  });
  return {
    others: [...headlines, ...tongue.pitches],
    leads: leads.length > 0 ? leads : tongue.pitches,
  };
}
