/**
 * Regular expressions that the proof cannot judge, each with the reason why it is linear all the same. One that needs no
 * exception any more fails the check.
 * @module
 */

/** An expression, and why it may stay. */
export interface Exception {
  /** The file, as paths in messages have it; `bundle` for a dependency of the Worker. */
  readonly file: string;
  /** The expression or the argument of its constructor, as it stands there. */
  readonly code: string;
  readonly why: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    file: 'src/archive/records.ts',
    code: String.raw`/charset=["']?([\w.:-]{1,40})/i`,
    why: 'A fixed word, then forty characters at most.',
  },
  {
    file: 'src/http/faults.ts',
    code: String.raw`/(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y`,
    why: 'Sticky: each start reads one number, whose parts begin with different signs, and gives its digits back once.',
  },
  {
    file: 'src/page/labelled.ts',
    code: String.raw`/(?<![\p{L}\p{M}\p{N}'])\d+(?:[.,:]\d+)*(?![\p{L}\p{M}\p{N}'])/gu`,
    why: 'Runs on one line of a page that a person chose, 400 characters at most.',
  },
  {
    file: 'src/page/labelled.ts',
    code: String.raw`/^[^\p{L}\p{N}{]+|[^\p{L}\p{M}\p{N}}]+$/gu`,
    why: 'Runs on one line of a page that a person chose, 400 characters at most.',
  },
  {
    file: 'src/page/pasted.ts',
    code: String.raw`/<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,500})?\/?>/gi`,
    why: 'Stops at the next angle bracket or after 520 characters, so that none is read by more than one start.',
  },
  {
    file: 'src/quotes/turns/labels.ts',
    code: String.raw`/^(?:[([]\d{1,2}(?::\d\d){1,2}[)\]]\s?)?(?<name>[^\s:,;([.!?][^:,;([!?]{0,48}?)(?:\s?[([][^)\]:]{1,40}(?::\d\d[^)\]:]{0,8})?[)\]]){0,3}(?<office>,[^:;!?]{1,60})?\s?:(?=\s|$)/u`,
    why: 'Starts at the beginning alone and reads the first 180 characters of a paragraph.',
  },
  {
    file: 'src/quotes/turns/labels.ts',
    code: String.raw`/^(?<name>\p{Lu}[^:;,!?()[\]]{1,48}?)(?<time>\s?[([]?\d{1,2}(?::\d\d){1,2}[)\]]?)?$/u`,
    why: 'Starts at the beginning alone and reads the first 180 characters of a paragraph.',
  },
  {
    file: 'src/segments/features/scripts.ts',
    code: String.raw`/^(?<name>\p{L}[^:;,!?()[\]]{0,48}?)(?:\s?[([][^)\]]{1,40}[)\]]){0,2}(?:,[^:;!?\d]{1,60})?[*_]{0,2}\s?[:：][*_]{0,2}(?=\s|$)/u`,
    why: 'Starts at the beginning alone and reads the first 170 characters of a line.',
  },
  {
    file: 'src/segments/features/scripts.ts',
    code: String.raw`/^(?<name>\p{L}[^:;,!?()[\]]{0,48}?)[*_]{0,2}(?<time>\s?[([]?\d{1,2}(?::\d\d){1,2}[)\]]?)?$/u`,
    why: 'Starts at the beginning alone and reads the first 170 characters of a line.',
  },
  {
    file: 'src/segments/markup/headline.ts',
    code: String.raw`/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u30fc]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u30fc])[\p{L}\p{N}])+/gu`,
    why: 'Each character is one of the first kind or of the second, so a match has one way and ends where the next may start.',
  },
  {
    file: 'tools/rules/paradigms.ts',
    code: 'pattern',
    why: 'Runs on the verbs of rule files when these are compiled, never on a text that is sent.',
  },
  {
    file: 'src/html/xml-charset.ts',
    code: String.raw`/^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/`,
    why: 'Starts at the beginning alone, stops at the end of the declaration, and has one way to find the name.',
  },
  {
    file: 'src/news/mime-headers.ts',
    code: String.raw`/;\s*([\w!#$&^.+*-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\[^])*)"|([^\s;"]*))/g`,
    why: 'Reads 10,000 characters at most; a quoted value stops at the next quote mark, so that only the last can be read twice.',
  },
  {
    file: 'src/news/mime-decode.ts',
    code: String.raw`/=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bq])\?([^?\n]*)\?=/gi`,
    why: 'Stops at the fourth question mark, so that no character is read more than four times.',
  },
  {
    file: 'src/news/mime-decode.ts',
    code: String.raw`/(\?=)[ \t]+(?==\?)/g`,
    why: 'White space is read once, behind the sign in front of it.',
  },
  {
    file: 'src/reading/glued.ts',
    code: String.raw`/(?<=[.!?…\d\s]|^)['‘]\p{Lu}(?:[^'‘’\n]|['’](?=\p{Ll})){4,120}(?<!ll)['’](?=\p{Lu}\p{Ll})/gu`,
    why: 'Each attempt takes 125 steps at most, and stops at a mark in front of a capital, where another may start.',
  },
  {
    file: 'src/news/markup.ts',
    code: String.raw`/<(?!\/?(?:a|b|em|i|q|span|strong|sub|sup|small|cite)\b[^<>]*>)/gi`,
    why: 'Looks ahead to the next angle bracket, so no character is read twice.',
  },
  {
    file: 'src/news/xml.ts',
    code: String.raw`/[<>]|&(?![A-Za-z][A-Za-z0-9]{1,31};)/g`,
    why: 'Looks 33 characters ahead at most.',
  },
  {
    file: 'src/reading/envelope.ts',
    code: String.raw`/^\^[^\n]{1,80}<$/`,
    why: 'Starts at the beginning alone, and takes 80 steps at most.',
  },
  {
    file: 'src/news/read.ts',
    code: '`^\\\\uFEFF?\\\\s*<(?:\\\\?xml\\\\s|!DOCTYPE\\\\s+nitf\\\\s|(?:\\\\w+:)?(?:${ROOTS})(?:>|\\\\s[^<>]*=))`',
    why: 'Names from a constant list; starts at the beginning alone, and stops at the next angle bracket.',
  },
  {
    file: 'src/reading/glued.ts',
    code: String.raw`/(?<=\p{Ll}{2}[.!?]|[.!?][”’])\p{Lu}(?=\p{Lu}{1,30}[\s"“])/gu`,
    why: 'Each attempt takes 33 steps at most.',
  },
  {
    file: 'src/reading/glued.ts',
    code: String.raw`/(?<=\S) {3,}(?=\S)/g`,
    why: 'Starts at the first space of a run alone.',
  },
  {
    file: 'src/reading/glued.ts',
    code: String.raw`/(?<=[.!?…][”"’)]?) {3,}(?=["“‘]?\p{Lu})/gu`,
    why: 'Starts at the first space of a run alone.',
  },
  {
    file: 'src/reading/links.ts',
    code: String.raw`/\[(?:[a-z]{2,10}:\/\/|\/)[^\s[\]]{1,2000}\]/gi`,
    why: 'An address stops at the next bracket, so no character is read twice.',
  },
  {
    file: 'src/reading/placeholders.ts',
    code: String.raw`/\((?:BUTTON|\*)\)|(?<![\w)\]])\[(?:IMG|INLINE|IMAGE|EMBED|USEMAP|APPLET|LINK|[ \u00a0_]*|[x*])\](?![([])|_{6,}|^\[[a-z][\w-]{0,80}[-_\d][\w-]{0,80}\]$|^IFRAME: \S+$/gm`,
    why: 'Starts at a bracket, at the first of some underscores or at the beginning of a line, and stops at the next bracket or line.',
  },
  {
    file: 'src/reading/placeholders.ts',
    code: String.raw`/\[\w[\w%&;=~-]{0,200}(?:\.(?:png|jpe?g|gif|svg|webp|avif)[^\s[\]]{0,200}|_[\w-]{1,80})\](?![([])/gi`,
    why: 'Starts at a bracket, and takes some hundred steps at most.',
  },
  {
    file: 'src/reading/placeholders.ts',
    code: String.raw`/^\[[^[\]\n]{2,300}\]$/gm`,
    why: 'Starts at the beginning of a line, and takes 300 steps at most.',
  },
  {
    file: 'src/reading/emphasis.ts',
    code: '/\\\\[!-/:-@[-`{-~]|\\\\\\r?\\n|\\*+|_+|~~+|==+|`+|<\\/?[a-z][^<>\\n]{0,500}>|\\n/gi',
    why: 'A tag takes 500 steps at most and stops at the next one; everything else is a run of one sign.',
  },
  {
    file: 'src/reading/fragments.ts',
    code: String.raw`/^(?!\.\.)[,;.!)\]”’%]+(?=\s|$)/`,
    why: 'Starts at the beginning alone, with one run of signs.',
  },
  {
    file: 'src/reading/line-kinds.ts',
    code: String.raw`/(?:o[ \t]+)(?=\S)|o$/my`,
    why: 'Sticky: tried at one place of a line, with one run of spaces.',
  },
  {
    file: 'src/reading/line-kinds.ts',
    code: String.raw`/\d{1,3}[.)][ \t\u00a0]+(?=\S)/y`,
    why: 'Sticky: tried at one place of a line, with one run of spaces.',
  },
  {
    file: 'src/reading/links.ts',
    code: String.raw`/\\[[\]]|\]\(|[[\]]|<(?:[a-z]{2,10}:[^\s<>]{1,2000}|[^\s<>@]{1,64}@[^\s<>@]{1,255})>/gi`,
    why: 'An address stops at white space and at the next bracket, so no character is read twice.',
  },
  {
    file: 'src/reading/links.ts',
    code: String.raw`/^<[^<>\n]{0,2000}>/`,
    why: 'Starts at the beginning alone, and takes 2,000 steps at most.',
  },
  {
    file: 'src/reading/links.ts',
    code: String.raw`/^ +(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|\([^)\n]{0,500}\)) *\)/`,
    why: 'Starts at the beginning of a short piece alone; a title ends at its own sign.',
  },
  {
    file: 'src/reading/markdown.ts',
    code: String.raw`/(?:^|\n[ \t]*\r?\n)#{1,6} +\S[^\n]*(?=\r?\n[ \t]*\r?(?:\n|$)|$)/g`,
    why: 'What is read from one line end stops at the next but one.',
  },
  {
    file: 'src/reading/references.ts',
    code: String.raw`/^(?:\[([^\]\n]{1,200})\]:?|(\d{1,5})[.)]?)[ \t]+<?(?:[a-z][a-z+.-]{1,20}:\S|\/\S|#\S)\S*(?:[ \t]+["'(].{0,300}["')])?$/i`,
    why: 'Starts at the beginning alone, and reads lines of 4,000 characters at most.',
  },
  {
    file: 'src/reading/scripts.ts',
    code: String.raw`/"[\w@$.:-]{1,60}"\s*:/g`,
    why: 'A key takes 60 steps at most, and the white space behind it belongs to no other.',
  },
  {
    file: 'src/reading/scripts.ts',
    code: String.raw`/^(?:"[\w@$.:-]{1,60}"\s*:|[{}[\]]{1,4},?$|"(?:[^"\\]|\\.)*",?$|-?[\d.]+,$)/`,
    why: 'Starts at the beginning alone, and has one way to read a string.',
  },
  {
    file: 'tools/eval/shingles.ts',
    code: '`${UNSPACED}|(?:(?!${UNSPACED})[\\\\p{L}\\\\p{N}_])+`',
    why: 'No character can be read in two ways.',
  },
  {
    file: 'tools/eval/split.ts',
    code: String.raw`/^(?<publisher>[^\s_]+)_\d{4}-\d{2}-\d{2}(?!\d)/`,
    why: 'Starts at the beginning alone, and a publisher ends at its underscore.',
  },
  {
    file: 'src/rules/profiles.ts',
    code: "forms.join('|')",
    why: 'A choice between words of the rules: nothing in it repeats.',
  },
  {
    file: 'src/reading/lost-marks.ts',
    code: String.raw`[...CODED.keys()].join('|')`,
    why: 'Short strings from a constant list.',
  },
  {
    file: 'src/reading/lost-marks.ts',
    code: String.raw`[...LOW.keys()].join('|')`,
    why: 'Single characters from a constant list.',
  },
  {
    file: 'src/rules/profiles.ts',
    code: "`[${scripts.map((script) => `\\\\p{Script=${script}}`).join('')}]`",
    why: 'One class of characters.',
  },
  {
    file: 'src/rules/profiles.ts',
    code: '`[${letters}]`',
    why: 'One class of characters; the compiler refuses a bracket in it.',
  },
  {
    file: 'src/verify/holes.ts',
    code: String.raw`/\[[^[\]]{0,200}\]|\(\s?(?:…|\.{3})\s?\)|…|\.{3,}|\.(?: \.){2,}/gu`,
    why: 'An attempt at a bracket takes 200 steps at most and stops at the next bracket, so no character is read twice.',
  },
  {
    file: 'src/http/keys.ts',
    code: '/^[0-9a-f]{64}$/',
    why: 'Starts at the beginning alone, and takes 64 steps at most.',
  },
  {
    file: 'src/http/query.ts',
    code: '/^[a-z]{1,16}(?:[A-Z][a-z]{1,16}){0,2}$/',
    why: 'Starts at the beginning alone, and has one way to match a name: parts start with a capital.',
  },
  {
    file: 'src/rules/rules.ts',
    code: 'source',
    why: 'Expressions of rules; the compiler of the rules has proven each of them.',
  },
  {
    file: 'tools/rules/safe.ts',
    code: 'source',
    why: 'Compiled to see whether it can be, and never run.',
  },
  {
    file: 'tools/eval/names.ts',
    code: "`^(?:${TITLES.join('|')})\\\\s+`",
    why: 'Alternatives without repetitions, from a constant list, at the start of a name.',
  },
  {
    file: 'tools/eval/quotes/speech.ts',
    code: "`\\\\b(?:${FORMS.join('|')})\\\\b`",
    why: 'Alternatives without repetitions, from a constant list.',
  },
  {
    file: 'bundle',
    code: String.raw`/\{[^}]+\}/g`,
    why: 'Hono reads the paths of our routes with it, and nothing that a client sends.',
  },
  {
    file: 'src/reading/scripts.ts',
    code: String.raw`/^[.#@*]?[\w-][^"“”=(]{0,80}$/`,
    why: 'Starts at the beginning alone, with one run of 80 characters at most.',
  },
  {
    file: 'src/reading/scripts.ts',
    code: String.raw`/[a-z]-[a-z]{1,30} ?:/`,
    why: 'Each attempt takes 33 steps at most.',
  },
  {
    file: 'tools/eval/dumps.ts',
    code: String.raw`/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?: {1,4}"[^"\n]{0,300}")?\)/g`,
    why: 'An address stops at white space and at its brackets. It reads files of a corpus, nothing that a client sends.',
  },
];
