/**
 * A JSON-LD processor without a network.
 * @module
 */
import jsonld from 'jsonld';

/** The terms of the Web Annotation vocabulary (https://www.w3.org/TR/annotation-vocab/, appendix A) that we use. */
const ANNOTATION = {
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  id: '@id',
  type: '@type',
  Annotation: 'oa:Annotation',
  TextualBody: 'oa:TextualBody',
  SpecificResource: 'oa:SpecificResource',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  identifying: 'oa:identifying',
  tagging: 'oa:tagging',
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  source: { '@type': '@id', '@id': 'oa:hasSource' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  partOf: { '@type': '@id', '@id': 'as:partOf' },
  first: { '@type': '@id', '@id': 'as:first' },
  format: 'http://purl.org/dc/elements/1.1/format',
  language: 'http://purl.org/dc/elements/1.1/language',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  start: 'oa:start',
  end: 'oa:end',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  total: 'as:totalItems',
  startIndex: 'as:startIndex',
} as const;

/** The vocabulary's own context maps every term of it to its name; a few values are IRIs. */
const SCHEMA_ORG = { '@vocab': 'http://schema.org/', url: { '@type': '@id' } } as const;

const CONTEXTS: Readonly<Record<string, object>> = {
  'http://www.w3.org/ns/anno.jsonld': ANNOTATION,
  'https://schema.org': SCHEMA_ORG,
};

async function documentLoader(url: string) {
  const context = CONTEXTS[url];
  if (context === undefined) throw new Error(`no context for ${url}`);
  return { documentUrl: url, document: { '@context': context } };
}

export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/** All statements of a document, by what they say. Throws where something in it says nothing. */
export async function triplesOf(json: string): Promise<readonly Triple[]> {
  const document = JSON.parse(json) as jsonld.JsonLdDocument;
  // Safe mode fails on whatever a processor would drop in silence: unknown terms, relative IRIs.
  const quads = (await jsonld.toRDF(document, {
    documentLoader,
    safe: true,
  } as jsonld.Options.ToRdf)) as readonly Record<keyof Triple, { readonly value: string }>[];
  return quads.map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
  }));
}

/** The objects of all statements with this predicate. */
export function objects(triples: readonly Triple[], predicate: string): readonly string[] {
  return triples.filter((triple) => triple.predicate === predicate).map(({ object }) => object);
}
