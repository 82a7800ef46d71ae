/**
 * A DOM of which only what text needs is kept, small enough for the largest page: parse5 builds it by the standard.
 * @module
 */
import type { html as vocabulary, Token, TreeAdapter } from 'parse5';

export interface TextNode {
  readonly kind: 'text';
  parent: ParentNode | null;
  data: string;
  /** In the markup (UTF-16, half-open); -1 until that is known. */
  start: number;
  end: number;
  /** Whether the markup has the same characters there: no character references, no other line ends. */
  isVerbatim: boolean;
}

export interface ParentNode {
  readonly kind: 'parent';
  readonly name: string;
  readonly namespace: vocabulary.NS;
  readonly attributes: Token.Attribute[];
  parent: ParentNode | null;
  children: Child[];
  /** What stands in a `<template>`: no child of it. */
  content: ParentNode | null;
  mode: vocabulary.DOCUMENT_MODE;
}

/** A comment or a doctype. */
interface OtherNode {
  readonly kind: 'other';
  parent: ParentNode | null;
}

export type Child = TextNode | ParentNode | OtherNode;

interface Types {
  node: Child;
  parentNode: ParentNode;
  childNode: Child;
  document: ParentNode;
  documentFragment: ParentNode;
  element: ParentNode;
  commentNode: OtherNode;
  textNode: TextNode;
  template: ParentNode;
  documentType: OtherNode;
}

/** Thrown for a page that is larger or nests deeper than is read. */
export class TooMuch extends Error {}

/**
 * Elements inside each other. Browsers put deeper ones beside each other; here they would let the time grow with the
 * square of the page's length.
 */
const MOST_DEEP = 512;

/** Elements, and pieces of text. Long pages have ten thousand; this many take some thirty megabytes. */
const MOST_NODES = 200_000;

/** The only element whose attributes decide where text goes. */
const WITH_ATTRIBUTES = 'annotation-xml';

const NO_ATTRIBUTES: Token.Attribute[] = [];

/**
 * What parse5 builds trees with. It has to be told to find places in the markup (`sourceCodeLocationInfo`).
 * @param html the markup that is parsed
 */
export function domOf(html: string): TreeAdapter<Types> {
  let depth = 0;
  let nodes = 0;
  const parentNode = (
    name: string,
    namespace: string,
    attributes: Token.Attribute[],
  ): ParentNode => {
    if (++nodes > MOST_NODES) throw new TooMuch();
    return {
      kind: 'parent',
      name,
      namespace: namespace as vocabulary.NS,
      attributes: name === WITH_ATTRIBUTES ? attributes : NO_ATTRIBUTES,
      parent: null,
      children: [],
      content: null,
      mode: 'no-quirks' as vocabulary.DOCUMENT_MODE,
    };
  };
  const textNode = (data: string): TextNode => {
    if (++nodes > MOST_NODES) throw new TooMuch();
    return { kind: 'text', parent: null, data, start: -1, end: -1, isVerbatim: false };
  };
  const place = (node: TextNode, start: number, end: number): void => {
    node.start = start;
    node.end = end;
    node.isVerbatim = node.data.length === end - start && html.startsWith(node.data, start);
    if (mergeIntoPrevious(node, html)) nodes--;
  };
  return {
    createDocument: () => parentNode('#document', '', NO_ATTRIBUTES),
    createDocumentFragment: () => parentNode('#fragment', '', NO_ATTRIBUTES),
    createElement: parentNode,
    createCommentNode: () => ({ kind: 'other', parent: null }),
    createTextNode: textNode,
    appendChild,
    insertBefore,
    insertText: (parent, data) => appendChild(parent, textNode(data)),
    insertTextBefore: (parent, data, next) => insertBefore(parent, textNode(data), next),
    detachNode: detach,
    setTemplateContent: (template, content) => void (template.content = content),
    getTemplateContent: (template) => template.content ?? template,
    setDocumentType: () => undefined,
    setDocumentMode: (document, mode) => void (document.mode = mode),
    getDocumentMode: ({ mode }) => mode,
    adoptAttributes: () => undefined,
    getAttrList: ({ attributes }) => attributes,
    getChildNodes: ({ children }) => children,
    getFirstChild: ({ children }) => children[0] ?? null,
    getParentNode: ({ parent }) => parent,
    getTagName: ({ name }) => name,
    getNamespaceURI: ({ namespace }) => namespace,
    getTextNodeContent: ({ data }) => data,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is TextNode => node.kind === 'text',
    isCommentNode: (node): node is OtherNode => node.kind === 'other',
    isDocumentTypeNode: (node): node is OtherNode => node.kind === 'other',
    isElementNode: (node): node is ParentNode => node.kind === 'parent',
    // Of a node that has a place already, the parser would not tell where more text for it starts.
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation(node, location) {
      if (location && node.kind === 'text') place(node, location.startOffset, location.endOffset);
    },
    updateNodeSourceCodeLocation: () => undefined,
    onItemPush() {
      if (++depth > MOST_DEEP) throw new TooMuch();
    },
    onItemPop: () => void depth--,
  };
}

/**
 * The parser hands over text word by word. What follows on in the markup goes into one node; what does not, because of tags
 * that the parser passes over, stays apart, although a DOM has it in one: `textContent` is the same.
 */
function mergeIntoPrevious(node: TextNode, html: string): boolean {
  const siblings = node.parent?.children ?? [];
  const index = siblings.lastIndexOf(node);
  const previous = siblings[index - 1];
  if (previous?.kind !== 'text' || previous.end !== node.start) return false;
  previous.isVerbatim &&= node.isVerbatim;
  // A slice of the page takes no memory of its own; words put together one by one would.
  previous.data = previous.isVerbatim
    ? html.slice(previous.start, node.end)
    : previous.data + node.data;
  previous.end = node.end;
  siblings.splice(index, 1);
  return true;
}

function appendChild(parent: ParentNode, node: Child): void {
  parent.children.push(node);
  node.parent = parent;
}

/** `next` is the last child or near it: a table that is still open. */
function insertBefore(parent: ParentNode, node: Child, next: Child): void {
  parent.children.splice(parent.children.lastIndexOf(next), 0, node);
  node.parent = parent;
}

function detach(node: Child): void {
  const siblings = node.parent?.children ?? [];
  const index = siblings.lastIndexOf(node);
  if (index >= 0) siblings.splice(index, 1);
  node.parent = null;
}
