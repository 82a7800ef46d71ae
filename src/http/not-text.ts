/**
 * Data sent as text: its words stand among names of fields and marks of syntax, and an answer about them would be of no use.
 * @module
 */
import { looksLikeXml } from '../news/read.ts';
import { Problem } from './problems.ts';

const XML =
  'The text is XML. Send NITF, NewsML-G2, RSS and Atom as application/xml, or in JSON as xml; a page as text/html.';
const JSON_DATA =
  'The text is JSON. If it is a request, send it as application/json. If it is ninjs, send it as application/vnd.iptc.ninjs+json, or in a request as ninjs. Of any other JSON, send only the text in it.';

/** Throws 422 for a text that begins as XML does, or is JSON with fields as a whole. */
export function refuseData(text: string): void {
  if (looksLikeXml(text)) throw new Problem('invalid-request', XML);
  if (isJson(text)) throw new Problem('invalid-request', JSON_DATA);
}

/** Whether it is an object, or a list of objects: `[1]` and `{}` may be found in prose. */
function isJson(text: string): boolean {
  const json = text.replace(/^\uFEFF/, '').trim();
  if (!/^(?:\{\s*"|\[\s*\{\s*")/.test(json.slice(0, 1024)) || !/[}\]]$/.test(json.slice(-1)))
    return false;
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
