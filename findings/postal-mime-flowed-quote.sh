#!/usr/bin/env bash
# postal-mime leaves the quote mark of the second line in the middle of a flowed quote.
#
# Packages: postal-mime 4.0.0; mailparser 3.14.2 for comparison.
# Guess: a parser that joins the lines of format=flowed mail does so for quoted lines too, as RFC 3676 has it: the marks come off
#   before lines are joined.
# Seen: “> Will the repair cost ” and “> more than that?” become “> Will the repair cost > more than that?”, so a “greater than”
#   stands in the sentence. mailparser joins it without.
# Why it matters: answers of a press office quote the question and are sent as flowed text; the stray sign lands inside the quote.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund postal-mime@4.0.0 mailparser@3.14.2

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import PostalMime from 'postal-mime';
import { simpleParser } from 'mailparser';

const mail = ['From: Press office <press@council.example>', 'To: desk@news.example', 'Subject: Your question', 'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8; format=flowed', '', '> Will the repair cost ', '> more than that?', '',
  'No, it will not cost ', 'any more.', ''].join('\r\n');
const seen = {
  'postal-mime': [(await PostalMime.parse(mail)).text, '> Will the repair cost > more than that?\n\nNo, it will not cost any more.'],
  mailparser: [(await simpleParser(mail)).text, '> Will the repair cost more than that?\n\nNo, it will not cost any more.'],
};
for (const [name, [got, want]] of Object.entries(seen)) {
  console.log(`${name}:`, JSON.stringify(got));
  assert.equal(got.trim(), want, `changed: ${name}`);
}
EOF
node check.mjs
