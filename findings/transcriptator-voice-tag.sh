#!/usr/bin/env bash
# transcriptator knows no speaker in WebVTT that names one, and makes one of half a sentence.
#
# Package: transcriptator 1.1.4, which reads transcripts of podcasts into segments with “speaker” and “body”.
# Guess: `<v Ann Reed>`, WebVTT’s own way of saying who speaks, fills “speaker”.
# Seen: the speaker is empty and the tag stands in the words. In the next cue, which names nobody, what stands before a colon is the speaker:
#   “We have one rule: nobody leaves early.” is “nobody leaves early.” by “We have one rule”.
# Why it matters: whoever quotes from the segments has tags in the quote and nobody to give it to, and the first words of other
#   quotes are lost.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund transcriptator@1.1.4

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import transcriptator from 'transcriptator';

const segments = transcriptator.convertFile(`WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ann Reed>We will pay.</v>

00:00:04.500 --> 00:00:06.000
We have one rule: nobody leaves early.
`);
const seen = segments.map(({ speaker, body }) => [speaker, body]);
console.log(seen);
assert.deepEqual(seen, [
  ['', '<v Ann Reed>We will pay.</v>'],
  ['We have one rule', 'nobody leaves early.'],
]);
EOF
node check.mjs
