/**
 * The playground at `/`: wiring.
 * @module
 */
import type { Analysis } from '../schema/types.ts';
import type { Span } from '../text/spans.ts';
import { Api, Refused, type Asked } from './api.ts';
import { askKey } from './ask.ts';
import { Compose } from './compose.ts';
import { correct, countOf, NO_CORRECTIONS, type Corrections } from './corrections.ts';
import { Desk, type Choice } from './desk.ts';
import { byId, fill, on, say } from './dom.ts';
import type { Reading } from './explained.ts';
import { EvidenceList } from './evidence.ts';
import { ExportPanel } from './export.ts';
import { showFacts } from './facts.ts';
import { listenToFilters, putFilters } from './filters.ts';
import { offerHelp } from './help.ts';
import { keep, kept } from './kept.ts';
import { listen } from './pointing.ts';
import { askedBy } from './share.ts';
import { setText } from './sheet.ts';
import { SpeakersPanel } from './speakers.ts';
import { QuoteTable } from './table.ts';
import { Tabs } from './tabs.ts';
import { followTheme } from './theme.ts';
import { VerifyPanel } from './verify.ts';
import { viewOf } from './view.ts';
import { WhyPanel } from './why.ts';
import { count } from './words.ts';

/** An answer on the desk. */
interface Current {
  readonly asked: Asked;
  readonly text: string;
  readonly answer: Analysis;
}

const api = new Api(askKey);
const change = (corrections: Corrections): void => void correctTo(corrections);
const speakers = new SpeakersPanel(change);
const why = new WhyPanel(
  new EvidenceList(api),
  (index) => {
    tabs.open('Speakers');
    speakers.open(index);
  },
  change,
);
const verify = new VerifyPanel(api);
const exports = new ExportPanel(api, () => (unsaved = false));
const tabs = new Tabs([
  { name: 'Speakers', element: speakers.element },
  { name: 'Why', element: why.element },
  { name: 'Verify', element: verify.element, left: () => verify.leave() },
  { name: 'Export', element: exports.element, shown: () => exports.show() },
]);
const table = new QuoteTable((index) => {
  view.show('text');
  desk?.choose({ on: 'quote', index });
  desk?.goTo({ on: 'quote', index });
});
const view = viewOf(() => table.show());

let desk: Desk | null = null;
let current: Current | null = null;
let choice: Choice | null = null;
let running: AbortController | null = null;
/** By the text: it may be analysed again, with other options or after another one. */
const corrected = new Map<string, Corrections>();
/** Whether there are corrections that nobody has taken away. */
let unsaved = false;

/** Asks and shows the answer; a request that is still on its way is given up. */
async function run(asked: Asked): Promise<void> {
  const control = take(`Analysing ${count(asked.text.length, 'character')}`);
  fill(byId('problem'));
  try {
    const answer = await api.analyze(asked, control.signal);
    current = { asked, text: answer.text ?? asked.text, answer };
    state('reading');
    view.show('text');
    await show(current, control.signal);
    tabs.open('Speakers');
    tabs.close();
  } catch (error) {
    if (control.signal.aborted) return;
    state('compose');
    const problem = error instanceof Refused ? error.problem : { title: 'The page failed' };
    compose.refuse(problem);
    if (!(error instanceof Refused)) throw error;
  } finally {
    done(control);
  }
}

/** Shows the same answer with other corrections, and where one was. */
async function correctTo(corrections: Corrections): Promise<void> {
  if (current === null) return;
  corrected.set(current.text, corrections);
  unsaved = countOf(corrections) > 0;
  const before = choice;
  const { segments = [], quotes = [] } = desk?.reading.analysis ?? {};
  const at = scrollY;
  const control = take('Correcting');
  try {
    await show(current, control.signal);
    scrollTo(0, at);
    const { analysis } = (desk as Desk | null)?.reading ?? {};
    let index = -1;
    if (before?.on === 'segment') {
      const { start } = before.line ?? (segments[before.index] as Span);
      index = analysis?.segments?.findIndex((one) => one.start <= start && start < one.end) ?? -1;
    } else if (before?.on === 'quote') {
      const id = quotes[before.index]?.id;
      index = analysis?.quotes?.findIndex((one) => one.id === id) ?? -1;
    }
    // A quote that is none has no place any more.
    if (before && index >= 0) desk?.choose({ ...before, index }, true);
    else {
      desk?.choose(null);
      tabs.focus();
    }
    say('Corrected.');
  } catch (error) {
    if (!control.signal.aborted) throw error;
  } finally {
    done(control);
  }
}

