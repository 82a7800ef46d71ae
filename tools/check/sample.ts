/**
 * A made-up news page of about six kilobytes, the size that the budgets speak of.
 * @module
 */

const NAMES = ['Ines Marlow', 'Teodor Brandt', 'Priya Nand', 'Callum Ferris', 'Odile Sarrazin'];
const PLACES = ['Harrowgate Bay', 'Lindenau', 'Port Ellery', 'Upper Marsh', 'Saint-Vaury'];
const TOPICS = ['the ferry terminal', 'the flood barrier', 'the night bus', 'the old foundry'];

function paragraphs(i: number): readonly string[] {
  const name = NAMES[i % NAMES.length] ?? '';
  const surname = name.split(' ')[1] ?? '';
  const place = PLACES[i % PLACES.length] ?? '';
  const topic = TOPICS[i % TOPICS.length] ?? '';
  return [
    `“We were told in March that ${topic} would be ready by autumn, and nobody has explained the delay,” said ${name}, who chairs the residents’ council of ${place}.`,
    `Work on ${topic} began ${i + 3} years ago at a cost of $${i + 2}.4 million. According to the regional office, ${30 + i} of ${90 + i} sections have been finished so far.`,
    `${surname} added that the council would ask for a new timetable. “If they need another winter, they should say so,” she told reporters on Tuesday. “People can plan around bad news.”`,
    `A spokesman for the ministry rejected the criticism and said that the contractor had met every condition of the agreement signed in ${2010 + i}.`,
  ];
}

/** The page's text: furniture, a story, furniture. */
export function samplePage(): string {
  const story = Array.from({ length: 8 }, (_, i) => paragraphs(i)).flat();
  return [
    'Home | Local | Business | Weather',
    'Delays at harbour works leave residents waiting',
    'By Staff Writer\nPublished 4 May 2025, 10:30',
    ...story,
    'Read more: What the new timetable means for commuters',
    'Share this article\nFacebook\nEmail',
    'All rights reserved.',
  ].join('\n\n');
}
