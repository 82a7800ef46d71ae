/**
 * The playground at `/`: wiring.
 * @module
 */
import { Api, Refused, type Asked } from './api.ts';
import { askKey } from './ask.ts';
import { Compose } from './compose.ts';
import { Desk } from './desk.ts';
import { byId, el, fill, say } from './dom.ts';
import type { Reading } from './explained.ts';
import { EvidenceList } from './evidence.ts';
import { ExportPanel } from './export.ts';
import { listenToFilters, putFilters } from './filters.ts';
import { listen } from './pointing.ts';
import { problemOf } from './problem.ts';
import { askedBy } from './share.ts';
import { setText } from './sheet.ts';
import { SpeakersPanel } from './speakers.ts';
import { Tabs } from './tabs.ts';
import { followTheme } from './theme.ts';
import { VerifyPanel } from './verify.ts';
import { WhyPanel } from './why.ts';
import { count, languageName } from './words.ts';

const api = new Api(askKey);
const speakers = new SpeakersPanel();
const why = new WhyPanel(new EvidenceList(api), (index) => {
  tabs.open('Speakers');
  speakers.open(index);
});
const verify = new VerifyPanel(api);
const exports = new ExportPanel(api);
const tabs = new Tabs([
  { name: 'Speakers', element: speakers.element },
  { name: 'Why', element: why.element },
  { name: 'Verify', element: verify.element },
  { name: 'Export', element: exports.element, shown: () => exports.show() },
]);

let desk: Desk | null = null;
let running: AbortController | null = null;

/** Asks and shows the answer; a request that is still on its way is given up. */
async function run(asked: Asked): Promise<void> {
  running?.abort();
  const control = new AbortController();
  running = control;
  fill(byId('problem'));
  tell(`Analysing ${count(asked.text.length, 'character')}`);
  byId('busy').hidden = false;
  try {
    const analysis = await api.analyze(asked, control.signal);
    const text = analysis.text ?? asked.text;
    await show({ text, analysis }, asked, control.signal);
  } catch (error) {
    if (control.signal.aborted) return;
    state('compose');
    const problem = error instanceof Refused ? error.problem : { title: 'The page failed' };
    fill(byId('problem'), problemOf(problem));
    if (!(error instanceof Refused)) throw error;
  } finally {
    if (running === control) {
      running = null;
      byId('busy').hidden = true;
    }
  }
}

async function show(reading: Reading, asked: Asked, signal: AbortSignal): Promise<void> {
  state('reading');
  performance.mark('draw');
  tell('Setting the text');
  desk = null;
  const warnings = reading.analysis.warnings.map(({ detail }) => el('strong', {}, detail));
  fill(byId('facts'), factsOf(reading), ...warnings);
  const bar = byId<HTMLProgressElement>('progress');
  const sheet = await setText(byId('text'), reading, (share) => (bar.value = share), signal);
  const ready = new Desk(reading, sheet);
  desk = ready;
  putFilters(ready);
  speakers.put(ready);
  why.clear();
  verify.put(ready, asked);
  exports.put(ready, asked);
  tabs.open('Speakers');
  tabs.close();
  ready.onLight = (speaker) => speakers.light(speaker);
  ready.watch((choice, focus) => {
    if (choice === null || choice.on === 'speaker') return;
    why.put(ready, choice);
    tabs.open('Why', focus);
    // Where the rail lies over the text, what was chosen must come out from under it.
    if (getComputedStyle(byId('rail')).position === 'fixed') ready.goTo(choice);
  });
  performance.measure('draw', 'draw');
  say(`Done. ${byId('facts').textContent}`);
}

function factsOf({ text, analysis }: Reading): string {
  const {
    language,
    articles = [],
    quotes = [],
    speakers: all = [],
    engine,
    rulesVersion,
  } = analysis;
  byId('version').textContent = `Copydesk ${engine}, rules ${rulesVersion}.`;
  return [
    languageName(language),
    articles.length === 0 ? 'no story' : count(articles.length, 'story', 'stories'),
    count(quotes.length, 'quote'),
    count(all.length, 'speaker'),
    count(text.length, 'character'),
  ].join(' · ');
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
followTheme();
byId('stop').addEventListener('click', () => {
  running?.abort();
  byId('busy').hidden = true;
  state('compose');
  say('Stopped.');
});
byId('edit').addEventListener('click', () => {
  state('compose');
  byId('input').focus();
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || desk === null) return;
  const back = document.querySelector<HTMLElement>('#text .on:is([tabindex], :has(.tag))');
  tabs.close();
  desk.choose(null);
  desk.light(-1);
  if (byId('rail').contains(document.activeElement)) {
    (back?.querySelector<HTMLElement>('.tag') ?? back)?.focus();
  }
});

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a[href^="/v1/"]');
  // A link carries no key.
  if (link === null || !api.hasKey) return;
  event.preventDefault();
  void api.file((link as HTMLAnchorElement).href).then((file) => open(URL.createObjectURL(file)));
});

async function openLink(): Promise<void> {
  const asked = await askedBy(location.hash);
  if (asked === null) return;
  compose.take(asked);
  await run(asked);
}
addEventListener('hashchange', () => void openLink());
void openLink();
