#!/usr/bin/env bash
# fast-xml-parser glues the words of a NITF paragraph together even when told to preserve order.
#
# Package: fast-xml-parser 5.12.1.
# Guess: for mixed content the documentation points to preserveOrder. With it, parsing a paragraph of NITF (the wire agencies’
#   markup) and building it again gives the paragraph that went in.
# Seen: it gives “The<em>old</em>bridge,<person>Ines Marlow</person>said”: every piece of text is trimmed on its own, so each space
#   beside an inline element is lost. Only trimValues: false, for parsing, brings it through. (Trimming is documented; that it still
#   applies piece by piece in this mode is what one would not think of.)
# Why it matters: NITF marks up people, places and companies inside sentences, so it is the names that are glued to their neighbours.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-xml-parser@5.12.1

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { XMLParser, XMLBuilder } from 'fast-xml-parser';

const nitf = '<p>The <em>old</em> bridge, <person>Ines Marlow</person> said, is shut.</p>';
const round = (options) => new XMLBuilder({ preserveOrder: true }).build(new XMLParser({ preserveOrder: true, ...options }).parse(nitf));
const got = round({});
console.log('in:              ', nitf);
console.log('preserveOrder:   ', got);
console.log('trimValues false:', round({ trimValues: false }));
assert.equal(got, '<p>The<em>old</em>bridge,<person>Ines Marlow</person>said, is shut.</p>');
assert.equal(round({ trimValues: false }), nitf);
EOF
node check.mjs
