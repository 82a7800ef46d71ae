#!/usr/bin/env bash
# compromise finds a quote of three sentences, and none if it has four.
#
# Package: compromise 14.17.0.
# Guess: .quotations() looks for an opening and a closing mark. How many sentences stand between them does not matter, or else it
#   works within one sentence only.
# Seen: neither. Up to three short sentences are merged into one first, so the quote is found. With a fourth the result is an empty
#   list: the whole quote is gone, not just its end, though both marks are there and the quote is shorter than many that are found.
# Why it matters: statements in the news often run to four sentences and more in one pair of marks, and a count of quotes is silently
#   too low just for those.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund compromise@14.17.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import nlp from 'compromise';

const quote = (n) => `She said: “${['We won.', 'It was hard.', 'Nobody helped.', 'I am glad.', 'It is late.'].slice(0, n).join(' ')}” Then she left.`;
const want = { 1: 1, 2: 1, 3: 1, 4: 0, 5: 0 };
for (const [n, count] of Object.entries(want)) {
  const got = nlp(quote(Number(n))).quotations().out('array');
  console.log(`${n} sentence(s)  ->  ${JSON.stringify(got)}`);
  assert.equal(got.length, count, `changed for ${n}`);
}
EOF
node check.mjs
