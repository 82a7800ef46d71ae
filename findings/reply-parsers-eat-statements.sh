#!/usr/bin/env bash
# Two reply parsers drop the rest of a press statement from “On Monday … wrote:” on.
#
# Packages: email-reply-parser 2.3.7 and planer 1.2.0.
# Guess: “On … wrote:” starts a quoted mail only with a date in figures or an address in it, or with quote marks on the lines below.
# Seen: an ordinary sentence of that shape in the body does. email-reply-parser hides everything after it; planer does too where the
#   sentence has a comma or two. A paragraph that starts with “Sent from the harbour” counts as a signature for email-reply-parser,
#   and again all that follows is hidden with it.
# Why it matters: statements and newsletters arrive by mail, and this is just how they introduce what somebody said.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund email-reply-parser@2.3.7 planer@1.2.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import Reply from 'email-reply-parser';
import planer from 'planer';

const visible = {
  'email-reply-parser': (text) => new (Reply.default ?? Reply)().read(text).getVisibleText().trim(),
  planer: (text) => planer.extractFrom(text, 'text/plain').trim(),
};
const plain = 'The bridge will stay shut.\n\nOn Monday the board of the harbour wrote:\n\n“Nobody should drive over it.”\n\nThe mayor agreed.';
const commas = 'The bridge will stay shut.\n\nOn Monday, Jonas Ek, who chairs the board, wrote:\n\n“Nobody should drive over it.”\n\nThe mayor agreed.';
const sent = 'The bridge will stay shut.\n\nSent from the harbour, a letter of 1931 turned up.\n\nThe mayor was glad.';
const first = 'The bridge will stay shut.';
const seen = [
  ['plain', plain, first, plain],
  ['commas', commas, first, first],
  ['sent', sent, first, sent],
];
for (const [name, text, reply, plane] of seen) {
  for (const [parser, want] of [['email-reply-parser', reply], ['planer', plane]]) {
    const got = visible[parser](text);
    console.log(`${name}  ${parser}: ${got.length} of ${text.length} characters kept`);
    assert.equal(got, want, `changed: ${parser} on ${name}`);
  }
}
EOF
node check.mjs
