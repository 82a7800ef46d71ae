/**
 * Why a segment is what it is, and a quote whose it is: evidence, what else it might have been, and the rules' own words.
 * @module
 */
import type { Evidence, Quote, Segment } from '../schema/types.ts';
import type { Choice, Desk } from './desk.ts';
import { el, fill, hint, link, type Child } from './dom.ts';
import { quoteForm, segmentForm, takenOut, type Change } from './correct-form.ts';
import type { Reading } from './explained.ts';
import { EvidenceList } from './evidence.ts';
import { quoteReasons, segmentReasons, type Reason } from './plain-words.ts';
import { stepsOf } from './steps.ts';
import { sureOf } from './sure.ts';
import { excerpt, LABEL_HELP, LABEL_NAMES, percent, TYPE_NAMES } from './words.ts';

export class WhyPanel {
  readonly element = el('div');
  readonly #evidence: EvidenceList;
  readonly #openSpeaker: (index: number) => void;
  readonly #change: Change;

  constructor(evidence: EvidenceList, openSpeaker: (index: number) => void, change: Change) {
    this.#evidence = evidence;
    this.#openSpeaker = openSpeaker;
    this.#change = change;
    fill(this.element);
  }

  /** Shows that nothing is chosen in a text, and what was found to be no quote. */
  clear(reading: Reading): void {
    const how = 'Choose a quote or a stretch of the text to see why it is what it is.';
    fill(this.element, hint(how), ...takenOut(reading, this.#change));
  }

  put(desk: Desk, choice: Choice): void {
    const { segments = [], quotes = [] } = desk.reading.analysis;
    if (choice.on === 'segment') {
      const segment = segments[choice.index];
      if (segment) {
        const line = choice.line && desk.reading.text.slice(choice.line.start, choice.line.end);
        const form = segmentForm(desk.reading, segment, choice.line, this.#change);
        fill(this.element, ...this.#segment(segment, line), form);
      }
    } else if (choice.on === 'quote') {
      const quote = quotes[choice.index];
      if (quote) {
        const form = quoteForm(desk.reading, quote, this.#change);
        fill(this.element, ...this.#quote(desk, quote, choice.index), form);
      }
    }
    this.element.scrollTop = 0;
  }

  /** @param line the line that was pointed at, in a passage of several */
  #segment(segment: Segment, line?: string): readonly Child[] {
    const { label, kind, confidence, text, runnerUp, evidence = [] } = segment;
    return [
      el('h3', {}, `${LABEL_NAMES[label]}: ${kind}`),
      el('p', { class: 'id' }, LABEL_HELP[label]),
      el('blockquote', { dir: 'auto' }, excerpt(line ?? text, 160)),
      el('p', {}, sureOf(confidence, 'the label')),
      runnerUp
        ? el(
            'p',
            {},
            `Next best: ${LABEL_NAMES[runnerUp.label]}: ${runnerUp.kind}`,
            runnerUp.confidence === undefined ? '' : `, ${percent(runnerUp.confidence)}`,
          )
        : null,
      ...this.#reasons(segmentReasons(label, evidence), evidence),
    ];
  }

  #quote(desk: Desk, quote: Quote, index: number): readonly Child[] {
    const { quotes = [], segments = [] } = desk.reading.analysis;
    const speaker = desk.speakerOf[index] ?? -1;
    const start = quote.content[0]?.start ?? 0;
    const segment = segments.findIndex((one) => one.start <= start && start < one.end);
    const words = quote.content.map(({ text }) => text).join(' … ');
    return [
      el('h3', {}, `Quote ${index + 1} of ${quotes.length}`),
      el('p', { class: 'id' }, TYPE_NAMES[quote.type]),
      el('blockquote', { dir: 'auto' }, excerpt(words, 240)),
      el('p', {}, sureOf(quote.confidence, 'the quote and its source')),
      el(
        'dl',
        {},
        ...row('Speaker', this.#speaker(desk, speaker, quote.speakerConfidence)),
        ...row('Named as', quote.source && verbatim(quote.source.text)),
        ...row('Cue', cueOf(quote)),
        ...row('Through', quote.via && verbatim(quote.via.source.text)),
        ...row('Said to', quote.addressee && verbatim(quote.addressee.text)),
        ...row('Where', quote.venue && verbatim(quote.venue.text)),
        ...row('Repeats', repeated(desk, quote.repeats)),
        ...row(
          'Stands in',
          link(`${LABEL_NAMES[quote.label]}: ${quote.kind}`, () =>
            desk.choose({ on: 'segment', index: segment }, true),
          ),
        ),
      ),
      ...this.#reasons(quoteReasons(quote), quote.evidence ?? []),
      ...(desk.reading.corrections.quotes.has(quote.id) ? [] : stepsOf(desk, quote.resolution)),
    ];
  }

  #speaker(desk: Desk, index: number, confidence: number): Child {
    const speaker = desk.reading.analysis.speakers?.[index];
    if (speaker === undefined) return 'not known';
    const name = link(speaker.name, () => this.#openSpeaker(index), { dir: 'auto' });
    return el('span', {}, name, ' ', sureOf(confidence));
  }

  #reasons(reasons: readonly Reason[], evidence: readonly Evidence[]): readonly Child[] {
    if (evidence.length === 0) return [];
    return [
      el('h4', {}, 'What counted most'),
      this.#evidence.reasons(reasons),
      this.#evidence.all(evidence),
    ];
  }
}

function row(name: string, value: Child): readonly HTMLElement[] {
  return value ? [el('dt', {}, name), el('dd', {}, value)] : [];
}

/** A way to the first quote with the same words. */
function repeated(desk: Desk, id: string | null): Child {
  const index = (desk.reading.analysis.quotes ?? []).findIndex((quote) => quote.id === id);
  if (index < 0) return null;
  const choice = { on: 'quote', index } as const;
  return link(`Quote ${index + 1}`, () => {
    desk.choose(choice, true);
    desk.goTo(choice);
  });
}

function verbatim(text: string): HTMLElement {
  return el('span', { class: 'verbatim', dir: 'auto' }, excerpt(text, 120));
}

function cueOf({ cue, cueClass }: Quote): Child {
  const name = cueClass === null || cueClass === 'neutral' ? '' : ` (${cueClass})`;
  return cue && el('span', {}, verbatim(cue.text), name);
}
