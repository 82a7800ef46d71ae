/**
 * `schema-org`: quotes as https://schema.org/Quotation in JSON-LD, with the articles that they are part of.
 * @module
 */
import type { Analysis, Article, Quote, Speaker } from '../schema/types.ts';
import { scriptSafeJson } from './script-safe.ts';
import type { FormatInput } from './types.ts';

export function writeSchemaOrg({ analysis, url }: FormatInput): string {
  const speakers = new Map((analysis.speakers ?? []).map((speaker) => [speaker.id, speaker]));
  return scriptSafeJson({
    '@context': 'https://schema.org',
    '@graph': [
      ...(analysis.articles ?? []).map((article) => articleNode(analysis, article, url)),
      ...(analysis.quotes ?? []).map((quote) =>
        quotation(analysis, quote, speakers.get(quote.speaker ?? '')),
      ),
    ],
  });
}

/** Blank nodes: nobody knows better IRIs for what the text speaks of. */
const node = (id: string): { readonly '@id': string } => ({ '@id': `_:${id}` });

function articleNode({ language }: Analysis, { id, headline }: Article, url: string | undefined) {
  return {
    ...node(id),
    '@type': 'Article',
    ...(headline ? { headline: headline.text.trim() } : {}),
    inLanguage: language,
    ...(url === undefined ? {} : { url }),
  };
}

/** Parts of a quote are joined with a space; the marks stay, since they tell what is verbatim. */
function quotation({ language }: Analysis, quote: Quote, speaker: Speaker | undefined) {
  return {
    ...node(quote.id),
    '@type': 'Quotation',
    text: quote.content.map(({ text }) => text).join(' '),
    inLanguage: language,
    ...(speaker === undefined
      ? {}
      : { creator: node(speaker.id), spokenByCharacter: speakerNode(speaker) }),
    ...(quote.article === null ? {} : { isPartOf: node(quote.article) }),
  };
}

/** The vocabulary knows persons and organizations; whoever is no organization and no group is taken for a person. */
function speakerNode({ id, name, type, role }: Speaker) {
  const person = type === 'person' || type === 'unknown';
  return {
    ...node(id),
    '@type': person ? 'Person' : 'Organization',
    name,
    ...(role === undefined ? {} : person ? { jobTitle: role } : { description: role }),
  };
}
