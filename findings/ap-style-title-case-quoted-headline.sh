#!/usr/bin/env bash
# ap-style-title-case leaves the first word of a quoted headline small, and makes “WHO rules” into “Who Rules”.
#
# Package: @lifeparticle/ap-style-title-case 1.5.0.
# Guess: a helper for Associated Press headlines gives the first word a capital, quotation mark or not, and leaves words alone that
#   are already in capitals.
# Seen: behind a quotation mark the first word stays small while all others are raised: “we Will Act,” Says Mayor. Abbreviations
#   and names with a capital inside are lowered first: US becomes Us, WHO becomes Who, McBrook becomes Mcbrook.
# Why it matters: a headline that opens with a quote is an everyday thing, and “Us”, “It” and “Who” are words
#   of their own, so the meaning is gone for whatever reads the headline next.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @lifeparticle/ap-style-title-case@1.5.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import pkg from '@lifeparticle/ap-style-title-case';

const apStyle = pkg.apStyleTitleCase ?? pkg.default ?? pkg;
const seen = {
  'we will act, says mayor': 'We Will Act, Says Mayor',
  '“we will act,” says mayor': '“we Will Act,” Says Mayor',
  'US and EU agree on WHO rules': 'Us and Eu Agree on Who Rules',
  'IT staff at McBrook strike': 'It Staff at Mcbrook Strike',
};
for (const [text, want] of Object.entries(seen)) {
  console.log(`${text}  ->  ${apStyle(text)}`);
  assert.equal(apStyle(text), want, `changed for: ${text}`);
}
EOF
node check.mjs
