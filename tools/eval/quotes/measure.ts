/**
 * Quotes and their sources. A match is half the words in common, one to one.
 *
 * Direct and mixed quotes are the headline: annotators agree on them. On indirect ones they agree so badly that only
 * recall over cues of speech, and precision, are worth reading. The measures follow the shared practice for attribution
 * relations: Pareti, Annotation and Extraction of Attribution Relations (2015), and Newell et al., An Attribution
 * Relations Corpus for Political News (LREC 2018), with partial instead of exact spans.
 * @module
 */
import type { QuoteDocument } from '../gold.ts';
import type { Measure } from '../measure.ts';
import { addUp, percent, prf } from '../statistics.ts';
import { quoteDetails } from './details.ts';
import { COUNTS, tallyQuotes, type QuoteTally } from './tally.ts';

export const quoteMeasure: Measure<QuoteDocument, QuoteTally> = {
  tally: tallyQuotes,
  figures: quoteFigures,
  details: quoteDetails,
};

function quoteFigures(tallies: readonly QuoteTally[]) {
  const n = addUp(
    COUNTS,
    tallies.map((tally) => tally.counts),
  );
  return {
    documents: tallies.length,
    gold: { direct: n.direct, mixed: n.mixed, indirect: n.indirect },
    predicted: n.toldAll,
    typesThatFitTheMarks: percent(n.typeFits, n.toldAll),
    directMixed: {
      found: prf(n.foundMarked, n.toldMarked, n.marked),
      endToEnd: prf(n.rightMarked, n.toldMarked, n.marked),
      exact: prf(n.exactMarked, n.toldMarked, n.marked),
    },
    directRecall: percent(n.foundDirect, n.direct),
    speechCueRecall: {
      indirect: percent(n.foundSpeech, n.speech),
      endToEnd: percent(n.rightSpeech, n.speech),
    },
    indirectPrecision: percent(n.foundIndirect, n.toldIndirect),
    everything: {
      found: prf(n.foundAll, n.toldAll, n.all),
      endToEnd: prf(n.rightAll, n.toldAll, n.all),
      exact: prf(n.exactAll, n.toldAll, n.all),
    },
    sourceOfFound: percent(n.sourceRight, n.sourced),
    cueOfFound: percent(n.cueRight, n.cued),
    scareQuotesTaken: { n: n.scare, percent: percent(n.scareTaken, n.scare) },
  };
}
