import { describe, expect, it } from 'vitest';
import { rules } from '../../../../src/rules/load.ts';
import { findPhrases } from '../../../../src/rules/match/trie.ts';
import { readPage } from '../../../../src/segments/features/page.ts';
import type { RecordList } from '../../../../src/segments/features/records/list.ts';
import { BEAT, ROLES } from '../../../../src/segments/features/records/records.ts';
import { ENDS } from '../../../../src/segments/features/records/spans.ts';
import { readRuleFacts } from '../../../../src/segments/features/rule-hits.ts';
import { threadScore } from '../../../../src/segments/features/records/thread-score.ts';
import { readDocument } from '../../../../src/text/document.ts';

const facts = readRuleFacts(rules);

function recordsOf(text: string) {
  const doc = readDocument(text, rules.vocabulary);
  const page = readPage(doc, rules, facts, findPhrases(rules.trie, doc.words));
  const line = (u: number): string => text.slice(page.units.start[u], page.units.end[u]);
  const find = (start: string): number =>
    Array.from({ length: page.units.count }, (_, u) => u).find((u) => line(u).startsWith(start)) ??
    -1;
  return { ...page.records, count: page.units.count, line, find };
}

/** The list with most talk in it. */
function mainList({ lists }: { readonly lists: readonly RecordList[] }): RecordList {
  const [first, ...others] = lists;
  if (!first) throw new Error('no list');
  return others.reduce((a, b) => (b.share > a.share ? b : a), first);
}

const roleOf = (role: number | undefined): string => ROLES[(role ?? 0) - 1] ?? 'none';
const endOf = ({ end }: RecordList): string => ENDS[end] as string;

const STORY = [
  'The mill on the Osk will grind again',
  'The council has bought the old mill on the river and wants to see its wheel turn before the winter comes.',
  'Nobody has ground a sack of corn there since the flood, and the roof has been open to the rain for eleven years.',
  'The wheel is to be built by two brothers from the next valley, who have never built one and say that it cannot be hard.',
];

const SAYINGS = [
  'I walked past it every day on my way to school. So glad that somebody cares at last!',
  'and who is going to pay for all this, if I may ask? the same people as always.',
  'My grandfather was the last miller. He would have liked to see this day, I think.',
  'It will stand still again after two years. You will see!',
  'The brothers built our barn. It leaks, but it stands.',
  'Why not a bakery? There is none between here and the coast.',
];
const NAMES = ['Ilse Omdal', 'reedwarbler', 'Tomas V.', 'K. Adeyemi', 'oldmiller', 'Runa'];

const said = (make: (name: string, text: string, i: number) => readonly string[]): string =>
  [...STORY, ...SAYINGS.flatMap((text, i) => make(NAMES[i] as string, text, i))].join('\n\n');

const clock = (i: number): string => `${8 + i}:0${i} pm`;

