/**
 * Looking around in a tree of XML. Its depth is bounded, and with it every recursion here.
 * @module
 */
import { valueOf } from '../html/told.ts';
import { unescapeAll, type XmlElement, type XmlNode } from './xml.ts';

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** The elements right inside. */
export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter(isElement);
}

/** Those of a name, in the namespace of the element around them if no other is named. */
export function childrenOf(
  element: XmlElement | undefined,
  name: string,
  space = element?.space,
): readonly XmlElement[] {
  if (!element) return [];
  return elementsIn(element).filter((one) => one.name === name && one.space === space);
}

/** The first of them. */
export function childOf(
  element: XmlElement | undefined,
  name: string,
  space?: string,
): XmlElement | undefined {
  return childrenOf(element, name, space)[0];
}

/** All elements of a name, at any depth, those inside of one another left out. */
export function allOf(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (one: XmlElement): void => {
    if (one.name === name) found.push(one);
    else elementsIn(one).forEach(visit);
  };
  visit(element);
  return found;
}

/** The text inside, as HTML. */
export function textIn(node: XmlNode | undefined): string {
  if (node === undefined || typeof node === 'string') return node ?? '';
  const parts: string[] = [];
  const visit = (one: XmlNode): void => {
    if (isElement(one)) one.children.forEach(visit);
    else parts.push(one);
  };
  visit(node);
  return parts.join('');
}

/** The text inside as plain characters; undefined where there is none. */
export function plainIn(node: XmlNode | undefined): string | undefined {
  return valueOf(unescapeAll(textIn(node)));
}

/** The language that an element names. */
export function languageOf(element: XmlElement): string | undefined {
  return attributeOf(element, 'xml:lang') ?? attributeOf(element, 'lang');
}

/** The value of an attribute, if it is one that is kept. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  for (let i = 0; i < attributes.length; i += 2)
    if (attributes[i] === name) return attributes[i + 1];
  return undefined;
}
