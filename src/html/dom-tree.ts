/**
 * The text that a browser's DOM has for a page: `document.body.textContent`, with the place of its characters in the
 * markup.
 *
 * parse5 builds the tree by the HTML standard, because the DOM is not in the order of the markup: text between the rows of
 * a table stands in front of the table, for example, and what a `<template>` holds stands nowhere.
 * @module
 */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;
type TextNode = DefaultTreeAdapterTypes.TextNode;

/** Characters that follow each other in the markup and in the text of the DOM. */
export interface Run {
  /** Where it starts in the markup (UTF-16). A character reference is longer there than in the text. */
  readonly start: number;
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
 * Elements inside each other. Browsers put deeper ones beside each other; here they would let the time grow with the
 * square of the page's length.
 */
const MOST_DEEP = 512;

class TooDeep extends Error {}

/** Text that was inserted into a node at once, or one after the other without a gap in the markup. */
interface Piece {
  readonly start: number;
  end: number;
  /** Offset in the node. */
  readonly at: number;
}

interface Placed {
  readonly pieces: Piece[];
  /** Length of the node when its last piece was placed. */
  length: number;
}

type Places = Map<TextNode, Placed>;

/**
 * Reads the text of a page's body. Linear in the length of the page.
 * @param html the markup, without a byte-order mark
 * @returns null if elements nest too deeply
 */
export function readDomText(html: string): DomText | null {
  const places: Places = new Map();
  let depth = 0;
  try {
    const document = parse(html, {
      sourceCodeLocationInfo: true,
      treeAdapter: {
        ...defaultTreeAdapter,
        // Of a node that has a place already, the parser would not tell where more text for it starts.
        getNodeSourceCodeLocation: () => null,
        setNodeSourceCodeLocation(node, place) {
          if (place && defaultTreeAdapter.isTextNode(node))
            addPiece(places, node, place.startOffset, place.endOffset);
        },
        onItemPush() {
          if (++depth > MOST_DEEP) throw new TooDeep();
        },
        onItemPop() {
          depth--;
        },
      },
    });
    return textOf(bodyOf(document), places);
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

function addPiece(places: Places, node: TextNode, start: number, end: number): void {
  const placed = places.get(node) ?? { pieces: [], length: 0 };
  const last = placed.pieces.at(-1);
  if (last === undefined) places.set(node, placed);
  if (last?.end === start) last.end = end;
  else placed.pieces.push({ start, end, at: placed.length });
  placed.length = node.value.length;
}

/** `document.body`: null for a page of frames. */
function bodyOf(document: ParentNode): ParentNode | null {
  const html = document.childNodes.find(({ nodeName }) => nodeName === 'html');
  const inside = html && 'childNodes' in html ? html.childNodes : [];
  return inside.find((node): node is ChildNode & ParentNode => node.nodeName === 'body') ?? null;
}

/** What `textContent` gives for an element. Recursion is as deep as the tree. */
function textOf(body: ParentNode | null, places: Places): DomText {
  const parts: string[] = [];
  const runs: Run[] = [];
  let length = 0;
  const visit = (node: ChildNode | ParentNode): void => {
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
    if (!defaultTreeAdapter.isTextNode(node)) return;
    const { value } = node;
    const pieces = places.get(node)?.pieces ?? [];
    pieces.forEach(({ start, at }, i) => {
      const to = pieces[i + 1]?.at ?? value.length;
      runs.push({ start, from: length + at, to: length + to });
    });
    parts.push(value);
    length += value.length;
  };
  if (body) visit(body);
  return { text: parts.join(''), runs: runs.sort((a, b) => a.start - b.start) };
}
