/**
 * Two made-up outlets with the same twenty statements: the first has them whole, the second changes each.
 * @module
 */
import type { TraceKind } from '../../src/archive/trace.ts';

interface Changed {
  readonly said: string;
  readonly again: string;
  readonly kinds: readonly TraceKind[];
}

const of = (said: string, again: string, ...kinds: readonly TraceKind[]): Changed => ({
  said,
  again,
  kinds,
});

export const CHANGED: readonly Changed[] = [
  of(
    'The bridge will stay shut until the last of the cracked beams has been replaced',
    'The bridge will stay shut until the last of the cracked beams has been replaced',
    'verbatim',
  ),
  of(
    'We’ll open the harbour road again on Monday – weather permitting, and not before',
    "We'll open the harbour road again on Monday - weather permitting, and not before",
    'typographic',
  ),
  of(
    'The council spent the money that was meant for the library roof on a new car park',
    'The council spent the money … on a new car park',
    'cut',
  ),
  of(
    'Nobody who lives on the east bank was ever asked what they thought of the plan',
    'Nobody who lives on the east bank […] thought of the plan',
    'cut',
  ),
  of(
    'I signed the contract because the ministry had promised in writing to pay half of it',
    'I signed the contract because the ministry had promised to pay half of it',
    'left-out',
  ),
  of(
    'The ferry is safe in calm water but it should never have left the port that night',
    'The ferry is safe in calm water',
    'shortened',
  ),
  of(
    'If the rain goes on like this we shall have to leave our houses before the weekend',
    'we shall have to leave our houses before the weekend',
    'shortened',
  ),
  of(
    'The trains were late on nine days out of ten and the company knew the reason for it',
    'The trains were late on eight days out of ten and the company knew the reason for it',
    'altered',
  ),
  of(
    'Our pupils need more teachers and smaller classes far more than they need new screens',
    'Our pupils need more teachers and smaller classes far more than they need new computers',
    'altered',
  ),
  of(
    'The company has not paid a single worker at the foundry since the end of January',
    'The company has paid a single worker at the foundry since the end of January',
    'left-out',
  ),
  of(
    'We found traces of the oil on every beach between the lighthouse and the old pier',
    'We found traces of the toxic oil on every beach between the lighthouse and the old pier',
    'added',
  ),
  of(
    'The new timetable leaves the villages in the valley without a bus after eight',
    'The new timetable leaves all the villages in the valley without a bus after eight',
    'added',
  ),
  of(
    'There is enough water in the reservoir for two summers if everybody saves a little',
    'there is enough water in the reservoir for two summers if everybody saves a little',
    'typographic',
  ),
  of(
    'The theatre cannot survive another season with half of its seats closed to the public',
    'The theatre cannot survive another winter with half of its seats closed to the public',
    'altered',
  ),
  of(
    'My brother was on the upper deck when the lights went out and nobody came to help',
    'My brother was on the upper deck when the lights went out',
    'shortened',
  ),
  of(
    'The tests that we made in March and April showed that the wells are clean again',
    'The tests showed that the wells are clean again',
    'left-out',
  ),
  of(
    'It was the worst storm on this coast in the forty years that I have been a pilot',
    'It was the worst storm on this coast … that I have been a pilot',
    'cut',
  ),
  of(
    'The mill closed because its owners moved the machines abroad over the holidays',
    'The mill closed because its new owners moved the machines abroad over the holidays',
    'added',
  ),
  of(
    'Every family in the street will get its deposit back before the first of December',
    'Every family in the street will get its deposit back before the first of November',
    'altered',
  ),
  of(
    'You cannot teach children to swim in a town that has closed all of its pools',
    'You cannot teach children to swim in a town that has closed most of its pools',
    'altered',
  ),
];

const PEOPLE = ['Ines Marlow', 'Teodor Brandt', 'Priya Nand', 'Callum Ferris', 'Odile Sarrazin'];

function story(i: number, quote: string): string {
  const name = PEOPLE[i % PEOPLE.length] as string;
  return [
    'Council hears from residents on the plans for next year',
    `By Hannah Brook`,
    `Residents of Port Ellery met on Tuesday to talk about the year ahead. The meeting lasted three hours, and the hall was full.`,
    `“${quote},” said ${name}, who spoke for the residents.`,
    `The council will meet again in spring. Minutes of the meeting are kept at the town hall and can be read there by anybody.`,
  ].join('\n\n');
}

/** A line a story. The second outlet stands in front in the archive, and is a day later. */
export function outlets(): string {
  const line = (outlet: string, published: string, i: number, quote: string): string =>
    JSON.stringify({ id: `${outlet}-${i}`, text: story(i, quote), published, language: 'en' });
  const courier = CHANGED.map(({ again }, i) => line('courier', '2024-03-06', i, again));
  const post = CHANGED.map(({ said }, i) => line('post', '2024-03-05T18:00:00Z', i, said));
  return [...courier, ...post].join('\n');
}
