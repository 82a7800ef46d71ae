#!/usr/bin/env bash
# wink-nlp tears three full stops apart where a quote trails off.
#
# Packages: wink-nlp 2.4.0 with wink-eng-lite-web-model 1.8.1.
# Guess: three full stops are one sign wherever they stand, as “He left... and came back.” is one sentence to it.
# Seen: right before a closing mark the first dot ends the sentence, and the next one starts with two dots and the mark. With the one
#   character for an ellipsis all is well.
# Why it matters: a speaker who trails off (“I did not know...” he said) is a set piece of reporting. The sentence with the speaker no
#   longer has the words, and the one with the words no longer closes.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const nlp = winkNLP(model);
const seen = [
  ['He left... and came back.', ['He left... and came back.']],
  ['“I did not know…” he said.', ['“I did not know…” he said.']],
  ['“I did not know...” he said.', ['“I did not know.', '..” he said.']],
  ['"I did not know..." he said.', ['"I did not know.', '.." he said.']],
  ['“If only...,” she said.', ['“If only.', '..,” she said.']],
];
for (const [text, want] of seen) {
  const got = nlp.readDoc(text).sentences().out();
  console.log(text, ' -> ', JSON.stringify(got));
  assert.deepEqual(got, want, `changed for: ${text}`);
}
EOF
node check.mjs
