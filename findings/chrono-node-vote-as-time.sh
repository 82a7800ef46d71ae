#!/usr/bin/env bash
# chrono-node takes the outcome of a vote for a stretch of time, in strict mode too.
#
# Package: chrono-node 2.10.3.
# Guess: a parser that finds dates in running text wants some sign of time (a colon, am or pm, o’clock), in strict mode at least.
# Seen: “The council voted 7 to 4 for the plan” holds a range from 7:00 to 4:00 on the next day, and “rose from 3 to 4 per cent” one
#   from 3:00 to 4:00, for chrono.strict as well as the default. Written as “7-4” neither is matched. The default also reads the verb
#   “sat” as Saturday: “sat until noon” lasts from Saturday to noon today.
# Why it matters: votes, scores and percentages are what news is full of, and each would count as a time of the event.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import * as chrono from 'chrono-node';

const now = new Date(2026, 2, 5, 12, 0);
const show = (found) => found.map((hit) => `${hit.text}: ${hit.start.get('hour')}-${hit.end?.get('hour')}`);
const seen = [
  ['The council voted 7 to 4 for the plan.', ['7 to 4: 7-4'], ['7 to 4: 7-4']],
  ['Unemployment rose from 3 to 4 per cent.', ['from 3 to 4: 3-4'], ['from 3 to 4: 3-4']],
  ['The council voted 7-4 for the plan.', [], []],
  ['The committee sat until noon.', ['sat until noon: 12-12'], []],
];
for (const [text, casual, strict] of seen) {
  const got = [show(chrono.parse(text, now)), show(chrono.strict.parse(text, now))];
  console.log(text, ' -> ', JSON.stringify({ default: got[0], strict: got[1] }));
  assert.deepEqual(got, [casual, strict], `changed for: ${text}`);
}
const [sat] = chrono.parse('The committee sat until noon.', now);
assert.equal(sat.start.get('weekday'), 6);
EOF
node check.mjs
