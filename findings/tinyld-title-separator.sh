#!/usr/bin/env bash
# tinyld takes a page title with a “|” for Hindi, with full confidence.
#
# Package: tinyld 1.3.4.
# Guess: punctuation says nothing about the language. “Bridge shut | Elsing Post” is English or, as it is short, undecided.
# Seen: a title with an upright bar is Hindi with accuracy 1, be the rest English, French, German or even Russian. With a hyphen in
#   the same place the answer is right. (Hindi ends its sentences with a danda, which looks like the bar but is another character.)
# Why it matters: “Headline | Name of the paper” is a usual form of a news page’s title.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund tinyld@1.3.4

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { detect, detectAll } from 'tinyld';

const seen = {
  'Harbour bridge to stay shut until May - Elsing Post': 'en',
  'Harbour bridge to stay shut until May | Elsing Post': 'hi',
  'Pont fermé | Le Journal': 'hi',
  'Мост закрыт до мая | Газета': 'hi',
  'Brücke bleibt bis Mai gesperrt | Elsinger Post': 'hi',
};
for (const [title, want] of Object.entries(seen)) {
  console.log(`${title}  ->  ${detect(title)}  ${JSON.stringify(detectAll(title)[0])}`);
  assert.equal(detect(title), want, `changed for: ${title}`);
}
assert.deepEqual(detectAll('Pont fermé | Le Journal'), [{ lang: 'hi', accuracy: 1 }]);
EOF
node check.mjs