describe('threads', () => {
  it.each([
    [
      'NAME on DATE said',
      (name, text, i) => [`${name} on May ${3 + i}, 2021 at ${clock(i)} said:`, text],
    ],
    ['numbered', (name, text, i) => [`#${i + 1}`, name, `May ${3 + i}, 2021, ${clock(i)}`, text]],
    [
      'by NAME » DATE',
      (name, text, i) => [`by ${name} » Mon May ${3 + i}, 2021 ${clock(i)}`, text],
    ],
  ] satisfies [string, (name: string, text: string, i: number) => readonly string[]][])(
    'of the make %s open their records with a beat',
    (_, make) => {
      const records = recordsOf(said(make));
      const list = mainList(records);
      expect(list.chain.strokes.length).toBe(SAYINGS.length);
      expect(endOf(list)).toBe('head');
      expect(threadScore(list)).toBeGreaterThan(-1.5);
      const last = records.find(SAYINGS.at(-1) as string);
      expect(records.list[last]).toBe(records.lists.indexOf(list) + 1);
      expect(roleOf(records.role[last])).toBe('tail');
      expect(records.ordinal[last]).toBe(SAYINGS.length);
      expect(records.list[records.find(STORY[1] as string)]).toBe(0);
    },
  );

  it('close their records with a beat, where names stand below', () => {
    const text = `${said((name, words, i) => [words, `Posted by ${name} at May ${3 + i}, 2021 ${clock(i)}`])}\n\nAbout us`;
    const records = recordsOf(text);
    const list = mainList(records);
    expect(endOf(list)).toBe('foot');
    expect(roleOf(records.role[records.find(SAYINGS[0] as string)])).toBe('lead');
    expect(records.ordinal[records.find(SAYINGS[1] as string)]).toBe(2);
    expect(records.list[records.find('About us')]).toBe(0);
  });

  it('may have their records in one line each', () => {
    const records = recordsOf(
      said((name, text, i) => [`${name} says: May ${3 + i}, 2021 at ${clock(i)} ${text}`]),
    );
    const list = mainList(records);
    expect(list.chain.strokes.length).toBe(SAYINGS.length);
    expect(list.talk).toBe(1);
  });

  it('close their records with the button below every comment', () => {
    const records = recordsOf(
      said((name, text, i) => [name, `May ${3 + i}, 2021, ${clock(i)}`, text, 'Reply']),
    );
    const list = mainList(records);
    expect(endOf(list)).toBe('foot');
    expect(list.companions).toBe(1);
    expect(list.timed).toBe(true);
    const first = records.find(NAMES[0] as string);
    expect(roleOf(records.role[first])).toBe('lead');
    expect(records.list[first - 1]).toBe(0);
    expect(records.ordinal[records.find(SAYINGS[1] as string)]).toBe(2);
  });

  it('do not begin with the date of the story above their header', () => {
    const [headline = '', ...paragraphs] = STORY;
    const thread = SAYINGS.flatMap((text, i) => [
      `${NAMES[i]}`,
      `May ${3 + i}, 2021, ${clock(i)}`,
      text,
    ]);
    const records = recordsOf(
      [headline, 'May 2, 2021, 9:30 am', ...paragraphs, '6 Comments', ...thread].join('\n\n'),
    );
    expect(records.list[records.find(paragraphs[1] as string)]).toBe(0);
    expect(mainList(records).headed).toBe(true);
  });

  it('are less likely where only one of the records has talk', () => {
    const list = mainList(
      recordsOf(said((name, text, i) => [`${name} on May ${3 + i}, 2021`, text])),
    );
    const lone = { ...list, chain: { ...list.chain, talking: 1 } };
    expect(threadScore(lone)).toBeLessThan(threadScore(list));
  });

  it('are told from stories whose lines come again by chance', () => {
    const records = recordsOf(STORY.join('\n\n'));
    expect(records.lists.filter((list) => threadScore(list) > -2)).toEqual([]);
  });
});

describe('the order of dates', () => {
  const listOf = (stamps: readonly string[]): RecordList =>
    mainList(
      recordsOf(
        [
          ...STORY,
          ...SAYINGS.flatMap((text, i) => [`${NAMES[i]}`, stamps[i] as string, text]),
        ].join('\n\n'),
      ),
    );
  const days = [3, 4, 5, 6, 7, 8];
  const hours = ['05:58', '06:12', '08:40', '11:03', '17:45', '22:10'];

  it.each([
    ['days in words', days.map((day) => `May ${day}, 2021`)],
    ['days in numbers', days.map((day) => `0${day}.05.2021`)],
    ['hours of one day', hours.map((hour) => `[05/01/2012, ${hour}]`)],
  ])('is found for %s', (_, stamps) => {
    expect(listOf(stamps).order).toBe(1);
    expect(listOf(stamps.toReversed()).order).toBe(-1);
    expect(threadScore(listOf(stamps))).toBeGreaterThan(threadScore(listOf(stamps.toReversed())));
  });

  it('is none where dates go up and down', () => {
    const mixed = [3, 8, 4, 7, 5, 6].map((day) => `May ${day}, 2021`);
    expect(listOf(mixed).order).toBe(0);
  });

  it('is none where nothing differs', () => {
    expect(listOf(days.map(() => 'May 3, 2021')).order).toBe(0);
  });
});

