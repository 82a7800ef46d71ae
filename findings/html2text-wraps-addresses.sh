#!/usr/bin/env bash
# html2text breaks a link’s address at a hyphen, and the Markdown it wrote has no link any more.
#
# Packages: python3-html2text 2020.1.16-2 (Debian 12), read with commonmark 0.31.2 and marked 16.4.1.
# Guess: a converter to Markdown that wraps its lines breaks them between words; an address has no place to break, so a long one stands
#   over the margin, as it does where it has no hyphen.
# Seen: the address is wrapped like prose, after a hyphen. A destination with a line break in it is none, so both parsers show brackets,
#   address and all as text. News addresses are headlines with hyphens, so this hits most links of a story. The same link with
#   underscores stays whole.
# Why it matters: whoever strips links from such a text strips the first half, and the rest of the address is left in the sentence.
set -euo pipefail

want=2020.1.16-2
dpkg-query -W python3-html2text >/dev/null 2>&1 || apt-get install -y --no-install-recommends python3-html2text >/dev/null
have=$(dpkg-query -W -f='${Version}' python3-html2text)
if [ "$have" != "$want" ]; then
  echo "version differs: untested (python3-html2text is $have, not $want)"
  exit 3
fi

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund commonmark@0.31.2 marked@16.4.1

cat >convert.py <<'EOF2'
import html2text
for slug in ('bridge-closed-until-may-after-divers-found-a-crack', 'bridge_closed_until_may_after_divers_found_a_crack'):
    page = f'<p>The board said on Monday that the <a href="https://example.org/news/2026/03/{slug}">bridge</a> stays shut.</p>'
    print(html2text.HTML2Text().handle(page).strip(), end='\0')
EOF2
/usr/bin/python3 convert.py >markdown.txt

cat >check.mjs <<'EOF2'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { HtmlRenderer, Parser } from 'commonmark';
import { marked } from 'marked';

const [hyphens, underscores] = readFileSync('markdown.txt', 'utf8').split('\0');
const parsers = {
  commonmark: (text) => new HtmlRenderer().render(new Parser().parse(text)),
  marked: (text) => marked.parse(text),
};
console.log(hyphens);
for (const [name, render] of Object.entries(parsers)) {
  const links = [hyphens, underscores].map((text) => (render(text).match(/>bridge<\/a>/g) ?? []).length);
  console.log(`${name}: ${links[0]} links with hyphens, ${links[1]} with underscores`);
  assert.deepEqual(links, [0, 1], `changed: ${name} found other links before`);
}
assert.match(hyphens, /after-\n ?divers-found-a-crack\)/, 'changed: the address was broken at another place, or not at all');
EOF2
node check.mjs
