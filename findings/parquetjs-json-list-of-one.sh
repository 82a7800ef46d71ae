#!/usr/bin/env bash
# @dsnp/parquetjs stores a list of one author in a JSON column as the author alone.
#
# Packages: @dsnp/parquetjs 1.8.8, read back by itself and by hyparquet 1.33.0.
# Guess: a column of type JSON takes any JSON value and gives it back. Only a field marked as repeated looks at arrays.
# Seen: the writer takes any array for the values of a repeated field before it looks at the type. ["Ines Marlow"] is written as
#   "Ines Marlow", and an empty list as null, or as a missing field where the column is required. Two authors are refused as “too many
#   values”. One level down, in {"authors": [...]}, all is well, and [["Ines Marlow"]] comes back as ["Ines Marlow"].
# Why it matters: most stories have one author, so a test with one passes if it looks only at the text, and the file holds other JSON
#   than what went in.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @dsnp/parquetjs@1.8.8 hyparquet@1.33.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import parquet from '@dsnp/parquetjs';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';

async function roundTrip(value, optional) {
  const writer = await parquet.ParquetWriter.openFile(new parquet.ParquetSchema({ authors: { type: 'JSON', optional } }), 'a.parquet');
  try {
    await writer.appendRow({ authors: value });
  } catch (error) {
    return String(error.message ?? error);
  } finally {
    await writer.close();
  }
  const reader = await parquet.ParquetReader.openFile('a.parquet');
  const own = (await reader.getCursor().next()).authors;
  await reader.close();
  const [other] = await parquetReadObjects({ file: await asyncBufferFromFile('a.parquet') });
  assert.deepEqual(own, other.authors, 'both readers agree');
  return own;
}
const seen = [
  [{ authors: ['Ines Marlow'] }, true, { authors: ['Ines Marlow'] }],
  [['Ines Marlow'], true, 'Ines Marlow'],
  [[['Ines Marlow']], true, ['Ines Marlow']],
  [['Ines Marlow', 'Jonas Ek'], true, 'too many values for field: authors'],
  [[], true, null],
  [[], false, 'missing required field: authors'],
];
for (const [value, optional, want] of seen) {
  const got = await roundTrip(value, optional);
  console.log(optional ? 'optional' : 'required', JSON.stringify(value), ' -> ', JSON.stringify(got));
  assert.deepEqual(got, want, 'changed');
}
EOF
node check.mjs
