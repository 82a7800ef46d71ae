#!/usr/bin/env bash
# @iarna/rtf-to-html drops quotation marks and dashes that RTF writes as control words, and a last paragraph that nothing closes.
#
# Package: @iarna/rtf-to-html 1.1.0 (with rtf-parser 1.3.3).
# Guess: a converter that turns \'93 into “ does so with \ldblquote, which is the word that Word and WordPad write for the same mark.
# Seen: \ldblquote, \rdblquote, \lquote, \rquote and \emdash vanish without a warning, and words that only a dash kept apart are glued
#   together. Where the text does not end with \par, its last paragraph is missing.
# Why it matters: of a quote nothing is left but an assertion of the paper's own.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @iarna/rtf-to-html@1.1.0 rtf-parser@1.3.3

cat >check.cjs <<'EOF2'
const assert = require('node:assert/strict');
const rtf = require('@iarna/rtf-to-html');

const paragraphs = (text) =>
  new Promise((resolve, reject) =>
    rtf.fromString(`{\\rtf1\\ansi\\ansicpg1252 ${text}}`, (error, html) =>
      error ? reject(error) : resolve([...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inside]) => inside)),
    ),
  );
const cases = {
  bytes: ["\\'93We will not pay,\\'94 said Marlow.\\par \\'91No\\'92\\'97never.\\par", ['“We will not pay,” said Marlow.', '‘No’—never.']],
  words: [
    '\\ldblquote We will not pay,\\rdblquote  said Marlow.\\par \\lquote No\\rquote\\emdash never.\\par',
    ['We will not pay, said Marlow.', 'Nonever.'],
  ],
  open: ['The bridge is shut.\\par It opens in May.', ['The bridge is shut.']],
};
(async () => {
  for (const [name, [text, seen]] of Object.entries(cases)) {
    const got = await paragraphs(text);
    console.log(`${name}: ${got.join(' | ')}`);
    assert.deepEqual(got, seen, `changed: ${name}`);
  }
})();
EOF2
node check.cjs
