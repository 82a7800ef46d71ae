/**
 * The answer to take away: as JSON, CSV, a command, a link, or the story alone.
 * @module
 */
import { bodyOf, Refused, type Api, type Asked } from './api.ts';
import { copy, download } from './copy.ts';
import { CorrectedExport } from './corrected-export.ts';
import { curlOf } from './curl.ts';
import type { Desk } from './desk.ts';
import { button, el, fill, hint, say } from './dom.ts';
import { problemOf } from './problem.ts';
import { fragmentOf, LONGEST_LINK } from './share.ts';

/** UTF-16 units of JSON on the page: browsers are slow with more. */
const MOST_JSON = 60_000;

export class ExportPanel {
  readonly element = el('div');
  readonly #api: Api;
  readonly #pane = el('pre', { tabindex: 0, 'aria-label': 'The answer as JSON', dir: 'ltr' });
  readonly #corrected: CorrectedExport;
  readonly #said = el('div', { class: 'said' });
  #desk: Desk | null = null;
  #asked: Asked | null = null;
  #stale = false;

  /** @param taken called once corrections have been taken away */
  constructor(api: Api, taken: () => void) {
    this.#api = api;
    this.#corrected = new CorrectedExport(taken);
    const offer = (name: string, run: (desk: Desk, asked: Asked) => Promise<string>) =>
      button(name, () => void this.#run(run));
    const row = (...buttons: readonly HTMLElement[]) => el('p', { class: 'buttons' }, ...buttons);
    this.element.append(
      el('h3', {}, 'Copy'),
      row(
        offer('The clean story', async (_, asked) => this.#copyStory(asked)),
        offer('A curl command', async (_, asked) => this.#copyCurl(asked)),
        offer('A link to this text', async (_, asked) => copyLink(asked)),
      ),
      el('h3', {}, 'Download'),
      hint('As the service answered, without corrections.'),
      row(
        offer('JSON', async ({ reading }) =>
          download('copydesk.json', 'application/json', JSON.stringify(reading.answer, null, 2)),
        ),
        offer('CSV of the quotes', async (_, asked) =>
          // Spreadsheets take a file for UTF-8 only if it begins with this mark.
          download('quotes.csv', 'text/csv', `\uFEFF${await this.#api.format(asked, 'csv')}`),
        ),
      ),
      el('h3', {}, 'Corrections'),
      this.#corrected.told,
      row(
        offer('Download a labelled page', ({ reading }) => this.#corrected.page(reading)),
        offer('Copy a proposal for rules', ({ reading }) => this.#corrected.rules(reading)),
      ),
      this.#said,
      this.#corrected.pane,
      el('h3', {}, 'The answer'),
      this.#pane,
    );
  }

  put(desk: Desk, asked: Asked): void {
    this.#desk = desk;
    this.#asked = asked;
    this.#stale = true;
    this.#corrected.put(desk.reading);
    fill(this.#said);
    fill(this.#pane);
  }

  /** Writes the pane, once it is looked at. */
  show(): void {
    if (!this.#stale || this.#desk === null) return;
    this.#stale = false;
    const json = JSON.stringify(this.#desk.reading.answer, null, 2);
    const rest = json.length - MOST_JSON;
    const note = rest > 0 ? `\n… ${rest.toLocaleString('en')} more characters: download it.` : '';
    this.#pane.textContent = json.slice(0, MOST_JSON) + note;
  }

  async #run(run: (desk: Desk, asked: Asked) => Promise<string>): Promise<void> {
    if (this.#desk === null || this.#asked === null) return;
    try {
      const said = await run(this.#desk, this.#asked);
      fill(this.#said, el('p', {}, said));
      say(said);
    } catch (error) {
      const refused = { title: 'The browser refused', detail: 'Nothing was copied.' };
      fill(this.#said, problemOf(error instanceof Refused ? error.problem : refused));
    }
  }

  async #copyStory(asked: Asked): Promise<string> {
    const story = this.#api.format(asked, 'text');
    await copy(story);
    return (await story) === ''
      ? 'There is no story in this text.'
      : 'The story is in the clipboard.';
  }

  async #copyCurl(asked: Asked): Promise<string> {
    await copy(curlOf(`${location.origin}/v1/analyze`, bodyOf(asked), this.#api.hasKey));
    const key = this.#api.hasKey ? ' It wants your key in COPYDESK_KEY.' : '';
    return `The command is in the clipboard.${key}`;
  }
}

async function copyLink(asked: Asked): Promise<string> {
  const link = `${location.origin}${location.pathname}${await fragmentOf(asked)}`;
  const length = link.length.toLocaleString('en');
  if (link.length > LONGEST_LINK) {
    const most = LONGEST_LINK.toLocaleString('en');
    return `This text is too long for a link: it would have ${length} characters, and mail and chat programs cut what is over ${most}. Nothing was copied.`;
  }
  await copy(link);
  return `The link is in the clipboard (${length} characters). The text is in the link itself, and on no server.`;
}
