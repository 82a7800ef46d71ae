/**
 * A page that has what formats can trip over, and its analysis.
 * @module
 */
import { analyze } from '../../src/analyze.ts';
import { optionsForRendering, render, type FormatName } from '../../src/formats/formats.ts';
import { rules } from '../../src/rules/load.ts';
import type { Analysis, AnalyzeOptions, Quote, TextSpan } from '../../src/schema/types.ts';

/** Emoji stand in front of everything, so that offsets in code points differ from those in UTF-16 units. */
export const PAGE = [
  '😀 Home | Local | Sport | Weather 🌦',
  'Harbour bridge to stay shut until May',
  'By Hannah Brook',
  'The harbour bridge will stay shut until May, the city council said on Tuesday. Some nine thousand cars a day will go on taking the long way round by the old lock.',
  'Teodor Brandt: “It is a disgrace, and they know it.”',
  '“We found cracks in <two> of the main beams & more,” said Ines Marlow, the chief engineer. “Nobody should drive over that.”',
  'Shop owners on the east bank had hoped for an earlier date. Marlow promised that a new timetable would be out within a week. 🚧',
  'Sign up for our newsletter and get the best stories of the day in your inbox every morning',
  'Comments (2)',
  'oldsalt\r\n3 hours ago',
  '=1+1 About time somebody looked at it! My father told them in 1998 that those beams were rotten.',
  'Reply',
].join('\r\n\r\n');

export const analysis: Analysis = analyze(PAGE, rules);
export const quotes: readonly Quote[] = analysis.quotes ?? [];
export const contents: readonly TextSpan[] = quotes.flatMap(({ content }) => content);

/** Any text in a format. */
export function rendered(name: FormatName, text = PAGE, options: AnalyzeOptions = {}): string {
  return render(name, text, analyze(text, rules, optionsForRendering(options)), options);
}
