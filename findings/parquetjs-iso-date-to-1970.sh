#!/usr/bin/env bash
# @dsnp/parquetjs turns an ISO date into the first two seconds of 1970, and an afternoon of 1950 into the next day.
#
# Packages: @dsnp/parquetjs 1.8.8, read back with hyparquet 1.33.0.
# Guess: a column of dates takes a Date. A string like “2026-03-03” is parsed, or refused as the wrong type. A Date goes to the calendar
#   day that it falls on, in whatever century.
# Seen: of a string only the digits up to the first hyphen count: as a TIMESTAMP_MILLIS it is 2026 milliseconds, as a DATE 2026 days,
#   20 July 1975. A Date before 1970 is cut towards zero, so each time of day but midnight falls on the day
#   after; after 1970 each falls on its own.
# Why it matters: dates reach a writer as strings from JSON, and an archive goes back before 1970. Neither is told that it went wrong.
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

async function roundTrip(type, value) {
  const writer = await parquet.ParquetWriter.openFile(new parquet.ParquetSchema({ published: { type } }), 'a.parquet');
  await writer.appendRow({ published: value });
  await writer.close();
  const [row] = await parquetReadObjects({ file: await asyncBufferFromFile('a.parquet') });
  return row.published.toISOString();
}
const seen = [
  ['TIMESTAMP_MILLIS', new Date('2026-03-03T15:00Z'), '2026-03-03T15:00:00.000Z'],
  ['TIMESTAMP_MILLIS', '2026-03-03T15:00Z', '1970-01-01T00:00:02.026Z'],
  ['DATE', '2026-03-03', '1975-07-20T00:00:00.000Z'],
  ['DATE', new Date('2026-03-03T15:00Z'), '2026-03-03T00:00:00.000Z'],
  ['DATE', new Date('1950-06-01T00:00Z'), '1950-06-01T00:00:00.000Z'],
  ['DATE', new Date('1950-06-01T15:00Z'), '1950-06-02T00:00:00.000Z'],
];
for (const [type, value, want] of seen) {
  const got = await roundTrip(type, value);
  console.log(type, JSON.stringify(value), typeof value === 'string' ? '(string)' : '(Date)', ' -> ', got);
  assert.equal(got, want, 'changed');
}
EOF
node check.mjs
