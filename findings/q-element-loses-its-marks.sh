#!/usr/bin/env bash
# Four converters drop the marks of <q>, so a quote becomes the reporter’s own words.
#
# Packages: html-to-text 10.0.1, turndown 7.2.5, node-html-markdown 2.0.0, dom-to-semantic-markdown 1.5.0; rehype-remark 10.0.1 for
#   comparison.
# Guess: HTML says that the marks of <q> come from the browser and must not stand in the text. A converter to text or Markdown has to
#   write them, as rehype-remark and the text browsers lynx and w3m do.
# Seen: html-to-text, turndown, node-html-markdown and dom-to-semantic-markdown write the words alone.
# Why it matters: nothing of the quote is left: “answered not while I am mayor” is a sentence without direct speech.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-text@10.0.1 turndown@7.2.5 node-html-markdown@2.0.0 dom-to-semantic-markdown@1.5.0 linkedom@0.18.15 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0 unified@11.0.5

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { convert } from 'html-to-text';
import Turndown from 'turndown';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import { convertHtmlToMarkdown } from 'dom-to-semantic-markdown';
import { DOMParser } from 'linkedom';
import { unified } from 'unified';
import parse from 'rehype-parse';
import toRemark from 'rehype-remark';
import stringify from 'remark-stringify';

const page = (body) => `<!doctype html><html><head></head><body>${body}</body></html>`;
const html = '<p>She answered <q>not while I am mayor</q> and left.</p>';
const bare = 'She answered not while I am mayor and left.';
const seen = {
  'html-to-text': [convert(html), bare],
  turndown: [new Turndown().turndown(html), bare],
  'node-html-markdown': [NodeHtmlMarkdown.translate(html), bare],
  'dom-to-semantic-markdown': [convertHtmlToMarkdown(page(html), { overrideDOMParser: new DOMParser() }), bare],
  'rehype-remark': [String(await unified().use(parse).use(toRemark).use(stringify).process(page(html))), 'She answered "not while I am mayor" and left.'],
};
for (const [name, [got, want]] of Object.entries(seen)) {
  console.log(`${name}: ${got.trim()}`);
  assert.equal(got.trim(), want, `changed: ${name}`);
}
EOF
node check.mjs
