/**
 * `npm run fit -- TASK FILE…`: fits weights and reports how well they do.
 * For quotes, `--language TAG` fits what a language changes of the common weights, on its documents alone.
 * For segments, `--labels FILE --pages FILE…` adds pages to learn from; the figures leave them out. For speakers it adds
 * articles, and `--sources FILE…` documents that label only where sources stand.
 * `--write` puts the weights in place of those in `rules/weights`; fitted on the public corpus alone or with others, only with `--force`.
 * @module
 */
import { existsSync } from 'node:fs';
import { commandLine, misused, wholeNumber } from '../command-line.ts';
import { DEFAULTS } from './segments/chain-fit.ts';

/** The tasks, and what `--set` sets in each. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  segments: Object.keys(DEFAULTS).filter((name) => name !== 'verbose'),
  'segments-html': ['labelPrecision', 'kindPrecision', 'iterations'],
  quotes: ['penalty'],
  speakers: ['penalty'],
};

const USAGE = `usage: npm run fit -- TASK FILE…     fits weights to files of labelled documents; docs/measuring.md tells how
  TASK is one of ${Object.keys(SETTINGS).join(', ')}
    --write               put the weights in place of those in rules/weights
    --force               also those of the public corpus
    --folds N             how many parts are kept apart in turn to measure on (5)
    --set NAME=NUMBER     a setting of the fit; may be given several times
    --predict FILE        answer these documents, each by weights that have not seen it (segments, quotes)
    --out DIR             where to put these answers (dist/predictions)
    --labels FILE         labels that stand apart from the texts, as tools/fit/labels.jsonl
    --pages FILE          the texts of these labels; may be given several times
    --sources FILE        articles that label only where sources stand (speakers)
    --language TAG        fit what a language changes of the common weights (quotes)
    --keep DIR            leave the weights of each part there (segments)
    --models DIR          where they were left (dist/folds; segments-html)
    --also FILE           more pages to learn from (segments-html)
    --halves              learn from the reading halves, measure on the checking halves (segments-html)
    --curve               figures for fewer documents too (segments)
    --verbose             tell how the fit goes on
`;

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    predict: { type: 'string', multiple: true, default: [] },
    also: { type: 'string', multiple: true, default: [] },
    labels: { type: 'string' },
    language: { type: 'string', default: '' },
    pages: { type: 'string', multiple: true, default: [] },
    sources: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'dist/predictions' },
    keep: { type: 'string' },
    models: { type: 'string', default: 'dist/folds' },
    folds: { type: 'string', default: '5' },
    set: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    halves: { type: 'boolean', default: false },
    curve: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

const [task = '', ...files] = positionals;
const known = Object.hasOwn(SETTINGS, task) ? SETTINGS[task] : undefined;
if (known === undefined) misused(USAGE, task === '' ? 'give a task' : `there is no task ${task}`);
if (files.length === 0) misused(USAGE, `give files to fit ${task} on`);
const { labels, pages, sources, also, predict } = values;
const missing = [files, labels ?? [], pages, sources, also, predict]
  .flat()
  .find((file) => !existsSync(file));
if (missing !== undefined) misused(USAGE, `there is no file ${missing}`);
const folds = wholeNumber(USAGE, 'folds', values.folds);
const settings = Object.fromEntries(values.set.map((pair) => settingIn(pair, known)));

async function refused(paths: readonly string[]): Promise<string | null> {
  const { refusalToWrite } = await import('./guard.ts');
  return refusalToWrite(paths);
}

/** `NAME=NUMBER`. */
function settingIn(pair: string, names: readonly string[]): readonly [name: string, value: number] {
  const [name = '', ...rest] = pair.split('=');
  const value = rest.join('=');
  if (value.trim() === '' || Number.isNaN(Number(value)))
    misused(USAGE, `--set wants NAME=NUMBER, not "${pair}"`);
  if (!names.includes(name))
    misused(USAGE, `${task} has no setting "${name}"; it has ${names.join(', ')}`);
  return [name, Number(value)];
}

// What a task needs is loaded once it is known that the command line is right.
const refusal = values.write && !values.force ? await refused([...files, ...pages]) : null;
if (refusal !== null) {
  console.error(refusal);
  process.exitCode = 1;
} else if (task === 'segments') {
  const { fitSegments } = await import('./segments/main.ts');
  await fitSegments({
    files,
    labels: values.labels,
    pages: values.pages,
    predict: values.predict,
    out: values.out,
    keep: values.keep,
    folds,
    settings: { ...DEFAULTS, ...settings, verbose: values.verbose },
    write: values.write,
    curve: values.curve,
  });
} else if (task === 'segments-html') {
  const { fitMarkup } = await import('./markup/main.ts');
  fitMarkup({
    files,
    also: values.also,
    models: values.models,
    labels: values.labels,
    pages: values.pages,
    out: values.out,
    folds,
    settings: {
      labelPrecision: settings['labelPrecision'] ?? 3,
      kindPrecision: settings['kindPrecision'] ?? 25,
      iterations: settings['iterations'] ?? 60,
    },
    write: values.write,
    halves: values.halves,
  });
} else if (task === 'quotes') {
  const { fitQuotes } = await import('./quotes/main.ts');
  fitQuotes({
    files,
    language: values.language,
    predict: values.predict,
    out: values.out,
    folds,
    write: values.write,
    penalty: settings['penalty'] ?? (values.language === '' ? 0.5 : 2),
  });
} else {
  const { fitSpeakers } = await import('./speakers/main.ts');
  fitSpeakers({
    files,
    labels: values.labels,
    articles: values.pages,
    sources: values.sources,
    folds,
    write: values.write,
    penalty: settings['penalty'] ?? 0.5,
  });
}
