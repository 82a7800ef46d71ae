#!/usr/bin/env bash
# Three article extractors each drop another part of the same story, for three harmless class names.
#
# Packages: @mozilla/readability 0.6.0, unfluff 3.2.0, defuddle 0.19.4 (on jsdom 26.1.0).
# Guess: a paragraph in the middle of <article> that reads like the rest is part of the story. Words in class names count whole, if at
#   all: “candidate” has no more to do with a date than “socialist” with social media.
# Seen: unfluff drops class="candidate" (it holds “date”), Readability drops class="socialist" (it holds “social”) but keeps
#   class="socialist-candidate" (“candidate” holds “and”, which saves it), and defuddle drops class="discussion". For each of these
#   one or both of the others keep it.
# Why it matters: the parts of an election report are named like that by their makers, and the answer has no sign of the gap. Two
#   extractors that agree on one page say little about the next.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 unfluff@3.2.0 defuddle@0.19.4 jsdom@26.1.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { Readability } from '@mozilla/readability';
import unfluff from 'unfluff';
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';

const p = (i) => `<p>Paragraph ${i} says that the bridge, which was built in 1931, will stay shut until May, and that nine thousand cars a day, or so, must take the long way round.</p>`;
const page = (name) => `<!doctype html><html lang="en"><head><title>Bridge shut</title></head><body><main><article><h1>Bridge shut</h1>
${[1, 2, 3, 4].map(p).join('')}<div class="${name}"><p>She would, said Ines Marlow, who stands for the council, have it open again by May, and she was very sure of that.</p>${p(5)}</div>${[6, 7].map(p).join('')}</article></main></body></html>`;
const dom = (html) => new JSDOM(html, { url: 'https://news.example/bridge' }).window.document;
const extractors = {
  readability: (html) => new Readability(dom(html)).parse().textContent,
  unfluff: (html) => unfluff(html).text,
  defuddle: async (html) => (await Defuddle(dom(html), 'https://news.example/bridge')).content,
};
const seen = {
  interview: { readability: true, unfluff: true, defuddle: true },
  candidate: { readability: true, unfluff: false, defuddle: true },
  socialist: { readability: false, unfluff: true, defuddle: true },
  'socialist-candidate': { readability: true, unfluff: false, defuddle: true },
  discussion: { readability: true, unfluff: true, defuddle: false },
};
for (const [name, want] of Object.entries(seen)) {
  const got = {};
  for (const [extractor, extract] of Object.entries(extractors)) got[extractor] = (await extract(page(name))).includes('Ines Marlow');
  console.log(`class="${name}"  kept:`, JSON.stringify(got));
  assert.deepEqual(got, want, `changed for: ${name}`);
}
EOF
node check.mjs
