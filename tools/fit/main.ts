/**
 * `npm run fit -- MODEL FILES…`: fits weights and reports how well they do.
 * For quotes, `--language TAG` fits what a language changes of the common weights, on its documents alone.
 * For segments, `--labels FILE --pages FILE…` adds pages to learn from; the figures leave them out. For speakers it adds
 * articles, and `--sources FILE…` documents that label only where sources stand.
 * `--write` puts the weights in place of those in `rules/weights`; fitted on the public corpus alone or with others, only with `--force`.
 * @module
 */
import { parseArgs } from 'node:util';
import { refusalToWrite } from './guard.ts';
import { fitMarkup } from './markup/main.ts';
import { fitQuotes } from './quotes/main.ts';
import { fitSegments } from './segments/main.ts';
import { fitSpeakers } from './speakers/main.ts';
import { DEFAULTS } from './segments/chain-fit.ts';

const { values, positionals } = parseArgs({
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

const [task, ...files] = positionals;
const settings = Object.fromEntries(
  values.set.map((pair) => pair.split('=')).map(([key, value]) => [key, Number(value)]),
);
const refusal = values.write && !values.force ? refusalToWrite([...files, ...values.pages]) : null;
if (refusal !== null) {
  console.error(refusal);
  process.exitCode = 1;
} else if (task === 'segments')
  await fitSegments({
    files,
    labels: values.labels,
    pages: values.pages,
    predict: values.predict,
    out: values.out,
    keep: values.keep,
    folds: Number(values.folds),
    settings: { ...DEFAULTS, ...settings, verbose: values.verbose },
    write: values.write,
    curve: values.curve,
  });
else if (task === 'segments-html')
  fitMarkup({
    files,
    also: values.also,
    models: values.models,
    labels: values.labels,
    pages: values.pages,
    out: values.out,
    folds: Number(values.folds),
    settings: {
      labelPrecision: settings['labelPrecision'] ?? 3,
      kindPrecision: settings['kindPrecision'] ?? 25,
      iterations: settings['iterations'] ?? 60,
    },
    write: values.write,
    halves: values.halves,
  });
else if (task === 'quotes')
  fitQuotes({
    files,
    language: values.language,
    predict: values.predict,
    out: values.out,
    folds: Number(values.folds),
    write: values.write,
    penalty: settings['penalty'] ?? (values.language === '' ? 0.5 : 2),
  });
else if (task === 'speakers')
  fitSpeakers({
    files,
    labels: values.labels,
    articles: values.pages,
    sources: values.sources,
    folds: Number(values.folds),
    write: values.write,
    penalty: settings['penalty'] ?? 0.5,
  });
else {
  console.error('usage: npm run fit -- segments|segments-html|quotes|speakers FILES…');
  process.exitCode = 1;
}
