/**
 * Tables: lines in a row with as many cells, which tabs part.
 * @module
 */
import type { Document } from '../../../text/document.ts';
import { SAME_LINE } from '../../units/units.ts';
import { isFree, type Measured } from './blocks.ts';

const TAB = 9;
const LEAST_ROWS = 2;
/** Units above a table in which its story may end: a heading or a label may stand between. */
const NEAR = 3;

/** Marks the units of tables of two rows and more which stand behind running text. `isLast` where none follows. */
export function findTables(
  { text }: Document,
  page: Measured,
  row: (u: number, isLast: boolean) => void,
): void {
  const { units, prose } = page;
  const lastProse = prose.lastIndexOf(1);
  let from = 0;
  let rows = 0;
  let cells = 0;
  const end = (to: number): void => {
    if (rows >= LEAST_ROWS && prose.subarray(Math.max(0, from - NEAR), from).includes(1))
      for (let v = from; v < to; v++) if (isFree(page, v)) row(v, v > lastProse);
    rows = 0;
  };
  for (let u = 0; u < units.count;) {
    let next = u + 1;
    while (next < units.count && units.gap[next] === SAME_LINE) next++;
    const tabs = tabsIn(text, units.start[u] as number, units.end[next - 1] as number);
    if (rows > 0 && tabs !== cells) end(u);
    if (tabs > 0) {
      if (rows === 0) from = u;
      rows++;
      cells = tabs;
    }
    u = next;
  }
  end(units.count);
}

function tabsIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === TAB) count++;
  return count;
}
