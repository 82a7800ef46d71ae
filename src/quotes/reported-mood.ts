/**
 * Sentences that go on reporting without a word of saying, in languages with a mood for it: »Die Brücke sei zu alt. Man
 * habe sie „zu spät“ geprüft.« A sentence in that mood belongs to what was said last, or starts something new.
 * @module
 */
import type { Scene, Sentence } from '../annotation/annotated.ts';
import { headOf, kindOf, KINDS } from '../annotation/mention-types.ts';
import { subjectOf } from '../annotation/subjects.ts';
import { AUXILIARY, isCue, VERB } from '../annotation/tags.ts';
import type { WordSpan } from '../text/spans.ts';
import { choosing } from './model/choose.ts';
import { flag, grid, group, steps } from './model/features.ts';
import { kept, type RawQuote } from './quote.ts';
import { firstWord } from './uncued/neighbours.ts';

/** One way to read a sentence in reported mood. */
export interface RunReading {
  /** It goes on with the sentence before, which is a run as well. */
  readonly joins: boolean;
  readonly source: WordSpan | null;
  readonly features: readonly number[];
}

const FORMS = ['reported', 'unreal', 'hearsay'] as const;
const ORIGINS = ['joined', 'quote', 'subject', 'nobody'] as const;
const DISTANCES = ['1', '2', '3', 'paragraph', 'far', 'none'] as const;
const BEFORES = ['run', 'marks', 'cue', 'cue-phrase', 'other', 'none'] as const;
const NO_YES = ['no', 'yes'] as const;
const KINDS_OR_NONE = [...KINDS, 'none'] as const;

const formOfOrigin = grid('run/origin+form', ORIGINS, FORMS);
const originAt = grid('run/origin+distance', ORIGINS, DISTANCES);
const originOfKind = grid('run/origin+kind', ORIGINS, KINDS_OR_NONE);
const originBehind = grid('run/origin+before', ORIGINS, BEFORES);
const formAt = grid('run/form+distance', FORMS, DISTANCES);
const formBehind = grid('run/form+before', FORMS, BEFORES);
const moods = steps('run/moods', [1, 2]);
const indicatives = grid('run/form+indicatives', FORMS, ['0', '1', '2', '3+']);
const inMarks = grid('run/form+marks', FORMS, NO_YES);
const holdsCue = grid('run/form+cue', FORMS, NO_YES);
const firstFinite = grid('run/form+first-finite', FORMS, NO_YES);
const size = steps('run/words', [4, 8, 14, 25]);
const opensParagraph = flag('run/opens-paragraph');
const together = group('run/other-mood', ['none', 'mixed']);

/** How many sentences back what was said last may lie. */
const REACH_BACK = 6;
/** Longer runs start anew: nobody is quoted so long, and joining stays cheap. */
const MOST_SENTENCES = 20;

/** Quotes of sentences in reported mood that share no word with those `framed`. In order; linear in the sentences. */
export function runsOf(
  scene: Scene,
  weights: Float64Array,
  framed: readonly RawQuote[],
): readonly RawQuote[] {
  const found: RawQuote[] = [];
  for (const { sentence, last, readings } of runGround(scene, framed, () => found.at(-1))) {
    const { reading, confidence } = choosing(readings, weights);
    if (!reading) continue;
    const { from, to } = scene.sentences[sentence] as Sentence;
    const content = [{ from, to }];
    const { source, features } = reading;
    if (reading.joins && last)
      found[found.length - 1] = { ...last, content: [...last.content, ...content] };
    else {
      const told = kept(scene, [features]);
      found.push({ content, source, cue: null, sentence, confidence, features: told });
    }
  }
  return found;
}

/** A sentence in reported mood, and how it may be read. */
export interface RunSite {
  readonly sentence: number;
  /** The run that the sentence before ends, if it does. */
  readonly last: RawQuote | null;
  readonly readings: readonly RunReading[];
}

/**
 * The sentences to decide on, in order; `lastRun` is asked for the last run found so far before each.
 */
export function* runGround(
  scene: Scene,
  framed: readonly RawQuote[],
  lastRun: () => RawQuote | undefined,
): Generator<RunSite> {
  if (!scene.lexicon.lists('reported-mood')) return;
  let next = 0;
  let previous: RawQuote | null = null;
  let end = 0;
  for (let number = 0; number < scene.sentences.length; number++) {
    const sentence = scene.sentences[number] as Sentence;
    while (next < framed.length && firstWord(framed[next] as RawQuote) < sentence.to) {
      previous = framed[next++] as RawQuote;
      end = Math.max(end, ...previous.content.map((span) => span.to));
    }
    const mood = end > sentence.from ? null : moodOf(scene, sentence);
    if (!mood) continue;
    const run = lastRun();
    const before = run && (!previous || firstWord(run) > firstWord(previous)) ? run : previous;
    const last = run && before === run && goesOnAt(scene, run, number) ? run : null;
    yield { sentence: number, last, readings: readingsOf(scene, number, mood, before, last) };
  }
}

