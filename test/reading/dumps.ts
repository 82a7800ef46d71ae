/**
 * A page as programs print it: one made-up story, laid out in the manner of each.
 * @module
 */

/** A paragraph, heading, item or picture of the page; `[text](address)` are links, `_words_` are set off. */
export interface Block {
  readonly kind: 'heading' | 'title' | 'paragraph' | 'item' | 'picture';
  readonly text: string;
}

const title = (text: string): Block => ({ kind: 'title', text });
const heading = (text: string): Block => ({ kind: 'heading', text });
const item = (text: string): Block => ({ kind: 'item', text });
const picture = (text: string): Block => ({ kind: 'picture', text });
const p = (text: string): Block => ({ kind: 'paragraph', text });

export const PAGE: readonly Block[] = [
  item('[Front page](https://harrow.example/)'),
  item('[Town](https://harrow.example/town)'),
  item('[River](https://harrow.example/river)'),
  item('[Letters to the editor](https://harrow.example/letters)'),
  title('Night ferry keeps its captain for one more winter'),
  picture('[A ferry in the fog](https://harrow.example/img/ferry.jpg)'),
  p(
    'The night ferry across the Harrow will keep its captain for one more winter, the harbour board decided on Monday after a meeting that went on until midnight and ended with a handshake.',
  ),
  p(
    '“I had already given my coat away,” said [Ellen Mostyn](https://harrow.example/people/mostyn), who has steered the ferry for thirty years. “Now I shall have to ask my brother for it, and he is not a man who gives things back.”',
  ),
  p(
    'The chair of the board, [Victor Hallam](https://harrow.example/people/hallam), said that nobody else had applied. He called the result “the best mistake we ever made” and promised a new bell.',
  ),
  heading('A bell from the old school'),
  p(
    'The bell will come from the school that closed in spring. “It is _much_ too loud for children, and just right for fog,” Hallam told the meeting. The fishermen on the north bank are less happy, because they sleep when the ferry sails.',
  ),
  p(
    '“Nobody has asked us, as nobody ever does,” said Agnes Thorley, whose house stands next to the landing. According to her, the old horn could be heard in [Upper Wick](https://harrow.example/towns/upper-wick).',
  ),
  item('Tickets stay at two crowns'),
  item('The last boat leaves at one'),
  p('The winter timetable begins on the first of November and can be read at the landing.'),
  p('© The Harrow Messenger. All rights reserved.'),
];

/** What is said on the page, and by whom, in order: each in a few words of it. */
export const SAID: readonly (readonly [words: string, speaker: string])[] = [
  ['I had already given my coat away', 'Ellen Mostyn'],
  ['the best mistake we ever made', 'Victor Hallam'],
  ['too loud for children', 'Victor Hallam'],
  ['Nobody has asked us', 'Agnes Thorley'],
];

const LINK = /\[([^\]]*)\]\(([^)]*)\)/g;

const plain = (text: string): string => text.replace(LINK, '$1').replaceAll('_', '');

/** Lines of at most `width` columns, broken between words. `hang` stands in front of all but the first. */
export function wrap(text: string, width: number, first = '', hang = first): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hang;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}

/** In the manner of innerText. */
export function asText(blocks: readonly Block[] = PAGE): string {
  return blocks
    .filter(({ kind }) => kind !== 'picture')
    .map(({ kind, text }) => plain(text) + (kind === 'item' ? '\n' : '\n\n'))
    .join('');
}

/** In the manner of text browsers: wrapped, with a margin and bullets, links numbered and listed or not at all. */
export function asBrowser(
  width: number,
  {
    indent = 3,
    bullet = '*',
    numbers = false,
  }: { indent?: number; bullet?: string; numbers?: boolean } = {},
): string {
  const addresses: string[] = [];
  const margin = ' '.repeat(indent);
  const text = (raw: string): string =>
    plain(
      raw.replace(LINK, (whole, label: string, address: string) => {
        if (!numbers) return whole;
        addresses.push(address);
        return `[${addresses.length}]${label}`;
      }),
    );
  const body = PAGE.map(({ kind, text: raw }) => {
    const words = text(raw);
    if (kind === 'item') return `${wrap(words, width, `${margin}  ${bullet} `, `${margin}    `)}\n`;
    if (kind === 'title' || kind === 'heading') return `\n${words}\n\n`;
    return `${wrap(words, width, margin)}\n\n`;
  }).join('');
  const list = addresses.map((address, i) => `${String(i + 1).padStart(4)}. ${address}`);
  return numbers ? `${body}References\n\n${list.join('\n')}\n` : body;
}

/** Wrapped, every address in brackets behind its link. */
export function asMail(width: number): string {
  return PAGE.map(({ kind, text: raw }) => {
    const words = raw.replace(LINK, '$1 [$2]').replaceAll('_', '');
    if (kind === 'item') return `${wrap(words, width, ' * ', '   ')}\n`;
    if (kind === 'title' || kind === 'heading') return `\n${words.toUpperCase()}\n\n`;
    return `${wrap(words, width)}\n\n`;
  }).join('');
}

/** In the manner of converters to Markdown. */
export function asMarkdown({ width = Infinity, isSetext = false, bullet = '*   ' } = {}): string {
  return PAGE.map(({ kind, text: raw }) => {
    if (kind === 'item') return `${bullet}${raw}\n`;
    if (kind === 'picture') return `!${raw}\n\n`;
    if (kind === 'paragraph') return `\n${wrap(raw, width)}\n`;
    if (isSetext) return `\n${raw}\n${(kind === 'title' ? '=' : '-').repeat(raw.length)}\n`;
    return `\n${kind === 'title' ? '#' : '##'} ${raw}\n`;
  }).join('');
}

/** Every element on lines of its own. */
export function asPieces(): string {
  return PAGE.filter(({ kind }) => kind !== 'picture')
    .map(({ text }) => text.replace(LINK, '\n$1\n').replace(/_(\w+)_/g, '\n$1\n'))
    .join('\n')
    .replace(/ *\n+ */g, '\n');
}

/** Quoted in an answer by mail. */
export function asQuoted(width: number): string {
  return PAGE.map(({ text }) => `${wrap(plain(text), width, '> ')}\n>\n`).join('');
}