describe('languages', () => {
  const threads = {
    ko: [
      '달빛나그네',
      '2021.05.0',
      '어릴 때 매일 그 앞을 지나다녔는데 이제라도 고친다니 정말 기쁩니다. 꼭 가 보고 싶어요!',
    ],
    el: [
      'Νεφέλη',
      '2021-05-0',
      'Περνούσα από εκεί κάθε μέρα όταν ήμουν παιδί. Χαίρομαι πολύ που επιτέλους κάποιος νοιάζεται!',
    ],
    he: [
      'שומר הטחנה',
      '2021.05.0',
      'עברתי שם כל יום כשהייתי ילד קטן, ואני שמח מאוד שמישהו סוף סוף דואג למקום הזה!',
    ],
    zh: [
      '老磨坊主',
      '2021-05-0',
      '我小时候每天上学都从那里经过，真高兴终于有人关心这座老房子了。希望明年就能进去看看！',
    ],
    hu: [
      'vízimolnár',
      '2021. 05. 0',
      'Gyerekként minden nap elmentem mellette. Örülök, hogy végre valaki törődik vele!',
    ],
  };

  it.each(Object.entries(threads))(
    'finds a thread in %s',
    (_, [name = '', day = '', text = '']) => {
      const lines = [1, 2, 3, 4].flatMap((i) => [
        `${name}${i * 7}`,
        `${day}${i} 1${i}:0${i}`,
        text,
      ]);
      const list = mainList(recordsOf(lines.join('\n')));
      expect(list.chain.strokes.length).toBe(4);
      expect(list.timed).toBe(true);
      expect(list.talk).toBe(1);
    },
  );
});

describe('lists without talk', () => {
  it('are lists of their own, dated like the thread above them', () => {
    const thread = SAYINGS.flatMap((text, i) => [NAMES[i] as string, `May ${3 + i}, 2021`, text]);
    const links = [
      'Ice on the lake',
      'Fair opens',
      'School roof',
      'New bridge',
      'Old bridge',
    ].flatMap((title, i) => [title, `May ${3 + i}, 2021`]);
    const records = recordsOf([...thread, ...links].join('\n'));
    const first = records.find('Ice on the lake');
    const list = records.lists[(records.list[records.find('School roof')] as number) - 1];
    expect(list?.talk).toBe(0);
    expect(records.list[first + 2]).not.toBe(records.list[0]);
  });

  it('may be a table with one cell a line', () => {
    const rows = ['Osk', 'Vall', 'Tarn', 'Hew'].flatMap((name, i) => [name, `1,20${i}`, `4${i}.8`]);
    const records = recordsOf([...STORY, ...rows].join('\n'));
    const list = records.lists[(records.list[records.find('1,202')] as number) - 1];
    expect(list?.talk).toBe(0);
    expect(list?.chain.strokes.length).toBeGreaterThanOrEqual(4);
  });

  it('lie between the prose of a story, or below it', () => {
    const rows = ['Osk\t1,204\t44.8', 'Vall\t1,130\t42.1', 'Tarn\t351\t13.1', 'Hew\t12\t0.4'];
    const [headline = '', first = '', ...others] = STORY;
    const between = recordsOf([headline, first, '', ...rows, '', ...others].join('\n'));
    const below = recordsOf([...STORY, '', ...rows].join('\n'));
    const tableOf = ({ list, find, lists }: typeof between): RecordList | undefined =>
      lists[(list[find('Vall')] as number) - 1];
    expect(tableOf(between)?.flanks).toBe(3);
    expect(tableOf(between)?.digits).toBeGreaterThan(0.3);
    expect(tableOf(below)?.flanks).toBe(1);
  });
});

describe('any text', () => {
  it('without words has no lists', () => {
    expect(recordsOf('').lists).toEqual([]);
    expect(recordsOf('—\n—\n—\n—').lists).toEqual([]);
  });

  it('of one record has no list', () => {
    const records = recordsOf([...STORY, NAMES[0], 'May 3, 2021, 8:00 pm', SAYINGS[0]].join('\n'));
    expect(records.lists).toEqual([]);
  });

  it('of a thousand records has one list', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => [
      NAMES[i % 6],
      `May ${1 + (i % 28)}, 2021, 8:${10 + (i % 50)} pm`,
      SAYINGS[i % 6],
    ]).flat();
    const records = recordsOf(lines.join('\n'));
    const list = mainList(records);
    expect(list.chain.strokes.length).toBe(1000);
    expect(records.role.filter((role) => role === BEAT).length).toBeGreaterThanOrEqual(1000);
    expect(records.ordinal[records.count - 1]).toBe(1000);
  });

  it('of a megabyte is read with a bounded number of signatures a line', () => {
    const line = 'Reply 3 · May 3, 2021 8:00 pm';
    const records = recordsOf(Array.from({ length: 33_000 }, () => line).join('\n'));
    expect(records.count).toBeGreaterThan(10_000);
    expect(records.lists.length).toBeGreaterThan(0);
  });
});
