#!/usr/bin/env bash
# webvtt-parser turns “Q&amp;A” into “Q&;A”.
#
# Package: webvtt-parser 2.2.0.
# Guess: the tree of a cue has its text with the few escapes of WebVTT resolved.
# Seen: the escape is replaced but its semicolon stays, for &amp;, &lt; and &nbsp; alike, and no error is listed.
# Why it matters: captions are the transcript of an interview. Every ampersand and “less than” in it gets a stray semicolon, which
#   looks like the speaker’s punctuation.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund webvtt-parser@2.2.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import pkg from 'webvtt-parser';

const cue = (text) => new pkg.WebVTTParser().parse(`WEBVTT\n\n00:00.000 --> 00:04.000\n${text}\n\n`);
const seen = { 'A Q&amp;A with Ek': 'A Q&;A with Ek', 'It is 5 &lt; 6': 'It is 5 <; 6' };
for (const [text, want] of Object.entries(seen)) {
  const { cues: [{ tree }], errors } = cue(text);
  const got = tree.children.map((child) => child.value).join('');
  console.log(text, ' -> ', got, ' errors:', errors.length);
  assert.equal(got, want, `changed for: ${text}`);
  assert.equal(errors.length, 0);
}
EOF
node check.mjs
