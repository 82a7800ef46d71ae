#!/usr/bin/env bash
# smartquotes turns the mark that opens “[The board] knew,” into a double prime.
#
# Package: smartquotes 2.3.2.
# Guess: a straight quotation mark at the start of a text, or after a space, becomes an opening curly one, whatever follows it.
# Seen: that holds only where an ASCII letter or digit follows. Before a bracket, a pound or dollar sign, dots, or a letter with an
#   accent the mark becomes U+2033 (the sign for inches and seconds), while the closing one is curled: a quote that never opens. A
#   British quote in single marks which starts with a number fares likewise: it opens with an apostrophe and closes with a prime.
# Why it matters: “[The board]”, “£5m” and “… and then” are ordinary starts of a quote, and a search for “…” pairs misses them all.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund smartquotes@2.3.2

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import smartquotes from 'smartquotes';

const seen = {
  '"The board knew," she said.': '“The board knew,” she said.', // as one would think
  '"[The board] knew," she said.': '″[The board] knew,” she said.',
  '"£5m is a lot," she said.': '″£5m is a lot,” she said.',
  '"...and then we left," she said.': '″...and then we left,” she said.',
  '"Über uns," she said.': '″Über uns,” she said.',
  "'50 jobs will go,' he said.": '’50 jobs will go,′ he said.',
};
for (const [text, want] of Object.entries(seen)) {
  const got = smartquotes.string(text);
  console.log(`${text}  ->  ${got}`);
  assert.equal(got, want, `changed for: ${text}`);
}
EOF
node check.mjs
