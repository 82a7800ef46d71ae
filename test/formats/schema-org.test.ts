import type { Article, Organization, Person, Quotation } from 'schema-dts';
import { expect, expectTypeOf, test } from 'vitest';
import { contents, PAGE, quotes, rendered } from './ground.ts';
import { objects, triplesOf } from './json-ld.ts';

const SCHEMA = 'http://schema.org/';
const URL = 'https://example.com/bridge';

test('is a graph of quotations, whoever says them and the article they are part of', async () => {
  const triples = await triplesOf(rendered('schema-org', PAGE, { url: URL }));
  const types = objects(triples, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
  expect(types.filter((type) => type === `${SCHEMA}Quotation`)).toHaveLength(quotes.length);
  expect(types.filter((type) => type === `${SCHEMA}Article`)).toHaveLength(1);
  expect(objects(triples, `${SCHEMA}text`)).toContain(
    '“We found cracks in <two> of the main beams & more,” “Nobody should drive over that.”',
  );
  expect(objects(triples, `${SCHEMA}text`).join(' ')).toBe(
    contents.map(({ text }) => text).join(' '),
  );
  expect(objects(triples, `${SCHEMA}headline`)).toEqual(['Harbour bridge to stay shut until May']);
  expect(objects(triples, `${SCHEMA}url`)).toEqual([URL]);
  // One node for all that she says.
  const [marlow] = triples.filter(({ object }) => object === 'Ines Marlow');
  const hers = triples.filter(({ object }) => object === marlow?.subject);
  expect(hers.filter(({ predicate }) => predicate === `${SCHEMA}creator`)).toHaveLength(2);
  expect(hers.filter(({ predicate }) => predicate === `${SCHEMA}spokenByCharacter`)).toHaveLength(
    2,
  );
  expect(objects(triples, `${SCHEMA}jobTitle`)).toEqual(['chief engineer']);
});

/** What is written, as the vocabulary's published types have it: the compiler refuses a property or type it lacks. */
interface Written {
  readonly quotation: {
    '@id': string;
    '@type': 'Quotation';
    text: string;
    inLanguage: string;
    creator: { '@id': string };
    spokenByCharacter: { '@id': string; '@type': 'Person'; name: string; jobTitle: string };
    isPartOf: { '@id': string };
  };
  readonly organization: { '@type': 'Organization'; name: string; description: string };
  readonly article: { '@type': 'Article'; headline: string; inLanguage: string; url: string };
}

test('has the properties that the vocabulary has, and only these', () => {
  expectTypeOf<Written['quotation']>().toExtend<Quotation>();
  expectTypeOf<Written['quotation']['spokenByCharacter']>().toExtend<Person>();
  expectTypeOf<Written['organization']>().toExtend<Organization>();
  expectTypeOf<Written['article']>().toExtend<Article>();
  const graph = (
    JSON.parse(rendered('schema-org', PAGE, { url: URL })) as {
      '@graph': Record<string, unknown>[];
    }
  )['@graph'];
  const known: Record<string, readonly string[]> = {
    Article: ['@id', '@type', 'headline', 'inLanguage', 'url'],
    Quotation: ['@id', '@type', 'text', 'inLanguage', 'creator', 'spokenByCharacter', 'isPartOf'],
  };
  for (const node of graph) {
    expect(known[String(node['@type'])]).toEqual(expect.arrayContaining(Object.keys(node)));
  }
});

test('a text without anything is an empty graph', async () => {
  expect(JSON.parse(rendered('schema-org', ''))).toEqual({
    '@context': 'https://schema.org',
    '@graph': [],
  });
});
