#!/usr/bin/env bash
# dom-anchor-text-quote cannot find the last words of a page, not even by a selector it made itself.
#
# Packages: dom-anchor-text-quote 4.0.2 on jsdom 26.1.0.
# Guess: what fromRange makes of a range, toRange turns into that range again, wherever it stands.
# Seen: where the quote ends with the last character of the root, toRange throws a TypeError about the end of the range. With one more
#   text node after it, a line break between two tags say, the same selector works.
# Why it matters: a story that is cut out of its page ends with its last sentence, and that may well be a quote.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dom-anchor-text-quote@4.0.2 jsdom@26.1.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
globalThis.Node = window.Node;
const { fromRange, toRange } = (await import('dom-anchor-text-quote')).default;

function roundTrip(html) {
  const { document } = new JSDOM(`<body><article>${html}</article></body>`).window;
  const root = document.querySelector('article');
  globalThis.Node = document.defaultView.Node;
  const range = document.createRange();
  range.selectNodeContents(root.querySelectorAll('p')[1].firstChild);
  const selector = fromRange(root, range);
  try {
    return String(toRange(root, selector));
  } catch (error) {
    return error.name;
  }
}
const story = '<p>The bridge is shut.</p><p>“We are sorry,” said the board.</p>';
const seen = { [`${story}\n`]: '“We are sorry,” said the board.', [story]: 'TypeError' };
for (const [html, want] of Object.entries(seen)) {
  const got = roundTrip(html);
  console.log(JSON.stringify(html), ' -> ', got);
  assert.equal(got, want, `changed for: ${html}`);
}
EOF
node check.mjs
