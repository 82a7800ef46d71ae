#!/usr/bin/env bash
# Three name parsers each lose another plain two-word name.
#
# Packages: humanparser 2.7.0, parse-full-name 1.2.7, another-name-parser 0.1.0.
# Guess: of a name with two words the first is the first name and the second the last, whatever the words: titles and suffixes are
#   only peeled off while a first and a last name are left.
# Seen: humanparser takes the last name of “Lin Ma” for a master’s degree and has no last name left. parse-full-name holds “Bin” for
#   the particle of a last name, so “Bin Brook” has no first name. another-name-parser reads the first name of “Vi Marlow” as the
#   numeral six, moves it behind, and has Marlow as the first name. Each of the other two gets that name right.
# Why it matters: the speaker of a quote loses the part by which the next paragraph names them.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund humanparser@2.7.0 parse-full-name@1.2.7 another-name-parser@0.1.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import human from 'humanparser';
import { parseFullName } from 'parse-full-name';
import another from 'another-name-parser';

const parsers = {
  humanparser: (name) => { const p = human.parseName(name); return [p.firstName, p.lastName, p.suffix ?? '']; },
  'parse-full-name': (name) => { const p = parseFullName(name); return [p.first, p.last, p.suffix]; },
  'another-name-parser': (name) => { const p = (another.default ?? another)(name); return [p.first ?? '', p.last ?? '', p.suffix ?? '']; },
};
const wrong = {
  'Lin Ma': ['humanparser', ['Lin', '', 'Ma']],
  'Bin Brook': ['parse-full-name', ['', 'Bin Brook', '']],
  'Vi Marlow': ['another-name-parser', ['Marlow', '', 'Vi']],
};
for (const [name, [who, what]] of Object.entries(wrong)) {
  for (const [parser, parse] of Object.entries(parsers)) {
    const got = parse(name);
    console.log(`${name}  ${parser}: first ${JSON.stringify(got[0])}, last ${JSON.stringify(got[1])}, suffix ${JSON.stringify(got[2])}`);
    assert.deepEqual(got, parser === who ? what : [...name.split(' '), ''], `changed: ${parser} on ${name}`);
  }
}
EOF
node check.mjs
