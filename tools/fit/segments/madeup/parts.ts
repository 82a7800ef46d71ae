/**
 * Parts of skeletons as lines.
 * @module
 */
import type { LabelledKind } from '../../../../src/labels.ts';
import type { Chance } from './chance.ts';
import type { MadeLine, MadePiece } from './layout.ts';
import type { LineTemplate, Part } from './skeletons.ts';
import type { Comment, Story } from './texts.ts';
import type { Voice } from './voice.ts';

/** A part's lines: its records take the comments in turn. */
export function linesOfPart(
  part: Part,
  records: number,
  comments: readonly Comment[],
  opening: Story,
  voice: Voice,
  chance: Chance,
): readonly MadeLine[] {
  const kept = keeper(voice, chance);
  const unit = part.place === 'thread' || part.place === 'forum' ? 'record' : 'list';
  const group = (templates: readonly LineTemplate[], text: Comment): readonly MadeLine[] =>
    templates
      .filter(kept)
      .flatMap((template) => linesOfTemplate(template, text, opening, voice))
      .map((pieces, i) => ({ pieces, unit, opens: i === 0, newPart: false }));
  const lines = [...group(part.before, []), ...group(part.opening, [])];
  for (let i = 0; i < records; i++) {
    voice.nextRecord();
    lines.push(...group(part.each, comments[i] ?? []));
  }
  lines.push(...group(part.after, []));
  return lines.map((line, i) => ({ ...line, newPart: i === 0 }));
}

/** How seldom a record lacks a line that the others have, or has one that they lack. */
const STRAY = 0.1;

/** Tells whether a line stands here. What one record has, most have: the same buttons, the same ranks. */
function keeper(voice: Voice, chance: Chance): (template: LineTemplate) => boolean {
  const settled = new Map<LineTemplate, boolean>();
  return (template) => {
    // What a language has no words for does not stand on its pages.
    if (!template.pieces.every(({ wording }) => voice.knows(wording))) return false;
    if (template.probability === 1) return true;
    const usual = settled.get(template) ?? chance.happens(template.probability);
    settled.set(template, usual);
    return chance.happens(STRAY) ? !usual : usual;
  };
}

function linesOfTemplate(
  { pieces }: LineTemplate,
  text: Comment,
  story: Story,
  voice: Voice,
): readonly (readonly MadePiece[])[] {
  const [first] = pieces;
  if (first?.kind === 'story')
    return story.map((line) => [
      { text: line.text, kind: `${line.label}/${line.kind}` as LabelledKind },
    ]);
  const lines: MadePiece[][] = [[]];
  for (const { kind, wording } of pieces) {
    if (kind === 'story') continue;
    const [words, ...further] = wording === '{text}' ? text : [voice.fill(wording)];
    if (words) lines.at(-1)?.push({ text: words, kind });
    lines.push(...further.map((more) => [{ text: more, kind }]));
  }
  return lines.filter((made) => made.length > 0).map(spaced);
}

/** Pieces of a line are set apart by spaces, which belong to the piece before. */
function spaced(pieces: readonly MadePiece[]): readonly MadePiece[] {
  return pieces.map(({ text, kind }, i) => ({
    kind,
    text: i < pieces.length - 1 ? `${text.trim()} ` : text.trim(),
  }));
}
