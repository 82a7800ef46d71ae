#!/usr/bin/env bash
# node-warc ends a record of plain text at the first blank line, if lines end in CRLF.
#
# Packages: node-warc 3.3.1, and warcio 2.4.11 to compare.
# Guess: the content of a WARC record is as long as its Content-Length says, whatever is in it.
# Seen: of a conversion record (the extracted text of a page, as in WET files) node-warc keeps what comes before the first empty CRLF
#   line, and drops the rest; it also adds a CRLF of its own at the end. With bare line feeds the text is whole. warcio gives
#   every byte each time.
# Why it matters: paragraphs are set apart by just such a line. All of a story but its first paragraph is gone, without an error.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-warc@3.3.1 warcio@2.4.11

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import warc from 'node-warc';
import { WARCParser } from 'warcio';

function record(uri, text) {
  const head = ['WARC/1.0', 'WARC-Type: conversion', `WARC-Target-URI: ${uri}`, 'WARC-Date: 2026-03-03T07:15:00Z',
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>', 'Content-Type: text/plain', `Content-Length: ${Buffer.byteLength(text)}`];
  return `${head.join('\r\n')}\r\n\r\n${text}\r\n\r\n`;
}
// node-warc hands a record on when it meets the next one, so another follows.
const file = (text) => Buffer.from(record('https://news.example/a', text) + record('https://news.example/b', 'The end.'));

async function withNodeWarc(bytes) {
  const stream = new warc.WARCStreamTransform();
  const first = new Promise((resolve) => stream.once('data', resolve));
  stream.write(bytes);
  return (await first).content.toString();
}
async function withWarcio(bytes) {
  const parser = new WARCParser((async function* () { yield new Uint8Array(bytes); })());
  return (await parser.parse()).contentText();
}
const seen = {
  'It stays shut.\n\n“We will not pay.”\n\nIt opens in May.': 'It stays shut.\n\n“We will not pay.”\n\nIt opens in May.\r\n',
  'It stays shut.\r\n“We will not pay.”\r\nIt opens in May.': 'It stays shut.\r\n“We will not pay.”\r\nIt opens in May.\r\n',
  'It stays shut.\r\n\r\n“We will not pay.”\r\n\r\nIt opens in May.': 'It stays shut.\r\n',
};
for (const [text, want] of Object.entries(seen)) {
  const [got, other] = [await withNodeWarc(file(text)), await withWarcio(file(text))];
  console.log(`written:   ${JSON.stringify(text)}\nnode-warc: ${JSON.stringify(got)}\nwarcio:    ${JSON.stringify(other)}\n`);
  assert.equal(got, want, 'changed: node-warc');
  assert.equal(other, text, 'changed: warcio');
}
EOF
node check.mjs
