#!/usr/bin/env bash
# From a Word file with tracked changes docx-parser reads what was struck out, and two others read a moved sentence twice.
#
# Packages: docx-parser 0.2.1, officeparser 7.8.0, word-extractor 1.0.4; mammoth 1.13.0 for comparison.
# Guess: text that is marked as deleted is not part of the text, and a sentence that was moved stands at its new place alone. As the
#   format keeps deleted words in an element of their own, no reader sees them by accident.
# Seen: docx-parser gives “We will not pay” where “not” was struck out. officeparser and word-extractor leave that out, but have the
#   moved sentence at the old place as well as at the new one. mammoth alone gives the text that Word shows as final.
# Why it matters: a press statement whose changes are still tracked looks final to who opens it, and a quote with “not” in it is the
#   opposite of what was said.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx-parser@0.2.1 officeparser@7.8.0 word-extractor@1.0.4 mammoth@1.13.0 fflate@0.8.3

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import docxParser from 'docx-parser';
import * as office from 'officeparser';
import WordExtractor from 'word-extractor';
import mammoth from 'mammoth';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const types = 'application/vnd.openxmlformats-';
const changed = 'w:author="Press office" w:date="2026-03-03T07:15:00Z"';
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const body = `<w:p>${run('We will ')}<w:del w:id="1" ${changed}><w:r><w:delText xml:space="preserve">not </w:delText></w:r></w:del>${run('pay.')}</w:p>
<w:p><w:moveFrom w:id="2" ${changed}>${run('The bridge is safe.')}</w:moveFrom></w:p>
<w:p>${run('It opens in May.')}</w:p>
<w:p><w:moveTo w:id="3" ${changed}>${run('The bridge is safe.')}</w:moveTo></w:p>`;
const files = {
  '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
};
writeFileSync('statement.docx', zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));

const final = ['We will pay.', 'It opens in May.', 'The bridge is safe.'];
const twice = ['We will pay.', 'The bridge is safe.', 'It opens in May.', 'The bridge is safe.'];
const sentences = (text) => text.match(/[A-Z][^.]*\./g);
const parsed = await office.parseOffice('statement.docx');
const seen = {
  mammoth: [(await mammoth.extractRawText({ path: 'statement.docx' })).value, final],
  'docx-parser': [await new Promise((resolve) => docxParser.parseDocx('statement.docx', resolve)), ['We will not pay.', ...twice.slice(1)]],
  officeparser: [typeof parsed === 'string' ? parsed : parsed.toText(), twice],
  'word-extractor': [(await new WordExtractor().extract('statement.docx')).getBody(), twice],
};
for (const [name, [text, want]] of Object.entries(seen)) {
  console.log(`${name}: ${sentences(text).join(' ')}`);
  assert.deepEqual(sentences(text), want, `changed: ${name}`);
}
EOF
node check.mjs
