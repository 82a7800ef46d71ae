/**
 * Made-up pages for the tools of assistants.
 * @module
 */
export const PAGES = {
  bridge: `Home | Local | Sport | Weather 🌦
Harbour bridge to stay shut until May
By Hannah Brook
Published 3 March 2026, 7.15 am

The harbour bridge will stay shut until May, the city council said on Tuesday. Some nine thousand cars a day will go on taking the long way round by the old lock.

“We found cracks in two of the main beams,” said Ines Marlow, the chief engineer. “Nobody should drive over that.” She promised that a new timetable would be out within a week.

Shop owners on the east bank had hoped for an earlier date. Since the bridge was closed in January, some of them have lost half of their customers.

Sign up for our newsletter
Get the news from the harbour in your inbox every morning

Comments (2)

oldsalt
3 hours ago
About time somebody looked at it! My father told them in 1998 that those beams were rotten, and nobody wanted to hear it.
Reply
`,
  ferry:
    '“The swell is too high,” said Callum Ferris, its captain. “We could get out of the harbour, but nobody can tell how we would get in again.”',
} as const;
