#!/usr/bin/env bash
# wtf_wikipedia keeps the speaker of {{Quote}}, drops that of {{Blockquote}}, and drops the words of three other quote templates.
#
# Package: wtf_wikipedia 10.4.2.
# Guess: {{Quote}} is only another name of {{Blockquote}} on Wikipedia, so both read alike; and what a parser keeps of one template that
#   prints a quote it keeps of the others.
# Seen: {{Quote|…|…}} gives the words and “- Ines Marlow”. {{Blockquote|…|…}} gives the words alone, by number or by name of the
#   parameters. {{Cquote}} keeps the words without marks, {{Poem quote}} words and speaker with another dash. {{Quote box}},
#   {{Quotation}} and {{Epigraph}} leave nothing, and the sentence in front of them ends in a colon.
# Why it matters: a quote turns into the article's own words, or is gone, depending on which of the templates an editor chose.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wtf_wikipedia@10.4.2

cat >check.mjs <<'EOF2'
import assert from 'node:assert/strict';
import wtf from 'wtf_wikipedia';

const seen = {
  '{{Quote|We will not pay.|Ines Marlow}}': '"We will not pay."\n\n- Ines Marlow',
  '{{Blockquote|We will not pay.|Ines Marlow}}': '"We will not pay."',
  '{{Blockquote|text=We will not pay.|author=Ines Marlow}}': '"We will not pay."',
  '{{Cquote|We will not pay.|author=Ines Marlow}}': 'We will not pay.',
  '{{Poem quote|We will not pay.|Ines Marlow}}': 'We will not pay.\n\n— Ines Marlow',
  '{{Quote box|quote=We will not pay.|source=Ines Marlow}}': '',
  '{{Quotation|We will not pay.|Ines Marlow}}': '',
  '{{Epigraph|quote=We will not pay.|cite=Ines Marlow}}': '',
};
for (const [template, want] of Object.entries(seen)) {
  const got = wtf(template).text();
  console.log(`${template}\n  ${JSON.stringify(got)}`);
  assert.equal(got, want, `changed: ${template}`);
}
EOF2
node check.mjs
