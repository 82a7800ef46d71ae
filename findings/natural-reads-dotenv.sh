#!/usr/bin/env bash
# Loading natural to split sentences reads the .env file of the folder and prints lines to standard output.
#
# Package: natural 8.1.1 (with dotenv 17.4.2, which it asks for).
# Guess: importing a library for natural language does nothing but define functions.
# Seen: on import a .env file in the working folder is read into the environment of the process, and for each part of the library
#   that does so dotenv prints a line with a tip to standard output.
# Why it matters: a tool that prints its sentences or quotes as JSON or CSV has these lines in front, and the reader fails on them.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund natural@8.1.1 dotenv@17.4.2

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

writeFileSync('.env', 'HARBOUR=shut\n');
writeFileSync('tool.mjs', `import natural from 'natural';
console.log(JSON.stringify({ sentences: new natural.SentenceTokenizer([]).tokenize('The bridge is shut. Ek left.'), harbour: process.env.HARBOUR }));
`);
const lines = execFileSync(process.execPath, ['tool.mjs'], { encoding: 'utf8' }).trim().split('\n');
for (const line of lines) console.log(line.slice(0, 60));
assert.deepEqual(JSON.parse(lines.at(-1)), { sentences: ['The bridge is shut.', 'Ek left.'], harbour: 'shut' });
assert.ok(lines.length > 1, 'changed: nothing is printed on import any more');
assert.ok(lines.slice(0, -1).every((line) => /env/.test(line)));
EOF
node check.mjs
