/**
 * What stands in front of the root of an XML document. Its document type may define entities: all of it is passed over.
 * @module
 */
import { NewsError } from './error.ts';

/** Where the prolog ends. @throws {NewsError} where something in it does not end */
export function prologEnd(source: string): number {
  let at = source.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    while (/\s/.test(source.charAt(at))) at++;
    if (source.startsWith('<?', at)) at = behind(source, '?>', at);
    else if (source.startsWith('<!--', at)) at = behind(source, '-->', at);
    else if (source.startsWith('<!DOCTYPE', at)) at = doctypeEnd(source, at);
    else return at;
  }
}

function behind(source: string, end: string, from: number): number {
  const at = source.indexOf(end, from);
  if (at < 0) throw NewsError.malformed('what starts here does not end', source, from);
  return at + end.length;
}

/** Behind a document type: it may quote strings, and hold declarations and comments in brackets. */
function doctypeEnd(source: string, start: number): number {
  let isInside = false;
  // Each step goes on behind what it has read.
  for (let at = start + 9; at < source.length;) {
    const sign = source.charAt(at);
    if (sign === '"' || sign === "'") at = behind(source, sign, at + 1);
    else if (isInside && source.startsWith('<!--', at)) at = behind(source, '-->', at);
    else if (isInside && source.startsWith('<?', at)) at = behind(source, '?>', at);
    else if (sign === '>' && !isInside) return at + 1;
    else {
      if (sign === '[') isInside = true;
      else if (sign === ']') isInside = false;
      at++;
    }
  }
  throw NewsError.malformed('the document type does not end', source, start);
}
