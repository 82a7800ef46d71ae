/**
 * What a site's rules change on a page.
 * @module
 */
import { readPage as readHtmlPage } from '../../src/analyze.ts';
import type { HtmlPage } from '../../src/html/reader.ts';
import type { Hits } from '../../src/rules/match/trie.ts';
import { siteOf, type Site } from '../../src/rules/publishers.ts';
import type { Rules } from '../../src/rules/rules.ts';
import type { Segment, TextSpan } from '../../src/schema/types.ts';
import { readPage } from '../../src/segments/features/page.ts';
import { modelOf } from '../../src/segments/model/model.ts';
import { segmentDocument } from '../../src/segments/segment.ts';
import type { Document } from '../../src/text/document.ts';
import { parseText } from '../../src/stages.ts';

/** A stretch of text that is of another kind with the rules than without (UTF-16, half-open). */
export interface Change extends TextSpan {
  readonly before: string;
  readonly after: string;
  /** Ids of the rules that find something in it. */
  readonly rules: readonly string[];
}

/** A place where a rule finds something. */
interface Finding {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface Difference {
  /** Of the page's text, in UTF-16 units. */
  readonly length: number;
  readonly changes: readonly Change[];
  /** Ids of the rules that find something, once for every place. */
  readonly findings: readonly string[];
}

/** Compares a page of a site without and with the site's rules. */
export function difference(
  page: { readonly text: string; readonly isHtml: boolean },
  rules: Rules,
  url: string,
): Difference {
  const site = siteOf(rules, url);
  const html = page.isHtml ? readHtmlPage(page.text, rules, undefined, url) : null;
  const text = html?.text ?? page.text;
  const { doc, hits } = parseText(text, rules);
  const segmentsWith = (known: Site | undefined): readonly Segment[] =>
    segmentDocument(doc, rules, hits, { explain: false, site: known, html }).segments;
  const findings = site && doc.lines.length > 0 ? findingsOf(doc, rules, hits, site, html) : [];
  return {
    length: text.length,
    changes: changesOf(text, segmentsWith(undefined), segmentsWith(site)).map((change) => ({
      ...change,
      rules: [...new Set(findings.filter((own) => own.start < change.end && own.end > change.start).map(({ rule }) => rule))],
    })),
    findings: findings.map(({ rule }) => rule),
  };
}

function findingsOf(
  doc: Document,
  rules: Rules,
  hits: Hits,
  site: Site,
  html: HtmlPage | null,
): readonly Finding[] {
  const { units, hits: found } = readPage(doc, rules, modelOf(rules).facts, hits, { site, html });
  return Array.from({ length: units.count }, (_, u) => {
    const own = [...found.rule.subarray(found.at[u], found.at[u + 1])].filter((rule) => rule >= site.from && rule < site.to);
    const place = { start: units.start[u] as number, end: units.end[u] as number };
    return own.map((rule) => ({ rule: rules.segmentRules[rule]?.id as string, ...place }));
  }).flat();
}

/** The stretches, as long as they may be, whose kind differs. */
function changesOf(
  text: string,
  before: readonly Segment[],
  after: readonly Segment[],
): readonly Omit<Change, 'rules'>[] {
  const changes: Omit<Change, 'rules'>[] = [];
  for (let b = 0, a = 0, start = 0; b < before.length && a < after.length; ) {
    const old = before[b] as Segment;
    const now = after[a] as Segment;
    const end = Math.min(old.end, now.end);
    const kinds = { before: `${old.label}/${old.kind}`, after: `${now.label}/${now.kind}` };
    const last = changes.at(-1);
    const goesOn = last?.end === start && last.before === kinds.before && last.after === kinds.after;
    const from = goesOn ? last.start : start;
    if (goesOn) changes.pop();
    if (kinds.before !== kinds.after) changes.push({ start: from, end, text: text.slice(from, end), ...kinds });
    if (old.end === end) b++;
    if (now.end === end) a++;
    start = end;
  }
  return changes;
}
