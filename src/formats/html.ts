/**
 * `html`: a page that shows the text with marks: what each stretch is, what is quoted, who is the source.
 *
 * The text of its `main` element is the text that was analysed, character for character, so offsets and Web Annotation
 * selectors hold in it. (HTML has no NUL and no lone surrogates: these become U+FFFD.)
 * @module
 */
import type { Kind } from '../labels.ts';
import type { Segment } from '../schema/types.ts';
import { directionOf, directionOfLanguage, type Direction } from '../text/direction.ts';
import { marksOf, type Mark } from './marks.ts';
import type { FormatInput } from './types.ts';

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
main,main *{white-space:pre-wrap;overflow-wrap:anywhere}
h1,h2{margin:0;font-size:1.5rem}h2{font-size:1.1rem}
[data-label]{border-inline-start:.3rem solid #ccc;padding-inline-start:.7rem;unicode-bidi:plaintext}
[data-label=body]{border-color:#2a7}[data-label=comments]{border-color:#47c}
[data-label=ads]{border-color:#c73}[data-label=disclaimers]{border-color:#a4a}
[data-label]:not([data-label=body]){color:#666}
mark{background:#fe9}.source{text-decoration:underline}.cue{font-style:italic}`;

const ELEMENTS: Partial<Record<Kind, string>> = { headline: 'h1', subheading: 'h2' };

export function writeHtml(input: FormatInput): string {
  const { analysis } = input;
  const direction = directionOfLanguage(analysis.language);
  const page = { lang: analysis.language, ...(direction === 'rtl' ? { dir: direction } : {}) };
  const title = analysis.articles?.find(({ headline }) => headline)?.headline?.text.trim();
  return [
    `<!DOCTYPE html>\n<html${attributes(page)}>\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(title ?? 'Text')}</title>\n<style>\n${STYLE}\n</style>\n</head>\n<body>`,
    `<main>${main({ ...input, direction }, marksOf(analysis))}</main>\n</body>\n</html>\n`,
  ]
    .join('\n')
    .toWellFormed();
}

/** With the direction of the page, which what is inside inherits. */
interface Directed extends FormatInput {
  readonly direction: Direction;
}

/** Segments in order, those of an article inside it: from the one it starts in to the one it ends in. */
function main(input: Directed, marks: readonly Mark[]): string {
  const { segments = [], articles = [] } = input.analysis;
  const out: string[] = [];
  let article = 0;
  let mark = 0;
  let open = false;
  for (const segment of segments) {
    const around = articles[article];
    if (!open && around && around.start < segment.end) {
      out.push(`<article id="${around.id}">`);
      open = true;
    }
    while ((marks[mark]?.end ?? Infinity) <= segment.start) mark++;
    out.push(section(input, segment, marks, mark));
    if (open && around && around.end <= segment.end) {
      out.push('</article>');
      article++;
      open = false;
    }
  }
  return out.join('');
}

function section(
  { text, offset, direction }: Directed,
  { start, end, label, kind, confidence }: Segment,
  marks: readonly Mark[],
  from: number,
): string {
  const element = ELEMENTS[kind] ?? 'div';
  const own = directionOf(text.slice(start, end));
  const data = {
    ...(own === null || own === direction ? {} : { dir: own }),
    'data-label': label,
    'data-kind': kind,
    'data-confidence': confidence,
    'data-start': offset(start),
    'data-end': offset(end),
  };
  let html = '';
  let at = start;
  for (let i = from; (marks[i]?.start ?? Infinity) < end; i++) {
    const mark = marks[i] as Mark;
    const to = Math.min(end, mark.end);
    const marked = Math.max(start, mark.start);
    html +=
      escapeHtml(text.slice(at, marked)) + wrap(mark, escapeHtml(text.slice(marked, to)), marked);
    at = to;
  }
  return `<${element}${attributes(data)}>${html}${escapeHtml(text.slice(at, end))}</${element}>`;
}

/** An `id` belongs to the first piece of an element that was cut. */
function wrap({ wrappers }: Mark, html: string, at: number): string {
  return wrappers.reduceRight((inner, { element, data: { id, ...data }, start }) => {
    const all = id !== undefined && start === at ? { id, ...data } : data;
    return `<${element}${attributes(all)}>${inner}</${element}>`;
  }, html);
}

function attributes(data: Readonly<Record<string, string | number>>): string {
  return Object.entries(data)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A bare carriage return would be read as a line feed.
  '\r': '&#13;',
  '\0': '\uFFFD',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"\r\0]/g, (char) => ESCAPES[char] as string);
}