/** Whether a run ends right before a sentence, and may grow. */
function goesOnAt(scene: Scene, { content }: RawQuote, number: number): boolean {
  return content.length < MOST_SENTENCES && content.at(-1)?.to === scene.sentences[number - 1]?.to;
}

/** What the verbs of a sentence say. */
interface Mood {
  readonly form: number;
  readonly count: number;
  readonly mixed: boolean;
  readonly indicatives: number;
  readonly first: boolean;
  readonly cues: boolean;
  readonly marks: boolean;
}

/** The mood of a sentence, read off its verbs outside marks; null where none is in reported mood. */
function moodOf(scene: Scene, sentence: Sentence): Mood | null {
  const { classes, lexicon, markOf } = scene;
  const forms = new Set<number>();
  let count = 0;
  let plain = 0;
  let first: boolean | null = null;
  let cues = false;
  let marks = false;
  for (let w = sentence.from; w < sentence.to; w++) {
    if (markOf[w] !== -1) {
      marks = true;
      continue;
    }
    const kind = classes.of[w];
    const mood = lexicon.at(w, 'reported-mood');
    if (isCue(kind)) cues = true;
    if (mood) {
      forms.add(FORMS.indexOf(mood.attribute as (typeof FORMS)[number]));
      count++;
      first ??= true;
    } else if (kind === AUXILIARY || kind === VERB || isCue(kind)) {
      plain++;
      first ??= false;
    }
  }
  if (count === 0) return null;
  return {
    form: Math.min(...forms),
    count,
    mixed: forms.size > 1,
    indicatives: Math.min(3, plain),
    first: first === true,
    cues,
    marks,
  };
}

function readingsOf(
  scene: Scene,
  number: number,
  mood: Mood,
  before: RawQuote | null,
  last: RawQuote | null,
): readonly RunReading[] {
  const sentence = scene.sentences[number] as Sentence;
  const distance = DISTANCES.indexOf(distanceTo(scene, number, before));
  const behind = BEFORES.indexOf(kindBefore(scene, before));
  const common = [
    formAt(mood.form, distance),
    formBehind(mood.form, behind),
    moods(mood.count),
    indicatives(mood.form, mood.indicatives),
    inMarks(mood.form, mood.marks ? 1 : 0),
    holdsCue(mood.form, mood.cues ? 1 : 0),
    firstFinite(mood.form, mood.first ? 1 : 0),
    size(sentence.to - sentence.from),
    together.at(mood.mixed ? 'mixed' : 'none'),
    ...(opens(scene, number) ? [opensParagraph] : []),
  ];
  const make = (origin: (typeof ORIGINS)[number], source: WordSpan | null): RunReading => {
    const row = ORIGINS.indexOf(origin);
    const kind = source
      ? kindOf(scene, source.from, headOf(scene, source.from, source.to))
      : 'none';
    return {
      joins: origin === 'joined',
      source,
      features: [
        ...common,
        formOfOrigin(row, mood.form),
        originAt(row, distance),
        originOfKind(row, KINDS_OR_NONE.indexOf(kind)),
        originBehind(row, behind),
      ],
    };
  };
  const readings: RunReading[] = [];
  if (last) readings.push(make('joined', last.source));
  else if (before?.source && distance < DISTANCES.indexOf('far'))
    readings.push(make('quote', before.source));
  const sentenceBefore = opens(scene, number) ? undefined : scene.sentences[number - 1];
  const subject = sentenceBefore && subjectOf(scene, sentenceBefore);
  if (subject && !last && subject.from !== before?.source?.from)
    readings.push(make('subject', { from: subject.from, to: subject.to }));
  if (!last) readings.push(make('nobody', null));
  return readings;
}

function opens(scene: Scene, number: number): boolean {
  return scene.sentences[number - 1]?.paragraph !== scene.sentences[number]?.paragraph;
}

function distanceTo(
  scene: Scene,
  number: number,
  before: RawQuote | null,
): (typeof DISTANCES)[number] {
  if (!before) return 'none';
  const end = before.content.reduce((most, span) => Math.max(most, span.to), 0);
  let away = 1;
  while (away < REACH_BACK && (scene.sentences[number - away]?.from ?? 0) >= end) away++;
  if (away >= REACH_BACK) return 'far';
  const paragraphs =
    (scene.sentences[number]?.paragraph ?? 0) - (scene.sentences[number - away]?.paragraph ?? 0);
  if (paragraphs > 0) return paragraphs === 1 && away === 1 ? 'paragraph' : 'far';
  return away <= 3 ? (String(away) as '1' | '2' | '3') : 'far';
}

function kindBefore(scene: Scene, before: RawQuote | null): (typeof BEFORES)[number] {
  if (!before) return 'none';
  if (before.content.some((span) => scene.markOf[span.to - 1] !== -1)) return 'marks';
  if (!before.cue) return 'run';
  return before.cue.form === 'phrase' ? 'cue-phrase' : 'cue';
}
