#!/usr/bin/env bash
# dom-to-semantic-markdown puts a space after a drop cap and inside quotation marks.
#
# Packages: dom-to-semantic-markdown 1.5.0 with the parser of jsdom 26.1.0.
# Guess: white space between inline elements is that of the page: none where there is none.
# Seen: a space is set around every inline element unless sentence punctuation follows. “T” in a <span> and “he bridge” become
#   “T he bridge”, a linked name and its ’s come apart, and the opening mark moves away from an emphasised quote.
# Why it matters: where a story starts with a drop cap its very first word is none; and a quote that starts with a space
#   is no longer found in the text of the page.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dom-to-semantic-markdown@1.5.0 jsdom@26.1.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { convertHtmlToMarkdown } from 'dom-to-semantic-markdown';

const { DOMParser } = new JSDOM('').window;
const seen = {
  '<p><span class="dropcap">T</span>he bridge is shut.</p>': 'T he bridge is shut.',
  '<p><a href="/ek">Ek</a>’s firm is sold.</p>': '[Ek](/ek) ’s firm is sold.',
  '<p>“<em>No</em>,” said Ek.</p>': '“ *No*,” said Ek.',
};
for (const [html, want] of Object.entries(seen)) {
  const got = convertHtmlToMarkdown(html, { overrideDOMParser: new DOMParser() }).trim();
  console.log(html, ' -> ', got);
  assert.equal(got, want, `changed for: ${html}`);
}
EOF
node check.mjs
