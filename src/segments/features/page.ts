/**
 * A page as the features see it: units with everything measured on them.
 * @module
 */
import type { Fields } from '../../html/fields.ts';
import type { Marks } from '../../html/marks.ts';
import type { HtmlPage } from '../../html/reader.ts';
import { LABELLED_KINDS, LABELS } from '../../labels.ts';
import { activeRules, isFitted } from '../../rules/active.ts';
import { guessLanguage } from '../../rules/language.ts';
import { withSiteHits } from '../../rules/match/publisher-phrases.ts';
import { segmentHits } from '../../rules/match/segment-rules.ts';
import type { Hits } from '../../rules/match/trie.ts';
import type { Site } from '../../rules/publishers.ts';
import type { Rules } from '../../rules/rules.ts';
import type { Document } from '../../text/document.ts';
import { fieldsOfUnits, type UnitFields } from '../fields.ts';
import { LABEL_OF_KIND } from '../kinds.ts';
import { cutUnits, SAME_LINE, type Units } from '../units/units.ts';
import { setApart } from './deciding.ts';
import { findParts } from './parts/parts.ts';
import type { ListCounts } from './parts/stamps.ts';
import { findPeriodicity, type Periodicity } from './periodicity.ts';
import { findMainBlock, isProse, sharedWords, type MainBlock } from './prose.ts';
import { talkOf, voicesOf } from './records/findings.ts';
import { findRecords, type Records } from './records/records.ts';
import { mayBeThread } from './records/thread-score.ts';
import { findRepeats, type Repeats } from './repeats.ts';
import { countLexicons, findInUnits, type RuleFacts, type UnitHits } from './rule-hits.ts';
import { findScripts } from './scripts.ts';
import { FIRSTS, LASTS, measureShapes, type Shapes } from './shape.ts';

export interface Page {
  readonly doc: Document;
  readonly units: Units;
  readonly facts: RuleFacts;
  readonly hits: UnitHits;
  /** Whether the page is in a language that the model has seen. */
  readonly fitted: boolean;
  readonly lexicons: Uint8Array;
  readonly shapes: Shapes;
  readonly repeats: Repeats;
  readonly records: Records;
  /** Not 0 where a transcript is: index into SCRIPT_ROLES + 1. */
  readonly scripts: Uint8Array;
  /** What each unit is by its place among others: bits in the order of PARTS. */
  readonly parts: Uint32Array;
  readonly main: MainBlock;
  readonly shared: Uint8Array;
  /** 1 where a unit is prose. */
  readonly prose: Uint8Array;
  /** Kind number + 1 of the strongest rule that fires in a unit, 0 where none does. */
  readonly lead: Uint8Array;
  /** Its strength: index into STRENGTHS. */
  readonly leadStrength: Uint8Array;
  /** The last header at or above each unit (a short line that a rule knows): kind number + 1, and how many units back. */
  readonly header: Uint8Array;
  readonly headerAt: Int32Array;
  /** Units since the last, and until the next, strong finding of each label: `since[u * labels + l]`; 0 where there is none. */
  readonly since: Int32Array;
  readonly until: Int32Array;
  /** 1 for prose between an invitation to comment, below a story, and the next sign of comments. */
  readonly invited: Uint8Array;
  readonly periodicity: Periodicity;
  /** The page as it came, if that was as HTML. */
  readonly html: HtmlPage | null;
  /** Its fields, if it came as a news document. */
  readonly fields: UnitFields | null;
}

/** What is known of a page besides its text. */
export interface PageFacts {
  /** Primary subtag; guessed where it is not known. */
  readonly language?: string | undefined;
  /** The publisher's site, if it has rules of its own. */
  readonly site?: Site | undefined;
  /** The page that the document is the text of, if it came as HTML. */
  readonly html?: HtmlPage | null;
  /** Its fields, if they are known and it came as text. */
  readonly fields?: Fields | null;
}

