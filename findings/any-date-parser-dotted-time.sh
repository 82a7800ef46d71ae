#!/usr/bin/env bash
# any-date-parser reads “17 October 2026, 9.30 pm” as 17 March.
#
# Package: any-date-parser 2.2.4.
# Guess: a time with a dot, as British and German papers print it, is read as a time, or is left out, or makes the whole string
#   invalid. The date before it stays what it is.
# Seen: the month that is spelled out is lost and made up from the digits of the time: October turns into March and March into
#   January, in English and German. Nothing says that the result is not sound. With a colon in the time, all is right.
# Why it matters: a byline’s date is off by months, yet looks sound, so stories sort wrongly and nobody is told.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund any-date-parser@2.2.4

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import parser from 'any-date-parser';

const day = (text) => {
  const { year, month, day } = parser.attempt(text, text.endsWith('Uhr') ? 'de-DE' : 'en-GB');
  return [year, month, day].join('-');
};
const seen = {
  '17 October 2026, 9:30 pm': '2026-10-17', // with a colon: right
  '17 October 2026, 9.30 pm': '2026-3-17',
  '3 March 2026, 7.15 am': '2026-1-3',
  'Tuesday 3 March 2026 19.15 GMT': '2026-1-3',
  '3. März 2026, 7.15 Uhr': '2026-1-3',
};
for (const [text, want] of Object.entries(seen)) {
  console.log(`${text}  ->  ${day(text)}`);
  assert.equal(day(text), want, `changed for: ${text}`);
}
EOF
node check.mjs
