#!/usr/bin/env bash
# In JSON-LD “@inesmarlow” names nobody, while “@ines_marlow” does.
#
# Package: jsonld 9.0.0.
# Guess: sameAs or @id with a social handle in place of an address is kept as a (relative) address, or all handles are refused alike.
# Seen: a handle made of letters alone becomes null without a word; one with an underscore or a digit stays. JSON-LD 1.1 reserves
#   everything of the form “@” plus letters for future keywords and has processors ignore such a value, so this is as specified.
# Why it matters: an author page that lists a handle under sameAs keeps or loses the link by how the handle is spelled, and a null
#   stands where code expects a string.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonld@9.0.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import jsonld from 'jsonld';

const context = { '@vocab': 'https://schema.org/', sameAs: { '@type': '@id' } };
const expand = async (handle) => {
  const [person] = await jsonld.expand({ '@context': context, '@type': 'Person', name: 'Ines Marlow', sameAs: handle });
  return person['https://schema.org/sameAs'];
};
const seen = { '@inesmarlow': null, '@ines_marlow': '@ines_marlow', '@ines1': '@ines1' };
for (const [handle, id] of Object.entries(seen)) {
  const got = await expand(handle);
  console.log(handle, ' -> ', JSON.stringify(got));
  assert.deepEqual(got, [{ '@id': id }], `changed for: ${handle}`);
}
EOF
node check.mjs
