/**
 * What a page says of its story in JSON-LD (schema.org).
 * @module
 */
import { valueOf, type Told } from './told.ts';

type Node = Readonly<Record<string, unknown>>;

/** Articles of some kind: `NewsArticle`, `BlogPosting`, `LiveBlogPosting`, … */
const STORY = /(?:Article|BlogPosting)$/;
/** Nodes looked at: graphs of whole sites have some hundreds. */
const MOST_NODES = 2000;
const MOST_DEPTH = 8;

/** The story that some blocks of JSON-LD describe; nothing where they are broken, or describe several. */
export function storyInJsonLd(blocks: readonly string[]): Told {
  const nodes: Node[] = [];
  for (const block of blocks) collect(parsed(block), nodes, 0);
  const whole = nodes.filter((node) => !isReference(node));
  const ids = new Map(whole.map((node) => [node['@id'], node] as const));
  const stories = nodes
    .filter((node) => list(node['@type']).some((type) => STORY.test(String(type))))
    .filter((node) => node['headline'] !== undefined || node['datePublished'] !== undefined);
  const titles = new Set(stories.map((node) => valueOf(node['headline'] ?? node['name'])));
  const [story] = stories;
  if (!story || titles.size > 1) return {};
  const known = (value: unknown): unknown =>
    isNode(value) && isReference(value) ? (ids.get(value['@id']) ?? value) : value;
  const authors = list(story['author']).flatMap((author) => personIn(known(author)));
  const [publisher] = list(story['publisher']).map(known);
  const sections = list(story['articleSection']);
  return {
    title: valueOf(story['headline']),
    authors: authors.length > 0 ? authors : undefined,
    published: valueOf(story['datePublished']),
    updated: valueOf(story['dateModified']),
    site: isNode(publisher) ? valueOf(publisher['name']) : undefined,
    section: sections.length === 1 ? valueOf(sections[0]) : undefined,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

/** All objects in a value, those inside of others included. */
function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > MOST_DEPTH || nodes.length > MOST_NODES) return;
  if (Array.isArray(value)) for (const one of value) collect(one, nodes, depth + 1);
  else if (isNode(value)) {
    nodes.push(value);
    for (const one of Object.values(value))
      if (typeof one === 'object') collect(one, nodes, depth + 1);
  }
}

/** The name of an author, if that is a person. */
function personIn(author: unknown): readonly string[] {
  if (!isNode(author)) return list(valueOf(author)) as string[];
  const types = list(author['@type']);
  if (types.length > 0 && !types.includes('Person')) return [];
  return list(author['name']).flatMap((name) => valueOf(name) ?? []);
}

/** Whether it only names a node that stands elsewhere. */
function isReference(node: Node): boolean {
  return node['@id'] !== undefined && Object.keys(node).length === 1;
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