async function show({ asked, text, answer }: Current, signal: AbortSignal): Promise<void> {
  performance.mark('draw');
  tell('Setting the text');
  desk = null;
  const corrections = corrected.get(text) ?? NO_CORRECTIONS;
  const reading: Reading = {
    text,
    answer,
    corrections,
    analysis: correct(text, answer, corrections),
  };
  const facts = showFacts(reading);
  const offer = compose.offer();
  if (offer) byId('warnings').firstElementChild?.append(' ', offer);
  const bar = byId<HTMLProgressElement>('progress');
  const sheet = await setText(byId('text'), reading, (share) => (bar.value = share), signal);
  const ready = new Desk(reading, sheet);
  desk = ready;
  putFilters(ready);
  speakers.put(ready);
  why.clear(reading);
  verify.put(ready, asked);
  exports.put(ready, asked);
  table.put(ready, asked);
  ready.onLight = (speaker) => speakers.light(speaker);
  ready.watch((chosen, focus) => {
    choice = chosen;
    if (chosen === null || chosen.on === 'speaker') return;
    why.put(ready, chosen);
    tabs.open('Why', focus);
    // Where the rail lies over the text, what was chosen must come out from under it.
    if (getComputedStyle(byId('rail')).position === 'fixed') ready.goTo(chosen);
  });
  performance.measure('draw', 'draw');
  say(`Done. ${facts}`);
}

/** Begins something that takes time, in place of what is still under way. */
function take(what: string): AbortController {
  running?.abort();
  running = new AbortController();
  tell(what);
  byId('busy').hidden = false;
  return running;
}

function done(control: AbortController): void {
  if (running !== control) return;
  running = null;
  byId('busy').hidden = true;
}

function tell(what: string): void {
  byId('busy-text').textContent = what;
  byId('progress').removeAttribute('value');
  say(what);
}

function state(name: 'compose' | 'reading'): void {
  document.body.dataset['state'] = name;
  byId('compose').hidden = name !== 'compose';
  byId('reading').hidden = name !== 'reading';
  if (name === 'reading') scrollTo(0, 0);
}

const compose = new Compose((asked) => {
  // The link that brought an older text says nothing about this one.
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  void run(asked);
});
listen(byId('text'), () => desk);
listenToFilters(() => desk);
offerHelp((by) => {
  if (document.body.dataset['state'] !== 'reading') return;
  if (view.now() === 'table') table.step(by);
  else desk?.step(by);
});
followTheme();
on(byId('stop'), 'click', () => {
  running?.abort();
  byId('busy').hidden = true;
  state('compose');
  say('Stopped.');
});
on(byId('edit'), 'click', () => {
  state('compose');
  byId('input').focus();
});
on(document, 'keydown', ({ key, target }) => {
  if (key !== 'Escape' || desk === null) return;
  // There, the key closes the dialog or empties the field.
  if (
    document.querySelector('dialog[open]') ||
    byId<HTMLInputElement>('filter').matches(':focus:not(:placeholder-shown)')
  )
    return;
  const back = document.querySelector<HTMLElement>('#text .on:is([tabindex], :has(.tag))');
  const away = (target as Element).closest('#rail, #table');
  view.show('text');
  tabs.close();
  desk.choose(null);
  desk.light(-1);
  if (away) (back?.querySelector<HTMLElement>('.tag') ?? back ?? byId('view')).focus();
});
addEventListener('pagehide', () => keep(compose.asked()));
addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault();
});

async function openLink(): Promise<void> {
  const asked = await askedBy(location.hash);
  if (asked === null) return;
  compose.take(asked);
  await run(asked);
}
addEventListener('hashchange', () => void openLink());
const before = location.hash === '' ? kept() : null;
if (before) compose.putBack(before);
void openLink();
