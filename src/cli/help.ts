/**
 * `copydesk --help`.
 * @module
 */
import { LABELS } from '../labels.ts';

export const HELP = `Usage: copydesk [options] FILE|FOLDER|- …
       copydesk verify [options] --quote TEXT … FILE|FOLDER|- …
       copydesk label [options] FILE|FOLDER …
       copydesk archive [options] IN … --out DIR              an archive into tables: copydesk archive --help
       copydesk trace QUOTE DIR                               who had a quote first, and who changed it
       copydesk serve [options]                               the HTTP service: see copydesk serve --help
       copydesk mcp [options]                                 tools for an assistant: see copydesk mcp --help

Says which parts of a news page are story, comments, ads, disclaimers or furniture of the page, and who is quoted.
With verify: whether quotes stand in the text verbatim, in other typography, altered or not at all.
With label: asks about each part of a page, starting from the answer, and writes the page with its labels as a line of
JSON, which npm run eval and npm run fit read. Commands come from standard input: type help there.
Folders are searched for .txt, .text, .md, .markdown, .html, .htm, .xml, .rss, .atom, .ninjs.json and .eml; - is
standard input, as is no file at all. Text, Markdown and ninjs are UTF-8; .html and .htm are pages, .xml, .rss and
.atom NITF, NewsML-G2, RSS or Atom, .eml mail, in any charset.

  -f, --format NAME        json, ndjson, csv, terminal; not for verify: text, html, citron,
                           web-annotation, schema-org (default: terminal on a terminal, else ndjson)
      --html               standard input, and files of another name, are pages of HTML
  -l, --language TAG       BCP-47 tag (default: detected)
      --url URL            where the text comes from; nothing is fetched
      --include PARTS      segments,articles,quotes,speakers (default: all)
      --quotes-in LABELS   ${LABELS.join(',')} (default: body)
      --offset-unit UNIT   utf16 or codepoint (default: utf16)
      --min-confidence N   0 to 1: leaves quotes below out
      --rules DIR          a folder of your own rules, which count beside the project's
      --explain            tells what every decision rests on
  -q, --quote TEXT         a quote to verify; may be given again
      --quotes FILE        quotes to verify, one a line
  -o, --out FILE           label: adds the page to this file (default: standard output)
      --color WHEN         auto, always or never
      --quiet              no progress, no warnings
  -h, --help
  -v, --version

Exit codes: 0 all done; 1 a quote stands in none of the texts, or only altered; 2 wrong usage;
3 some file could not be read, and the rest was done; 70 a fault of the program.
`;
