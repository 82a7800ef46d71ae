/**
 * What the features of quotes mean, as one would say it of the quote at hand. Features that only tell finer shades of
 * where something stands share a sentence.
 * @module
 */
import type { Quote } from '../schema/types.ts';
import { excerpt } from './words.ts';

/** UTF-16 units of a name or a verb inside a sentence. */
const MOST = 40;

/** Where a source stands, as seen from the verb; everywhere else is before it. */
const PLACES: Readonly<Record<string, string>> = {
  adjacent: 'right before',
  right: 'right behind',
  'right-far': 'behind',
  within: 'inside',
};

/** What leads to words that have no marks. */
const STARTS: Readonly<Record<string, string>> = {
  that: '“That” leads to the words',
  colon: 'A colon leads to the words',
  question: 'A question word opens the words',
};

/** Which of the words are in marks. */
const MARKS: Readonly<Record<string, string>> = {
  none: 'No marks around the words',
  all: 'Marks around the words',
};
const SOME_MARKS = 'Marks around some of the words';

/** Word lists that a source is found in, by what their rules' ids hold. */
const LISTS: readonly (readonly [id: RegExp, text: string])[] = [
  [/pronoun/, 'is a pronoun'],
  [/given|names?\//, 'is a person’s name'],
  [/title|role|spokes/, 'says what somebody is or does'],
  [/organisation/, 'is an organisation'],
  [/group/, 'is a group of people'],
  [/document/, 'is a document'],
];

/** A sentence for a piece of evidence; null where a rule's own description says it better, or nothing says it plainly. */
export function aboutQuote(name: string, { cue, source, order = '' }: Quote): string | null {
  const said = cue === null ? 'the verb' : marked(cue.text);
  const who = source === null ? 'The speaker' : marked(source.text);
  if (/\/cues\//.test(name)) {
    const isVerb = cue !== null && !/\s/.test(cue.text.trim());
    return `${said} ${isVerb ? 'is a reporting verb' : 'tells that something was said'}`;
  }
  const [, part = '', feature = '', rest = ''] = /^([a-z]+)\/([^=<>]*)([=<>].*)?$/.exec(name) ?? [];
  const value = rest.replace(/^[=<>]+/, '');
  const [first = '', second = ''] = value.split('+');
  switch (part) {
    case 'source':
      return aboutSource(feature, first, who, said);
    case 'content':
      if (feature.endsWith('+marks')) {
        const marks = second || first;
        return (marks === 'none' && STARTS[first]) || (MARKS[marks] ?? SOME_MARKS);
      }
      if (feature === 'start-after' && !order.startsWith('content'))
        return `The words follow ${said}`;
      return feature.startsWith('words') ? 'How long the words are' : null;
    case 'frame':
      if (feature === 'mark') return first === 'none' ? 'No marks in the sentence' : null;
      return feature === 'negated' ? `${said} is denied` : null;
    case 'speaker':
      return aboutSpeaker(name.split('/').at(-1) ?? '');
    case 'turn':
      return 'People talk in turn, each with a name in front';
    case 'loose':
      return /side/.test(feature) ? 'Who stands beside the words' : null;
    case 'run':
      return 'The form of the verb tells what others said';
  }
  const list = LISTS.find(([id]) => id.test(name))?.[1];
  return list === undefined ? null : `${who} ${list}`;
}

function aboutSource(feature: string, place: string, who: string, said: string) {
  if (feature.startsWith('place')) {
    if (place === 'none') return `Nobody is named beside ${said}`;
    return `${who} stands ${PLACES[place] ?? 'before'} ${said}`;
  }
  if (place === 'start' || feature.startsWith('first')) return `${who} opens the sentence`;
  return null;
}

function aboutSpeaker(step: string): string {
  if (step === 'name') return 'A name says who speaks';
  return step === 'none'
    ? 'Nobody could be made out as the speaker'
    : `A ${step.replaceAll('-', ' ')} leads to the speaker`;
}

function marked(text: string): string {
  return `‘${excerpt(text, MOST)}’`;
}
