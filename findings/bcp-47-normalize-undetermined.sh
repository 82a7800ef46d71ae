#!/usr/bin/env bash
# bcp-47-normalize makes English of an undetermined language, and Russian of an undetermined one in Europe.
#
# Packages: bcp-47-normalize 2.3.0, bcp-47-match 2.0.3.
# Guess: to normalize a tag is to spell it the one right way. “und” says that the language is not known, and it stays “und”, as “mul”
#   (several) and “zxx” (none) stay what they are. A language that the IANA registry lists with no preferred value stays as well.
# Seen: und → en, und-150 → ru, und-Cyrl → ru, und-Arab → ar, and a range “en” then matches. (The likeliest language is added and
#   nothing left to show that it was a guess.) Languages of their own are gone too: Twi (tw) becomes Akan (ak), Western Punjabi (pnb)
#   its macrolanguage (lah), Tagalog (tl) Filipino (fil).
# Why it matters: text whose language nobody could tell is filed as English, and read by English rules.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund bcp-47-normalize@2.3.0 bcp-47-match@2.0.3

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { basicFilter } from 'bcp-47-match';
import { bcp47Normalize } from 'bcp-47-normalize';

const seen = {
  mul: 'mul', zxx: 'zxx', // these stay
  und: 'en', 'und-150': 'ru', 'und-Cyrl': 'ru', 'und-Arab': 'ar',
  tw: 'ak', pnb: 'lah', tl: 'fil',
};
for (const [tag, want] of Object.entries(seen)) {
  console.log(`${tag}  ->  ${bcp47Normalize(tag)}`);
  assert.equal(bcp47Normalize(tag), want, `changed for: ${tag}`);
}
const match = (tag) => basicFilter([tag], 'en').length > 0;
console.log('und is matched by en:', match('und'), ' normalized:', match(bcp47Normalize('und')));
assert.deepEqual([match('und'), match(bcp47Normalize('und'))], [false, true], 'changed: match');
EOF
node check.mjs
