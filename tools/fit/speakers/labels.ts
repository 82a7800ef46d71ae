/**
 * The project's own labels of who speaks. `speakers.jsonl` does not hold the articles, only where the names stand in them.
 * @module
 */
import {
  readJsonLines,
  type GoldQuote,
  type GoldSpeech,
  type Pair,
  type QuoteDocument,
  type SpeakerDocument,
} from '../../eval/gold.ts';
import { hashOfText } from '../labels.ts';

interface OwnSpeakers {
  readonly id: string;
  /** {@link hashOfText} of the article. */
  readonly sha256: string;
  readonly speakers: readonly OwnSpeaker[];
}

interface OwnSpeaker {
  /** Id of the quote in the article's gold. */
  readonly quote: string | number;
  readonly type: 'person' | 'organization' | 'group' | 'unknown';
  readonly mention: GoldSpeech['mention'];
  /** UTF-16, half-open: the fullest name in the text, and other right answers. */
  readonly name: Pair;
  readonly accept?: readonly Pair[];
}

type WithIds = Omit<QuoteDocument, 'quotes'> & {
  readonly quotes: readonly (GoldQuote & { readonly id: string | number })[];
};

/** The articles of a file of quotes whose speakers are labelled, with those quotes alone. */
export function readSpeakers(path: string, articles: string): readonly SpeakerDocument[] {
  const labels = new Map(readJsonLines<OwnSpeakers>(path).map((own) => [keyOf(own), own.speakers]));
  return readJsonLines<WithIds>(articles).flatMap((doc) => {
    const speakers = labels.get(keyOf({ id: doc.id, sha256: hashOfText(doc.text) }));
    return speakers ? [{ ...doc, quotes: speakers.map((own) => speechOf(doc, own)) }] : [];
  });
}

const keyOf = ({ id, sha256 }: Pick<OwnSpeakers, 'id' | 'sha256'>): string => `${id} ${sha256}`;

function speechOf(doc: WithIds, { quote, mention, name, accept = [] }: OwnSpeaker): GoldSpeech {
  const gold = doc.quotes.find(({ id }) => id === quote);
  if (!gold) throw new Error(`${doc.id} has no quote ${quote}`);
  const textOf = ([start, end]: Pair): string => doc.text.slice(start, end);
  return { ...gold, mention, speaker: { name: textOf(name), accept: accept.map(textOf) } };
}
