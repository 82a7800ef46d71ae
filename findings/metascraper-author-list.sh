#!/usr/bin/env bash
# metascraper-author finds no author in a list of authors, not even in a list of one.
#
# Packages: metascraper and metascraper-author 5.49.24, @extractus/article-extractor 9.0.1, @mozilla/readability 0.6.0 on
#   linkedom 0.18.15.
# Guess: in the JSON-LD of a NewsArticle, `author` may be one person or a list. A reader made for such pages gives all names, or the
#   first.
# Seen: metascraper-author gives the name of one person, and null as soon as that person stands in a list. The other two name all. For a
#   person given as a string, which schema.org lets pass for a thing, metascraper-author and Readability give null and
#   article-extractor the name.
# Why it matters: many systems write a list always. Their stories have no byline then, as if nobody had signed them.
# (--ignore-scripts spares the build of an optional regular-expression engine, which takes minutes.)
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts metascraper@5.49.24 metascraper-author@5.49.24 @extractus/article-extractor@9.0.1 @mozilla/readability@0.6.0 linkedom@0.18.15

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import metascraper from 'metascraper';
import author from 'metascraper-author';

const scrape = metascraper([author()]);
const url = 'https://www.example.com/2026/bridge';
const text = 'The council will not pay for the bridge, the mayor said, and it will stay shut until the spring, when the river is low.';
const page = (by) => `<!doctype html><html lang="en"><head><title>Bridge stays shut</title><script type="application/ld+json">${JSON.stringify(
  { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Bridge stays shut', author: by },
)}</script></head><body><article><h1>Bridge stays shut</h1>${`<p>${text}</p>`.repeat(8)}</article></body></html>`;

const [marlow, ek] = ['Ines Marlow', 'Jonas Ek'].map((name) => ({ '@type': 'Person', name }));
const seen = [
  [marlow, ['Ines Marlow', 'Ines Marlow', 'Ines Marlow']],
  [[marlow], [null, 'Ines Marlow', 'Ines Marlow']],
  [[marlow, ek], [null, 'Ines Marlow, Jonas Ek', 'Ines Marlow, Jonas Ek']],
  ['Ines Marlow', [null, 'Ines Marlow', null]],
];
for (const [by, want] of seen) {
  const html = page(by);
  const got = [
    (await scrape({ url, html })).author,
    (await extractFromHtml(html, url)).author,
    new Readability(parseHTML(html).document).parse().byline,
  ];
  console.log(JSON.stringify(by));
  for (const [at, name] of ['metascraper-author', 'article-extractor', 'Readability'].entries()) console.log(`   ${name}: ${JSON.stringify(got[at])}`);
  assert.deepEqual(got, want, 'changed');
}
EOF
node check.mjs
