#!/usr/bin/env bash
# sentence-splitter ends a sentence between “Why? and its closing mark.
#
# Package: sentence-splitter 5.0.1.
# Guess: “Why?” asked Ek. is one sentence (the package tracks pairs of marks to keep quotes whole) or, cut greedily, two of which
#   the first holds both marks.
# Seen: the cut falls between the question mark and the closing curly mark, so the second sentence starts with the mark. The same happens
#   with an exclamation mark, with single curly marks, and with French and German ones; straight double marks alone are safe. After a
#   full stop it is the other way round: “We won.” and the sentence after it are never cut apart.
# Why it matters: direct speech that asks or exclaims is broken in a way that leaves each half with one mark, and the half with the
#   speaker’s name lacks the words.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sentence-splitter@5.0.1

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { split } from 'sentence-splitter';

const sentences = (text) => split(text).filter((node) => node.type === 'Sentence').map((node) => node.raw);
const seen = [
  ['“Why?” asked Ek.', ['“Why?', '” asked Ek.']],
  ['“We lost!” he cried.', ['“We lost!', '” he cried.']],
  ['‘Why?’ asked Ek.', ['‘Why?', '’ asked Ek.']],
  ['„Warum?“ fragte Ek.', ['„Warum?', '“ fragte Ek.']],
  ['"Why?" asked Ek.', ['"Why?" asked Ek.']],
  ['She said: “We won.” Then she left.', ['She said: “We won.” Then she left.']],
];
for (const [text, want] of seen) {
  console.log(text, ' -> ', JSON.stringify(sentences(text)));
  assert.deepEqual(sentences(text), want, `changed for: ${text}`);
}
EOF
node check.mjs
