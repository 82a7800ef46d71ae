#!/usr/bin/env bash
# One microdata reader knows only the attribute of <time>, another only its text.
#
# Packages: microdata-node 2.0.0 and web-auto-extractor 1.0.17.
# Guess: both follow HTML: the value of a <time> is its datetime attribute, or its text where it has none.
# Seen: microdata-node gives an empty string for a <time> without the attribute. web-auto-extractor never looks at the attribute and
#   gives “3 March” for the first kind; <data value="…"> fares likewise. So no form of the date works in both.
# Why it matters: dates of publication and change are what one reads microdata of a news page for.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund microdata-node@2.0.0 web-auto-extractor@1.0.17

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { toJsonld } from 'microdata-node';
import extractor from 'web-auto-extractor';

const html = `<article itemscope itemtype="https://schema.org/NewsArticle">
<time itemprop="datePublished" datetime="2026-03-03">3 March</time>
<time itemprop="dateModified">2026-03-04</time>
<data itemprop="wordCount" value="120">about a hundred words</data></article>`;
const [node] = toJsonld(html, { base: 'https://news.example/a' });
const one = Object.fromEntries(['datePublished', 'dateModified', 'wordCount'].map((name) => [name, node[`https://schema.org/${name}`][0]['@value']]));
const { datePublished, dateModified, wordCount } = (extractor.default ?? extractor)().parse(html).microdata.NewsArticle[0];
const other = { datePublished, dateModified, wordCount };
console.log('microdata-node:    ', JSON.stringify(one));
console.log('web-auto-extractor:', JSON.stringify(other));
assert.deepEqual(one, { datePublished: '2026-03-03', dateModified: '', wordCount: 120 });
assert.deepEqual(other, { datePublished: '3 March', dateModified: '2026-03-04', wordCount: 'about a hundred words' });
EOF
node check.mjs
