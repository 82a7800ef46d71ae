#!/usr/bin/env bash
# unfluff cuts the speaker off a headline such as “Ek: We will not pay”.
#
# Package: unfluff 3.2.0.
# Guess: the name of the paper is split off the <title> at a bar or dash. A colon belongs to the headline, above all where og:title
#   and <h1> say the same.
# Seen: the title is cut at a colon as well and only the longest part is kept, even if og:title and <h1> have the whole. “Ek: We will
#   not pay” becomes “We will not pay”, and “Vote ends 5:4 after long debate” becomes “4 after long debate”.
# Why it matters: “Name: what they say” is a stock form of a headline with a quote. Its source is gone, and scores are broken.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unfluff@3.2.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import unfluff from 'unfluff';

const page = (title) => `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:title" content="${title}"></head>
<body><article><h1>${title}</h1><p>The bridge, which was built in 1931, will stay shut until May, and nobody knows who pays for it.</p></article></body></html>`;
const seen = {
  'We will not pay, says Ek': 'We will not pay, says Ek',
  'Ek: We will not pay': 'We will not pay',
  'Vote ends 5:4 after long debate': '4 after long debate',
};
for (const [title, want] of Object.entries(seen)) {
  const got = unfluff(page(title)).title;
  console.log(title, ' -> ', got);
  assert.equal(got, want, `changed for: ${title}`);
}
EOF
node check.mjs
