#!/usr/bin/env bash
# Two feed readers take the comments of an Atom entry for the story.
#
# Packages: rss-parser 3.13.0 and @extractus/feed-extractor 8.0.3; feedparser 2.6.0 for comparison.
# Guess: the address of an entry is its “alternate” link. RFC 4287 says that a link without rel is one, so order does not matter.
# Seen: where the “replies” link (RFC 4685) stands before a link without rel, both give the address of the comments. With
#   rel="alternate" spelled out rss-parser is right again, but feed-extractor still takes whichever link is first. feedparser is
#   right in both cases.
# Why it matters: what is fetched next and taken for the story is the page of its comments.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0 @extractus/feed-extractor@8.0.3 feedparser@2.6.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import Parser from 'rss-parser';
import FeedParser from 'feedparser';
import { extractFromXml } from '@extractus/feed-extractor';

const feed = (story) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Elsing Post</title><id>urn:x</id><updated>2026-03-03T07:15:00Z</updated>
<entry><title>Bridge</title><id>urn:a</id>
<link rel="replies" type="text/html" href="https://news.example/bridge/comments"/>
<link ${story} href="https://news.example/bridge"/>
<updated>2026-03-03T07:15:00Z</updated><summary>Shut.</summary></entry></feed>`;

const withFeedparser = (xml) => new Promise((resolve, reject) => {
  const parser = new FeedParser();
  let link;
  parser.on('error', reject).on('end', () => resolve(link));
  parser.on('readable', () => { for (let item; (item = parser.read()); ) link = item.link; });
  Readable.from([xml]).pipe(parser);
});
const story = 'https://news.example/bridge';
const seen = { '': [`${story}/comments`, `${story}/comments`, story], 'rel="alternate"': [story, `${story}/comments`, story] };
for (const [rel, want] of Object.entries(seen)) {
  const xml = feed(rel);
  const got = [(await new Parser().parseString(xml)).items[0].link, extractFromXml(xml).entries[0].link, await withFeedparser(xml)];
  console.log(`<link ${rel}>  rss-parser ${got[0]}  feed-extractor ${got[1]}  feedparser ${got[2]}`);
  assert.deepEqual(got, want, `changed for: ${rel || 'no rel'}`);
}
EOF
node check.mjs
