#!/usr/bin/env bash
# In hyparquet a filter by one day lets every row through, and a sort stops at an empty byline.
#
# Packages: hyparquet 1.33.0, on a file written with hyparquet-writer 0.17.0.
# Guess: { day: value } keeps the rows equal to the value, for a Date as for a string or number, since that is short for $eq.
#   orderBy sorts a column, with nulls at one end.
# Seen: { day: new Date(…) } keeps all rows, those without a date too, also for a day that no row has; $not of it keeps none. (A Date is
#   an object, so it is read as a set of operators, and has none.) $eq and $in with the same Date work. orderBy leaves Marlow, null, Ek
#   as they stand, since null counts as neither less nor more than a name; without the null, or with it at the end, they are sorted.
# Why it matters: “the stories of that day” are all stories, which nobody notices in a small file.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet@1.33.0 hyparquet-writer@0.17.0

cat >check.mjs <<'EOF'
import assert from 'node:assert/strict';
import { asyncBufferFromFile, parquetQuery, parquetReadObjects } from 'hyparquet';
import { parquetWriteFile } from 'hyparquet-writer';

async function write(columnData) {
  await parquetWriteFile({ filename: 'a.parquet', columnData });
  return asyncBufferFromFile('a.parquet');
}
const first = new Date('2026-03-01');
const file = await write([
  { name: 'id', data: [1, 2, 3] },
  { name: 'who', data: ['Marlow', 'Ek', 'Marlow'] },
  { name: 'day', data: [first, null, new Date('2026-03-02')] },
]);
const filters = [
  [{ who: 'Ek' }, [2]],
  [{ day: { $eq: first } }, [1]],
  [{ day: { $in: [first] } }, [1]],
  [{ day: first }, [1, 2, 3]],
  [{ day: new Date('1999-01-01') }, [1, 2, 3]],
  [{ day: { $not: first } }, []],
];
for (const [filter, want] of filters) {
  const ids = (await parquetReadObjects({ file, filter })).map((row) => row.id);
  console.log('filter', JSON.stringify(filter), ' -> ', JSON.stringify(ids));
  assert.deepEqual(ids, want, 'changed');
}
const orders = [
  [['Marlow', 'Ek'], ['Ek', 'Marlow']],
  [['Marlow', 'Ek', null], ['Ek', 'Marlow', null]],
  [['Marlow', null, 'Ek'], ['Marlow', null, 'Ek']],
];
for (const [data, want] of orders) {
  const sorted = (await parquetQuery({ file: await write([{ name: 'who', data }]), orderBy: 'who' })).map((row) => row.who);
  console.log('orderBy', JSON.stringify(data), ' -> ', JSON.stringify(sorted));
  assert.deepEqual(sorted, want, 'changed');
}
EOF
node check.mjs
