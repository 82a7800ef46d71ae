/**
 * The text that a browser's DOM has for a page: `document.body.textContent`, with the place of its characters in the
 * markup.
 *
 * parse5 builds the tree by the HTML standard, because the DOM is not in the order of the markup: text between the rows of
 * a table stands in front of the table, for example, and what a `<template>` holds stands nowhere.
 * @module
 */
import { parse } from 'parse5';
import { domOf, TooMuch, type Child, type ParentNode } from './dom-nodes.ts';

/** Characters that follow each other in the markup and in the text of the DOM. */
export interface Run {
  /** In the markup (UTF-16, half-open). A character reference is longer there than in the text. */
  readonly start: number;
  readonly end: number;
  /** In the text (UTF-16, half-open). */
  readonly from: number;
  readonly to: number;
}

export interface DomText {
  readonly text: string;
  /** In the order of the markup. */
  readonly runs: readonly Run[];
}

/**
 * Reads the text of a page's body. Linear in the length of the page.
 * @param html the markup, without a byte-order mark
 * @returns null if the page has too many elements, or too deep ones
 */
export function readDomText(html: string): DomText | null {
  try {
    const document = parse(html, { sourceCodeLocationInfo: true, treeAdapter: domOf(html) });
    return textOf(bodyOf(document));
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

/** `document.body`; null for a page of frames. */
function bodyOf(document: ParentNode): ParentNode | null {
  const child = ({ children }: ParentNode, name: string): ParentNode | null =>
    children.find((node): node is ParentNode => node.kind === 'parent' && node.name === name) ??
    null;
  const html = child(document, 'html');
  return html && child(html, 'body');
}

/** What `textContent` gives for an element. Recursion is as deep as the tree. */
function textOf(body: ParentNode | null): DomText {
  const parts: string[] = [];
  const runs: Run[] = [];
  let length = 0;
  const visit = (node: Child): void => {
    if (node.kind === 'parent') node.children.forEach(visit);
    if (node.kind !== 'text') return;
    parts.push(node.data);
    const { start, end } = node;
    runs.push({ start, end, from: length, to: length + node.data.length });
    length += node.data.length;
  };
  if (body) visit(body);
  return { text: parts.join(''), runs: runs.sort((a, b) => a.start - b.start) };
}
