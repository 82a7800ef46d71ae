#!/usr/bin/env bash
# odt2txt puts the editors’ remarks, their names and the time into the middle of a sentence.
#
# Package: odt2txt 0.5-7 (Debian 12), on a file written with fflate 0.8.3.
# Guess: the text of an OpenDocument file is its paragraphs. Remarks in the margin are left out or set apart, and what was struck out
#   with change tracking on is gone, as on paper.
# Seen: a remark stands inside the sentence it is pinned to, with its author and time glued to the word before it. Words that were
#   struck out come first of all, again with name and time and without a space. A footnote breaks its sentence in two. The exit code
#   is 0. (OpenDocument keeps deleted text at the head of the document, remarks and notes at their place, and the tool takes any text.)
# Why it matters: what an office told itself about a statement reads like a part of the statement.
set -euo pipefail

want=0.5-7
command -v odt2txt >/dev/null || apt-get install -y --no-install-recommends odt2txt >/dev/null
have=$(dpkg-query -W -f='${Version}' odt2txt)
if [ "$have" != "$want" ]; then
  echo "version differs: untested (odt2txt is $have, not $want)"
  exit 3
fi

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fflate@0.8.3

cat >write.mjs <<'EOF'
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const ns = (prefix, name) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
const who = '<dc:creator>Jonas Ek</dc:creator><dc:date>2026-03-03T07:15:00</dc:date>';
const content = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${ns('office', 'office')} ${ns('text', 'text')} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>${who}</office:change-info><text:p>not </text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>We will <text:change text:change-id="c1"/>pay<office:annotation>${who}<text:p>Do we?</text:p></office:annotation> for the bridge.</text:p>
<text:p>It opens<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>If all goes well.</text:p></text:note-body></text:note> in May.</text:p>
</office:text></office:body></office:document-content>`;
const type = 'application/vnd.oasis.opendocument.text';
const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest ${ns('manifest', 'manifest')} manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
writeFileSync('statement.odt', zipSync({ mimetype: [strToU8(type), { level: 0 }], 'content.xml': strToU8(content), 'META-INF/manifest.xml': strToU8(manifest) }));
EOF
node write.mjs
got=$(LC_ALL=C.UTF-8 odt2txt --width=-1 statement.odt | grep -v '^ *$' | sed 's/ *$//')
seen='Jonas Ek2026-03-03T07:15:00not
We will payJonas Ek2026-03-03T07:15:00Do we?
for the bridge.
It opens1If all goes well.
in May.'
echo "odt2txt $have"
echo "$got"
[ "$got" = "$seen" ] || { echo 'changed: another text was seen before'; exit 1; }