export function readPage(
  doc: Document,
  rules: Rules,
  facts: RuleFacts,
  hits: Hits,
  { language, site, html = null, fields = html?.fields ?? null }: PageFacts = {},
): Page {
  const known = language ?? guessWhole(doc, rules, hits);
  const active = activeRules(rules, known, site);
  const common = segmentHits(rules, hits, active);
  const found = site ? withSiteHits(common, rules, doc, site) : common;
  const marks = marksOf(html, site);
  const cut = cutUnits(doc, rules, found, marks?.start ?? fields?.start);
  const unitHits = findInUnits(rules, doc, found, cut, marks);
  const units = setApart(cut, unitHits.decided);
  const shapes = measureShapes(doc, units);
  const leads = withoutSpeakers(findLeads(unitHits, facts, shapes), units, shapes);
  const main = findMainBlock(shapes, unitHits, facts);
  const prose = new Uint8Array(units.count);
  for (let u = 0; u < units.count; u++) if (isProse(shapes, u)) prose[u] = 1;
  const fitted = isFitted(rules, known);
  const talk = talkOf(shapes);
  const voices = voicesOf(leads, talk);
  const scripts = findScripts({ doc, units, shapes, talk, voices });
  const repeats = findRepeats(doc, units, shapes);
  const distances = findDistances(leads);
  const lexicons = countLexicons(facts, hits, units, active);
  const records = findRecords(doc, units, {
    shapes,
    prose,
    ...leads,
    fitted,
    times: repeats.times,
    talk,
    voices,
    scripts,
  });
  const parts = findParts(
    doc,
    { units, shapes, prose, ...leads, times: repeats.times },
    { bylines: rules.bylines, language: known, ...countersOf(facts, lexicons) },
    inThreads(records),
  );
  return {
    doc,
    units,
    facts,
    hits: unitHits,
    fitted,
    lexicons,
    shapes,
    repeats,
    records,
    scripts,
    parts,
    main,
    shared: sharedWords(doc, units, main),
    prose,
    ...leads,
    ...distances,
    invited: findInvited(leads, prose, distances.until),
    periodicity: findPeriodicity(units, shapes, prose),
    html,
    fields: fields ? fieldsOfUnits(fields, units) : null,
  };
}

/** 1 where a unit stands in a list that may be a thread, but for its first record: that may be the story itself, with its author and date. */
function inThreads({ list, lists, ordinal }: Records): Uint8Array {
  const may = lists.map(mayBeThread);
  return Uint8Array.from(list, (number, u) =>
    number > 0 && may[number - 1] && (ordinal[u] as number) > 1 ? 1 : 0,
  );
}

/** How many words of a unit stand in the lists that stamps are read with. */
function countersOf({ lexicons }: RuleFacts, counts: Uint8Array): ListCounts {
  const counter = (list: string): ((u: number) => number) => {
    const number = lexicons.indexOf(list);
    return (u) => (number < 0 ? 0 : (counts[u * lexicons.length + number] as number));
  };
  return { particles: counter('name-particle'), weekdays: counter('weekday') };
}

/** The marks of a page that was read for this site. */
function marksOf(html: HtmlPage | null, site: Site | undefined): Marks | null {
  const marks = html?.marks;
  const [rule = -1] = marks?.rules ?? [];
  return marks && site && rule >= site.from && rule < site.to ? marks : null;
}

function guessWhole(doc: Document, rules: Rules, hits: Hits): string {
  return guessLanguage(doc.text, rules, doc.words, hits, [{ start: 0, end: doc.text.length }]);
}

const HEADER_WORDS = 8;

function findLeads(hits: UnitHits, facts: RuleFacts, shapes: Shapes): Leads {
  const n = shapes.words.length;
  const lead = new Uint8Array(n);
  const leadStrength = new Uint8Array(n);
  const header = new Uint8Array(n);
  const headerAt = new Int32Array(n).fill(-1);
  let last = 0;
  let at = -1;
  for (let u = 0; u < n; u++) {
    for (let i = hits.at[u] as number; i < (hits.at[u + 1] as number); i++) {
      const rule = hits.rule[i] as number;
      const strength = facts.strength[rule] as number;
      if (lead[u] !== 0 && strength <= (leadStrength[u] as number)) continue;
      lead[u] = (facts.kind[rule] as number) + 1;
      leadStrength[u] = strength;
    }
    const tiles = hits.tiles[u] as number;
    if (tiles > 0 && (leadStrength[u] as number) < TILES) {
      lead[u] = tiles;
      leadStrength[u] = TILES;
    }
    header[u] = last;
    headerAt[u] = at;
    if (
      lead[u] !== 0 &&
      (shapes.words[u] as number) <= HEADER_WORDS &&
      LABEL_OF_KIND[(lead[u] as number) - 1] !== 0
    ) {
      last = lead[u] as number;
      at = u;
    }
  }
  return { lead, leadStrength, header, headerAt };
}

