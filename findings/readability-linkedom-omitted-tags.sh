#!/usr/bin/env bash
# Readability on linkedom finds no article in a page that leaves out <html> and <body>.
#
# Packages: @mozilla/readability 0.6.0 on linkedom 0.18.15; on jsdom 26.1.0 for comparison.
# Guess: both trees have a body, as HTML lets the tags <html>, <head> and <body> be left out and every browser makes the elements.
#   Readability gives the same story on both.
# Seen: on jsdom the story; on linkedom null for a page without the three tags, a TypeError for one that only leaves out <body>, and a
#   story without its title where only <head> is left out.
# Why it matters: the pair is light enough for a worker, and its “no article here” is believed. HTML minifiers have an option that
#   leaves out just these tags.
# Known: that linkedom makes no elements for tags left out was raised with it in 2022; that Readability stays silent is what surprises.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 linkedom@0.18.15 jsdom@26.1.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { JSDOM } from 'jsdom';

const story = `<article><h1>Bridge shut</h1>${[1, 2, 3, 4, 5].map((i) => `<p>Paragraph ${i} says that the bridge, which was built in 1931, will stay shut until May, and that nine thousand cars a day, or so, must take the long way round.</p>`).join('')}</article>`;
const title = '<title>Bridge shut until May</title>';
const pages = {
  'all tags': `<!doctype html><html lang="en"><head>${title}</head><body>${story}</body></html>`,
  'no <html>, <head>, <body>': `<!doctype html>${title}${story}`,
  'no <body>': `<!doctype html><html lang="en"><head>${title}</head>${story}</html>`,
  'no <head>': `<!doctype html><html lang="en">${title}<body>${story}</body></html>`,
};
const read = (document) => {
  try {
    const article = new Readability(document).parse();
    return article && `${article.content.match(/<p>/g).length} paragraphs, title ${JSON.stringify(article.title)}`;
  } catch (error) {
    return error.constructor.name;
  }
};
const whole = '5 paragraphs, title "Bridge shut until May"';
const seen = { 'all tags': whole, 'no <html>, <head>, <body>': null, 'no <body>': 'TypeError', 'no <head>': '5 paragraphs, title ""' };
for (const [name, html] of Object.entries(pages)) {
  const got = { jsdom: read(new JSDOM(html).window.document), linkedom: read(parseHTML(html).document) };
  console.log(`${name}:  jsdom: ${got.jsdom}  linkedom: ${got.linkedom}`);
  assert.deepEqual(got, { jsdom: whole, linkedom: seen[name] }, `changed for: ${name}`);
}
EOF
node check.mjs
