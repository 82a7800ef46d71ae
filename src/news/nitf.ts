/**
 * NITF, the IPTC's News Industry Text Format: an article with its head in fields of its own.
 * @module
 */
import {
  blocksOf,
  itemOf,
  type Block,
  type Contents,
  type Item,
  type NewsDocument,
} from './item.ts';
import type { Told } from '../html/told.ts';
import { htmlOf, markupIn } from './markup.ts';
import { attributeOf, childOf, childrenOf, isElement, languageOf, plainIn } from './tree.ts';
import type { XmlElement } from './xml.ts';

export function readNitf(root: XmlElement): NewsDocument {
  const item = { blocks: itemOf(contentsOfNitf(root)), told: toldByNitf(root) };
  return { format: 'nitf', items: [item], language: languageOf(root) };
}

/** What its head says; the rest is in its fields. */
export function toldByNitf(root: XmlElement): Told {
  const head = childOf(root, 'head');
  const data = childOf(head, 'docdata');
  const issued = childOf(data, 'date.issue') ?? childOf(data, 'date.release');
  const published = childOf(head, 'pubdata');
  const bylines = childrenOf(childOf(childOf(root, 'body'), 'body.head'), 'byline');
  const people = bylines.flatMap((byline) => childrenOf(byline, 'person'));
  return {
    authors: (people.length > 0 ? people : bylines).flatMap((one) => plainIn(one) ?? []),
    published: issued && attributeOf(issued, 'norm'),
    site: published && attributeOf(published, 'name'),
    section: published && attributeOf(published, 'position.section'),
  };
}

/** The fields of `<nitf>`, also where it stands inside of another format. */
export function contentsOfNitf(root: XmlElement): Contents {
  const body = childOf(root, 'body');
  const head = childOf(body, 'body.head');
  const end = childOf(body, 'body.end');
  const headings = childrenOf(head, 'hedline');
  const hl1 = headings.flatMap((one) => childrenOf(one, 'hl1'));
  const titles = hl1.length > 0 ? hl1 : childrenOf(childOf(root, 'head'), 'title');
  const inside = (elements: readonly XmlElement[]): readonly string[] => elements.map(markupIn);
  return {
    headline: inside(titles.slice(0, 1)),
    standfirst: inside([
      ...titles.slice(1),
      ...headings.flatMap((one) => childrenOf(one, 'hl2')),
      ...childrenOf(head, 'abstract'),
    ]),
    byline: inside(childrenOf(head, 'byline')),
    dateline: inside(childrenOf(head, 'dateline')),
    body: childrenOf(body, 'body.content').flatMap(bodyOf),
    source: inside([...childrenOf(head, 'distributor'), ...childrenOf(end, 'tagline')]),
    copyright: inside(childrenOf(head, 'rights')),
    note: inside([...childrenOf(head, 'note'), ...childrenOf(end, 'bibliography')]),
  };
}

/** A body, cut where pictures stand: their captions and credits are fields. Blocks are no more than what they hold. */
function bodyOf(content: XmlElement): Item {
  const item: Block[] = [];
  let html = '';
  const flush = (): void => {
    item.push({ field: 'body', html });
    html = '';
  };
  for (const node of content.children) {
    if (isElement(node) && (node.name === 'media' || node.name === 'block')) {
      flush();
      item.push(...(node.name === 'media' ? mediaOf(node) : bodyOf(node)));
    } else html += htmlOf(node);
  }
  flush();
  return item;
}

function mediaOf(media: XmlElement): Item {
  const inside = (name: string): readonly string[] => childrenOf(media, name).map(markupIn);
  return [
    ...blocksOf('caption', inside('media-caption')),
    ...blocksOf('credit', inside('media-producer')),
  ];
}