type Leads = Pick<Page, 'lead' | 'leadStrength' | 'header' | 'headerAt'>;

/**
 * The leads without what a story says of its speakers: “…?” Reed said. ends a paragraph, and "Reed says:" above words in marks announces them. A name
 * above a comment has a line to itself, and readers' words have no marks around them.
 */
function withoutSpeakers(leads: Leads, { gap }: Units, { first, last, words }: Shapes): Leads {
  const isTag = (u: number): boolean => gap[u] === SAME_LINE && last[u] === STOP;
  const isAnnouncement = (u: number): boolean =>
    last[u] === COLON && first[u + 1] === MARK && (words[u + 1] ?? 0) > 0;
  const isSpeaker = (kind: number, u: number): boolean =>
    kind === META + 1 && (isTag(u) || isAnnouncement(u));
  if (!leads.lead.some(isSpeaker)) return leads;
  const lead = leads.lead.map((kind, u) => (isSpeaker(kind, u) ? 0 : kind));
  return { ...leads, lead, leadStrength: leads.leadStrength.map((s, u) => (lead[u] ? s : 0)) };
}

const META = LABELLED_KINDS.indexOf('comments/comment-meta');
const COLON = LASTS.indexOf('colon');
const STOP = LASTS.indexOf('stop');
const MARK = FIRSTS.indexOf('mark');

/** A line made of known lines is as good as a known line. */
const TILES = 3;
/** Rules of this strength and more count as strong findings. */
export const STRONG = 2;

function findDistances({
  lead,
  leadStrength,
}: Pick<Page, 'lead' | 'leadStrength'>): Pick<Page, 'since' | 'until'> {
  const n = lead.length;
  const width = LABELS.length;
  const since = new Int32Array(n * width);
  const until = new Int32Array(n * width);
  const at = new Int32Array(width).fill(-1);
  const mark = (u: number): void => {
    if (lead[u] !== 0 && (leadStrength[u] as number) >= STRONG)
      at[LABEL_OF_KIND[(lead[u] as number) - 1] as number] = u;
  };
  for (let u = 0; u < n; u++) {
    for (let l = 0; l < width; l++)
      if ((at[l] as number) >= 0) since[u * width + l] = u - (at[l] as number);
    mark(u);
  }
  at.fill(-1);
  for (let u = n - 1; u >= 0; u--) {
    for (let l = 0; l < width; l++)
      if ((at[l] as number) >= 0) until[u * width + l] = (at[l] as number) - u;
    mark(u);
  }
  return { since, until };
}

const COMMENTS = LABELS.indexOf('comments');
const FORM = LABELLED_KINDS.indexOf('comments/comment-form');
/** Above a story an invitation to comment is a link to the form below it. */
const LEAST_PROSE = 3;
/** Within so many units an invitation is answered. */
const NEAR = 8;

function findInvited(
  { lead, leadStrength }: Pick<Page, 'lead' | 'leadStrength'>,
  prose: Uint8Array,
  until: Int32Array,
): Uint8Array {
  const invited = new Uint8Array(prose.length);
  let above = 0;
  let invitation = -Infinity;
  for (let u = 0; u < prose.length; u++) {
    const ahead = until[u * LABELS.length + COMMENTS] as number;
    if (prose[u] && u - invitation <= NEAR && ahead > 0 && ahead <= NEAR) invited[u] = 1;
    above += prose[u] as number;
    const isForm = lead[u] === FORM + 1 && (leadStrength[u] as number) >= STRONG;
    if (isForm && above >= LEAST_PROSE) invitation = u;
  }
  return invited;
}
