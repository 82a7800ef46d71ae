/**
 * What rules change on a page.
 * @module
 */
import { readPage as readHtmlPage } from '../../src/analyze.ts';
import { siteOf } from '../../src/rules/publishers.ts';
import type { Rules } from '../../src/rules/rules.ts';
import type { Segment, TextSpan } from '../../src/schema/types.ts';
import { readPage, type PageFacts } from '../../src/segments/features/page.ts';
import { modelOf } from '../../src/segments/model/model.ts';
import { segmentDocument } from '../../src/segments/segment.ts';
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

/** A page of any sort. */
export interface PageText {
  readonly text: string;
  readonly isHtml: boolean;
}

/** Compares a page of a site without and with the site's rules. */
export function difference(page: PageText, rules: Rules, url: string): Difference {
  const site = siteOf(rules, url);
  const html = page.isHtml ? readHtmlPage(page.text, rules, undefined, url) : null;
  const text = html?.text ?? page.text;
  const without = segmentsOf(text, rules, { html });
  const number = (rule: number): boolean => site !== undefined && rule >= site.from && rule < site.to;
  const findings = site ? findingsOf(text, rules, { site, html }, number) : [];
  return differenceOf(text, without, segmentsOf(text, rules, { site, html }), findings);
}

/**
 * Compares what two sets of rules make of a page.
 * @param ids of rules whose findings are told, those of the second set
 */
export function differenceBetween(page: PageText, before: Rules, after: Rules, ids: ReadonlySet<string>): Difference {
  const htmlBy = (rules: Rules) => (page.isHtml ? readHtmlPage(page.text, rules) : null);
  const html = htmlBy(after);
  const text = html?.text ?? page.text;
  const isAsked = (rule: number): boolean => ids.has(after.segmentRules[rule]?.id ?? '');
  return differenceOf(
    text,
    segmentsOf(text, before, { html: htmlBy(before) }),
    segmentsOf(text, after, { html }),
    findingsOf(text, after, { html }, isAsked),
  );
}

function segmentsOf(text: string, rules: Rules, facts: PageFacts): readonly Segment[] {
  const { doc, hits } = parseText(text, rules);
  return segmentDocument(doc, rules, hits, { explain: false, ...facts }).segments;
}

function differenceOf(text: string, before: readonly Segment[], after: readonly Segment[], findings: readonly Finding[]): Difference {
  return {
    length: text.length,
    changes: changesOf(text, before, after).map((change) => ({
      ...change,
      rules: [...new Set(findings.filter((own) => own.start < change.end && own.end > change.start).map(({ rule }) => rule))],
    })),
    findings: findings.map(({ rule }) => rule),
  };
}

function findingsOf(text: string, rules: Rules, facts: PageFacts, isAsked: (rule: number) => boolean): readonly Finding[] {
  const { doc, hits } = parseText(text, rules);
  if (doc.lines.length === 0) return [];
  const { units, hits: found } = readPage(doc, rules, modelOf(rules).facts, hits, facts);
  return Array.from({ length: units.count }, (_, u) => {
    const own = [...found.rule.subarray(found.at[u], found.at[u + 1])].filter(isAsked);
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
