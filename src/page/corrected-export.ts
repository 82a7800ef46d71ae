/**
 * Corrections to take away, and how many there are.
 * @module
 */
import { copy, download } from './copy.ts';
import { countOf } from './corrections.ts';
import { el, fill, hint } from './dom.ts';
import type { Reading } from './explained.ts';
import { labelledPage, proposeRules } from './labelled.ts';
import { count } from './words.ts';

export class CorrectedExport {
  readonly told = hint();
  readonly pane = el('pre', { tabindex: 0, 'aria-label': 'The rules', dir: 'ltr', hidden: true });
  /** Called once something has been taken away. */
  readonly #taken: () => void;

  constructor(taken: () => void) {
    this.#taken = taken;
  }

  put({ corrections }: Reading): void {
    this.pane.hidden = true;
    const number = countOf(corrections);
    fill(
      this.told,
      number === 0
        ? 'Choose something in the text, and say under Why what is right.'
        : `${count(number, 'correction')}. They are gone with this page.`,
    );
  }

  async page({ text, analysis, corrections }: Reading): Promise<string> {
    const said = await download(
      'page.jsonl',
      'application/jsonl',
      `${labelledPage(text, analysis, corrections)}\n`,
    );
    this.#taken();
    return `${said} Look it over: the rest is as the service answered.`;
  }

  async rules({ text, answer, analysis, corrections }: Reading): Promise<string> {
    const { toml, path, left } = proposeRules(
      text,
      { ...answer, segments: analysis.segments ?? [] },
      corrections,
    );
    if (toml === '') {
      return left > 0
        ? 'No rule can know these lines by their words.'
        : 'Rules come from corrected labels, and there are none yet.';
    }
    this.pane.textContent = toml;
    this.pane.hidden = false;
    await copy(toml);
    this.#taken();
    const rest = left > 0 ? ` ${count(left, 'line')} left out: no words tell them.` : '';
    return `The rules are in the clipboard, for ${path} in a folder of your own.${rest}`;
  }
}
