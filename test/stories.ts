/**
 * Stories and pages for tests that change them: what is said in them must come out the same.
 * @module
 */

const BRIDGE = `Harbour bridge to stay shut until May

The harbour bridge will stay shut until May, the city council said on Tuesday, after inspectors found cracks in two of its main beams.

“We found cracks that nobody had expected,” said Ines Marlow, the chief engineer. “No one should drive over that bridge now.”

Shop owners on the east bank had hoped for an earlier date. “Every week costs us a third of our customers,” Peter Vance, who runs a kiosk at the pier, told the council on Monday evening.

Marlow promised to publish a new timetable within a week. She said that the repairs would cost four million crowns, twice as much as planned.

The council’s opposition called the delay “a scandal” and asked for an inquiry. According to its leader, Thomas Brandt, the cracks had been known since autumn.`;

const LIBRARY = `Library finds letters of forgotten poet under the floor

Workers who were mending the floor of the town library have found forty letters by a poet whose name hardly anybody remembers.

“They were tied with a shoelace and dry as the day they were written,” said Lena Osterberg, the librarian. “I read the first one standing up and the others sitting down.”

The letters were written between 1911 and 1914, and most of them ask for money. Osterberg said that they would be shown to the public in the summer.

A professor of literature at the university, Ruth Castell, warned that the hand had yet to be compared. “It would not be the first time that somebody buried a joke,” she said.

The floor will be finished next month.`;

const MARKET = `Fish market moves indoors after wet winter

The fish market will move into the old tram depot in November, after three winters in which half of its stalls stayed at home.

“People do not buy mackerel in the rain,” said Ines Marlow, who speaks for the stallholders. She said that rents would stay as they were.

Neighbours are less sure. “The smell will live in that roof for a century,” Carla Dunn said. She has collected two hundred signatures.

Marlow told reporters that the depot would be aired every night. “We have sold fish for sixty years and nobody has moved away because of it,” she added.`;

/** Stories without furniture, by name. Their marks are curly, and there is no double mark inside another. */
export const STORIES: readonly (readonly [name: string, text: string])[] = [
  ['of the bridge', BRIDGE],
  ['of the library', LIBRARY],
  ['of the market', MARKET],
];

const inFurniture = (story: string): string => {
  const [headline, ...paragraphs] = story.split('\n\n');
  return [
    'Menu\nHome\nNews\nSport\nWeather\nSign in',
    headline,
    'By Ellen Rask\nPublished 2 June 2021 at 10:15',
    'Share\nFacebook\nTwitter\nCopy link',
    ...paragraphs,
    'Most read\nFive rescued after ferry fire\nRail fares to rise again',
    '© 2021 Town Crier Media. All rights reserved.',
  ].join('\n\n');
};

/** Stories and whole pages, by name. */
export const FIXTURES: readonly (readonly [name: string, text: string])[] = [
  ...STORIES,
  ['of the bridge with furniture', inFurniture(BRIDGE)],
  ['of the market with furniture', inFurniture(MARKET)],
  ['of two stories', `${inFurniture(LIBRARY)}\n\n${inFurniture(MARKET)}`],
];
