/**
 * Whether a text that is to be read as plain text is markup or JSON.
 * @module
 */
import { startsAsJson } from '../text/json.ts';
import type { Mode } from './words.ts';

/** UTF-16 units that are looked at. */
const MOST = 50_000;
/** So many tags are no accident; a story about HTML may well name one or two. */
const FEWEST_TAGS = 3;

const TAG = /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,500})?\/?>/gi;

/** What ninjs has its text in, in version 1 and in later ones. */
const NINJS = /"(?:body_(?:x?html|text)|bodies)"\s*:/;

/** What a text looks like, if not like plain text: how it should be read then, `json` if in no way, or null. */
export function looksLike(text: string): Mode | 'json' | null {
  const start = text.slice(0, MOST).trimStart();
  if (startsAsJson(start)) return NINJS.test(start) ? 'ninjs' : 'json';
  if (/^<!doctype html|^<html\b/i.test(start)) return 'html';
  if (/^<\?xml\b|^<(?:rss|feed|nitf|newsMessage|newsItem)\b/.test(start)) {
    return /<html\b/i.test(start) ? 'html' : 'xml';
  }
  return (start.match(TAG)?.length ?? 0) >= FEWEST_TAGS ? 'html' : null;
}
