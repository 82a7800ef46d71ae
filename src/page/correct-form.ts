/**
 * Forms that correct an answer in place: what a stretch is, and who says a quote.
 * @module
 */
import { KINDS, LABELS, splitKind, type LabelledKind } from '../labels.ts';
import type { Quote, Segment } from '../schema/types.ts';
import type { Span } from '../text/spans.ts';
import {
  correctionAt,
  nameSpeaker,
  NO_QUOTE,
  relabel,
  takeBackLabel,
  takeBackQuote,
  type Corrections,
} from './corrections.ts';
import { button, el, hint, link, on, onSend, type Child } from './dom.ts';
import type { Reading } from './explained.ts';
import { linesOf } from './lines.ts';
import { excerpt, LABEL_NAMES } from './words.ts';

/** Told of what is to hold instead. */
export type Change = (corrections: Corrections) => void;

const SOMEBODY_ELSE = '+';
const NOBODY = '-';
/** A `select` with more is of no use. */
const MOST = 300;

/** @param line the line that was pointed at (UTF-16, half-open), if it was one */
export function segmentForm(
  reading: Reading,
  segment: Segment,
  line: Span | undefined,
  change: Change,
): HTMLElement {
  const { corrections, text } = reading;
  const made = correctionAt(corrections, segment);
  const kinds = el(
    'select',
    { id: 'right-kind' },
    ...LABELS.map((label) =>
      el(
        'optgroup',
        { label: LABEL_NAMES[label] },
        ...KINDS[label].map((kind) =>
          el(
            'option',
            {
              value: `${label}/${kind}`,
              selected: label === segment.label && kind === segment.kind,
            },
            `${LABEL_NAMES[label]}: ${kind}`,
          ),
        ),
      ),
    ),
  );
  const part = line && partOf(text, segment, line);
  const alone = part && el('input', { type: 'checkbox', checked: true });
  return formOf(
    [
      el('label', { for: 'right-kind' }, 'It is'),
      kinds,
      alone &&
        el('label', {}, alone, ` Only the line “${excerpt(text.slice(part.start, part.end), 40)}”`),
    ],
    () => {
      const span = part && alone?.checked ? part : segment;
      const { label, kind } = splitKind(kinds.value as LabelledKind);
      change(relabel(corrections, { start: span.start, end: span.end, label, kind }));
    },
    made && (() => change(takeBackLabel(corrections, segment))),
  );
}

/** A line with what stands between it and the next one; undefined where it is all of the segment. */
function partOf(text: string, segment: Segment, line: Span): Span | undefined {
  const lines = [...linesOf(text, segment)];
  const at = lines.findIndex(({ start, end }) => start <= line.start && line.start < end);
  if (at < 0 || lines.length < 2) return undefined;
  return {
    start: at === 0 ? segment.start : (lines[at] as Span).start,
    end: lines[at + 1]?.start ?? segment.end,
  };
}

export function quoteForm(
  { analysis, corrections }: Reading,
  quote: Quote,
  change: Change,
): HTMLElement {
  const { speakers = [] } = analysis;
  const now = speakers.find(({ id }) => id === quote.speaker)?.name;
  const who = el(
    'select',
    { id: 'right-speaker' },
    ...speakers
      .slice(0, MOST)
      .map(({ name }) =>
        el('option', { value: `=${name}`, selected: name === now }, excerpt(name, 60)),
      ),
    el('option', { value: NOBODY, selected: now === undefined }, 'Not known'),
    el('option', { value: SOMEBODY_ELSE }, 'Somebody else …'),
  );
  const name = el('input', {
    'aria-label': 'Name',
    placeholder: 'Name',
    autocomplete: 'off',
    hidden: true,
    dir: 'auto',
  });
  on(who, 'change', () => {
    name.hidden = who.value !== SOMEBODY_ELSE;
    if (!name.hidden) name.focus();
  });
  return formOf(
    [el('label', { for: 'right-speaker' }, 'It is said by'), who, name],
    () => {
      const typed = name.value.trim();
      if (who.value === SOMEBODY_ELSE && typed === '') return name.focus();
      const chosen = who.value === SOMEBODY_ELSE ? typed : who.value.slice(1);
      change(nameSpeaker(corrections, quote.id, who.value === NOBODY ? null : chosen));
    },
    corrections.quotes.has(quote.id) && (() => change(takeBackQuote(corrections, quote.id))),
    button('This is no quote', () => change(nameSpeaker(corrections, quote.id, NO_QUOTE))),
  );
}

/** What was found to be no quote, each with a way back. */
export function takenOut(
  { answer: { quotes = [] }, corrections }: Reading,
  change: Change,
): readonly HTMLElement[] {
  return quotes
    .filter(({ id }) => corrections.quotes.get(id) === NO_QUOTE)
    .map(({ id, content: [first] }) =>
      hint(
        `No quote, you said: ${excerpt(first?.text ?? '', 60)} `,
        link('Take it back', () => change(takeBackQuote(corrections, id))),
      ),
    );
}

function formOf(
  fields: readonly Child[],
  run: () => void,
  undo: (() => void) | false | undefined,
  more?: HTMLElement,
): HTMLElement {
  const form = el(
    'form',
    { class: 'correct' },
    ...fields,
    el(
      'p',
      { class: 'buttons' },
      el('button', { type: 'submit' }, 'Correct'),
      more,
      undo && button('Take it back', undo),
    ),
  );
  onSend(form, run);
  return el(
    'details',
    { open: Boolean(undo) },
    el('summary', {}, undo ? 'You corrected this' : 'Not right? Correct it'),
    form,
  );
}
