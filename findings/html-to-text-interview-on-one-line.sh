#!/usr/bin/env bash
# html-to-text writes the question and answer of a <dl> without even a space between them.
#
# Package: html-to-text 10.0.1.
# Guess: <dt> and <dd> start lines of their own, as in every browser and as <p> and <li> do here.
# Seen: a definition list is one paragraph, and its parts are joined as they are: “Will it open?In May.Who pays?”. Where the source
#   has line breaks between the tags, single spaces are all that parts them.
# Why it matters: an interview or a fact box may well be a <dl>, and who asks and who answers cannot be told any more.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-text@10.0.1

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { convert } from 'html-to-text';

const seen = [
  ['<dl><dt>Will it open?</dt><dd>In May.</dd><dt>Who pays?</dt><dd>The town.</dd></dl>', 'Will it open?In May.Who pays?The town.'],
  ['<dl>\n<dt>Will it open?</dt>\n<dd>In May.</dd>\n</dl>', 'Will it open? In May.'],
  ['<div>Will it open?</div><div>In May.</div>', 'Will it open?\nIn May.'],
];
for (const [html, want] of seen) {
  console.log(JSON.stringify(html), ' -> ', JSON.stringify(convert(html)));
  assert.equal(convert(html), want, `changed for: ${html}`);
}
EOF
node check.mjs
