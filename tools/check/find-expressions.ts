/**
 * The regular expressions in a source file, found by a parser.
 * @module
 */
import { parseSync, Visitor, type Argument, type Expression as Node } from 'oxc-parser';

export interface Expression {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The literal, or the argument that an expression is built from. */
  readonly code: string;
  /** The pattern; undefined where only running the program tells. */
  readonly source: string | undefined;
  readonly flags: string;
}

/** Methods that make an expression of a string. */
const MATCHERS: ReadonlySet<string> = new Set(['match', 'matchAll', 'search']);

/** Values of the constants that hold a string which can be told by reading. */
type Constants = ReadonlyMap<string, string>;

/** All expressions of a file: literals, calls of `RegExp`, and strings handed to matching methods. Throws for bad syntax. */
export function expressionsOf(file: string, code: string): readonly Expression[] {
  const { program, errors } = parseSync(file === 'bundle' ? 'bundle.js' : file, code);
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${file}: ${error.message}`);
  const found: Expression[] = [];
  const constants = new Map<string, string>();
  const add = (node: Node | Argument, source: string | undefined, flags: string): void => {
    const line = code.slice(0, node.start).split('\n').length;
    found.push({ file, line, code: code.slice(node.start, node.end), source, flags });
  };
  const addBuilt = (args: readonly Argument[]): void => {
    const [pattern, flags] = args;
    if (pattern === undefined) return;
    const flagText = flags === undefined ? '' : stringOf(flags, constants);
    const known = flagText === undefined ? undefined : stringOf(pattern, constants);
    add(pattern, known, flagText ?? '');
  };
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type !== 'Identifier' || init === null) return;
      const value = stringOf(init, constants);
      // Two constants of one name in different places: nothing is known of either.
      if (value === undefined || constants.has(id.name)) constants.delete(id.name);
      else constants.set(id.name, value);
    },
    Literal(node) {
      if ('regex' in node && node.regex) add(node, node.regex.pattern, node.regex.flags);
    },
    NewExpression({ callee, arguments: args }) {
      if (isRegExp(callee)) addBuilt(args);
    },
    CallExpression({ callee, arguments: args }) {
      if (isRegExp(callee)) addBuilt(args);
      const [first] = args;
      if (first === undefined || callee.type !== 'MemberExpression' || callee.computed) return;
      if (!MATCHERS.has(callee.property.name as string)) return;
      const source = stringOf(first, constants);
      if (source !== undefined || first.type === 'TemplateLiteral') add(first, source, '');
    },
  }).visit(program);
  return found;
}

function isRegExp(callee: Node): boolean {
  if (callee.type === 'Identifier') return callee.name === 'RegExp';
  return (
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    (callee.property.name as string) === 'RegExp'
  );
}

/** The string that an expression stands for, as far as constants declared before it tell. */
function stringOf(node: Node | Argument, constants: Constants): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'Identifier') return constants.get(node.name);
  if (node.type === 'TemplateLiteral') return templateOf(node, (part) => part.cooked, constants);
  if (node.type === 'TaggedTemplateExpression' && isRaw(node.tag))
    return templateOf(node.quasi, (part) => part.raw, constants);
  return undefined;
}

type Template = Extract<Node, { type: 'TemplateLiteral' }>;

function templateOf(
  { quasis, expressions }: Template,
  textOf: (part: Template['quasis'][number]['value']) => string | null,
  constants: Constants,
): string | undefined {
  let text = '';
  for (const [i, { value }] of quasis.entries()) {
    const inner = expressions[i];
    const filled = inner === undefined ? '' : stringOf(inner, constants);
    const written = textOf(value);
    if (filled === undefined || written === null) return undefined;
    text += written + filled;
  }
  return text;
}

/** `String.raw` */
function isRaw(tag: Node): boolean {
  return (
    tag.type === 'MemberExpression' &&
    !tag.computed &&
    tag.object.type === 'Identifier' &&
    tag.object.name === 'String' &&
    (tag.property.name as string) === 'raw'
  );
}
