import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/rules/load.ts';
import { findPhrases } from '../../../src/rules/match/trie.ts';
import { segmentDocument } from '../../../src/segments/segment.ts';
import { readDocument } from '../../../src/text/document.ts';

/** The label of each line, in order. */
function labelsOf(lines: readonly string[]): readonly string[] {
  const doc = readDocument(lines.join('\n'), rules.vocabulary);
  const { segments } = segmentDocument(doc, rules, findPhrases(rules.trie, doc.words), {
    explain: false,
  });
  let at = 0;
  return lines.map((line) => {
    const middle = at + line.length / 2;
    at += line.length + 1;
    return segments.find(({ start, end }) => start <= middle && middle < end)?.label ?? 'none';
  });
}

interface Language {
  readonly top: readonly string[];
  readonly news: readonly string[];
  readonly headings: readonly string[];
  readonly share: string;
  readonly ago: (hours: number) => string;
  readonly thread: readonly string[];
}

const ENGLISH: Language = {
  top: [
    'Storm Maren: ferries stop, two villages cut off',
    'Follow the latest from the coast. The harbour has been closed since Monday evening.',
  ],
  news: [
    'The harbour master, Ada Okoro, has closed the outer pier until further notice.',
    '“We have never seen waves like this,” Okoro told reporters at the quay. “Nobody should go near the wall.”',
    'Trains between Avon and Brill are cancelled, the operator says. Buses will replace them from 2 pm.',
    'Around 300 homes are without electricity, according to the grid company.',
    '“It came over the wall in ten minutes,” said Ruth Hale, who runs the bakery.',
    'Police have asked drivers to avoid the coast road. A lorry turned over this morning; the driver was unhurt.',
    'The mayor, Leo Brandt, was asked whether the wall would hold. “I am not an engineer,” he replied.',
  ],
  headings: ['Outer pier closed', 'Trains cancelled', 'Hundreds without power'],
  share: 'Share',
  ago: (hours) => `${hours} hours ago`,
  thread: [
    '2 Comments',
    'kate88 says:',
    'October 13, 2015 at 1:15 pm',
    'I was there and it was far worse than you write!',
    'Reply',
    'old_sailor says:',
    'October 13, 2015 at 2:40 pm',
    'Who paid for that wall?',
    'Reply',
    'Leave a Reply',
  ],
};

const SPANISH: Language = {
  top: [
    'Temporal Maren: los transbordadores paran y dos pueblos quedan aislados',
    'Siga aquí la última hora del temporal en la costa. El puerto está cerrado desde el lunes.',
  ],
  news: [
    'La capitana del puerto, Ada Okoro, ha cerrado el muelle exterior hasta nuevo aviso.',
    '«Nunca habíamos visto olas así», ha dicho Okoro. «Nadie debe acercarse al muro».',
    'Los trenes entre Avon y Brill están cancelados, según la operadora. Habrá autobuses desde las 14.00.',
    'Unos 300 hogares están sin luz, según la compañía eléctrica.',
    '«Pasó el muro en diez minutos», ha contado Ruth Hale, dueña de la panadería.',
    'La policía pide a los conductores que eviten la carretera. Un camión volcó; el conductor está ileso.',
    'Han preguntado al alcalde si el muro habría aguantado. «No soy ingeniero», ha respondido.',
  ],
  headings: ['Muelle exterior cerrado', 'Trenes cancelados', 'Cientos de hogares sin luz'],
  share: 'Compartir',
  ago: (hours) => `hace ${hours} horas`,
  thread: [
    '2 comentarios',
    'kate88 dice:',
    '13 octubre, 2015 a las 13:15',
    '¡Yo estaba allí y fue mucho peor!',
    'Responder',
    'marinero dice:',
    '13 octubre, 2015 a las 14:40',
    '¿Quién pagó ese muro?',
    'Responder',
    'Deja una respuesta',
  ],
};

const REPORTERS = ['Mia Lund', 'Tom Hale', 'Jo Abara'];
const clock = (i: number): string => `${20 - Math.floor(i / 3)}:${10 + ((i * 17) % 50)}`;

type Make = (language: Language, i: number) => readonly string[];

const MAKES: readonly (readonly [string, Make])[] = [
  ['times of day', (_, i) => [clock(i)]],
  ['times and headings', ({ headings }, i) => [clock(i), headings[i % 3] as string]],
  ['hours that have passed', ({ ago, headings }, i) => [ago(1 + i), headings[i % 3] as string]],
  ['reporters and times', (_, i) => [REPORTERS[i % 3] as string, clock(i)]],
  ['dates', ({ headings }, i) => [`4.3.2024, ${clock(i)}`, headings[i % 3] as string]],
  ['buttons', ({ share }, i) => [`${clock(i)} GMT`, share]],
];

describe.each([
  ['English', ENGLISH],
  ['Spanish', SPANISH],
])('live reports in %s', (_, language) => {
  it.each(MAKES)('are the story, and comments below them are not: %s', (_make, make) => {
    const entries = Array.from({ length: 12 }, (_unused, i) => [
      ...make(language, i),
      ...[0, 1].map((k) => language.news[(i * 2 + k) % language.news.length] as string),
    ]).flat();
    const labels = labelsOf([...language.top, ...entries, ...language.thread]);
    const story = labels.filter((_label, i) =>
      [...language.top, ...language.news].includes(
        [...language.top, ...entries, ...language.thread][i] as string,
      ),
    );
    expect(story.filter((label) => label !== 'body')).toEqual([]);
    const below = labels.slice(language.top.length + entries.length);
    expect(below.filter((label) => label === 'body')).toEqual([]);
  });
});
