#!/usr/bin/env bash
# A quote is anchored in the page’s JSON-LD instead of in the paragraph that shows it.
#
# Packages: dom-anchor-text-quote 4.0.2 and @apache-annotator/dom 0.2.0 on jsdom 26.1.0.
# Guess: a text quote selector is matched against the text that a reader sees; <script> does not count, as in a search in the page.
# Seen: both go through all text nodes, those of <script> too. The first gives a range inside the script, the second counts the quote
#   twice, with the script first. (The specification leaves open which text counts.)
# Why it matters: a news page can carry its whole story in articleBody of its JSON-LD. Where that stands above the text, every quote of
#   the story is found there first, and a highlight set on it shows nowhere.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dom-anchor-text-quote@4.0.2 @apache-annotator/dom@0.2.0 @apache-annotator/selector@0.2.0 jsdom@26.1.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM(`<body><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"“We are sorry,” said the board."}</script>
<article><p>“We are sorry,” said the board.</p></article>
</body>`);
const { document } = window;
Object.assign(globalThis, { Node: window.Node, NodeFilter: window.NodeFilter, document });
const { toRange } = (await import('dom-anchor-text-quote')).default;
const { createTextQuoteSelectorMatcher } = await import('@apache-annotator/dom');

const selector = { type: 'TextQuoteSelector', exact: 'We are sorry' };
const place = (range) => range.startContainer.parentNode.localName;
const first = place(toRange(document.body, selector));
const scope = document.createRange();
scope.selectNodeContents(document.body);
const all = [];
for await (const range of createTextQuoteSelectorMatcher(selector)(scope)) all.push(place(range));
console.log('dom-anchor-text-quote:', first);
console.log('@apache-annotator/dom:', all.join(', '));
assert.equal(first, 'script');
assert.deepEqual(all, ['script', 'p']);
EOF
node check.mjs
