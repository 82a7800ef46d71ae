/**
 * Quotes and their sources. A quote is found if it has half its words in common with gold, one to one.
 *
 * Direct and mixed quotes are the headline figure, because annotators agree on them. They agree so little on indirect ones
 * that only recall over verbs of speech, and precision, are worth reading. The measures follow the shared practice for attribution
 * relations: Pareti, Annotation and Extraction of Attribution Relations (2015), and Newell et al., An Attribution
 * Relations Corpus for Political News (LREC 2018), with partial instead of exact spans.
 * @module
 */
import type { QuoteDocument } from '../gold.ts';
import type { Measure } from '../measure.ts';
import { addUp, percent, prf, type Figures } from '../statistics.ts';
import { quoteDetails, worstQuotes } from './details.ts';
import { COUNTS, tallyQuotes, type QuoteCounts, type QuoteTally } from './tally.ts';

export const quoteMeasure: Measure<QuoteDocument, QuoteTally> = {
  tally: tallyQuotes,
  figures: quoteFigures,
  details: quoteDetails,
  worst: worstQuotes,
};

function quoteFigures(tallies: readonly QuoteTally[]): Figures {
  const n = addUp(
    COUNTS,
    tallies.map((tally) => tally.counts),
  );
  return tallies.every(({ isComplete }) => isComplete)
    ? allFigures(tallies.length, n)
    : recallFigures(tallies.length, n);
}

/** Gold that lacks some of the quotes says nothing about precision. The paths are those of all figures. */
function recallFigures(documents: number, n: QuoteCounts): Figures {
  return {
    documents,
    gold: { direct: n.direct, mixed: n.mixed, indirect: n.indirect },
    directMixed: { found: { r: percent(n.foundMarked, n.marked) } },
    directRecall: percent(n.foundDirect, n.direct),
    speechCueRecall: { indirect: percent(n.foundSpeech, n.speech) },
    everything: { found: { r: percent(n.foundAll, n.all) } },
    sourceOfFound: percent(n.sourceRight, n.sourced),
  };
}

function allFigures(documents: number, n: QuoteCounts): Figures {
  return {
    documents,
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
