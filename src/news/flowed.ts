/**
 * `format=flowed` (RFC 3676): lines that end with a space go on in the next one of the same depth.
 * @module
 */

const SIGNATURE = '-- ';

/**
 * A text with its paragraphs on a line each, and `> ` in front of those that are quoted. Linear in the text.
 * @param deletesSpace whether the space at the end of a line is no space between words (`delsp`)
 */
export function unflow(text: string, deletesSpace: boolean): string {
  const paragraphs: string[] = [];
  let pieces: string[] = [];
  let depth = 0;
  const end = (): void => {
    if (pieces.length === 0) return;
    paragraphs.push(`${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${pieces.join('')}`);
    pieces = [];
  };
  for (const line of text.split('\n')) {
    const marks = /^>*/.exec(line)?.[0].length ?? 0;
    if (marks !== depth) end();
    depth = marks;
    // A space in front keeps a line from being taken for something else.
    const content = line.slice(line[marks] === ' ' ? marks + 1 : marks);
    const isFlowed = content.endsWith(' ') && content !== SIGNATURE;
    if (content === SIGNATURE) end();
    pieces.push(isFlowed && deletesSpace ? content.slice(0, -1) : content);
    if (!isFlowed) end();
  }
  end();
  return paragraphs.join('\n');
}
