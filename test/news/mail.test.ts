import { expect, test } from 'vitest';
import { analyze, readNews } from '../../src/analyze.ts';
import { NewsError } from '../../src/news/error.ts';
import { readMail, type Mail } from '../../src/news/mail.ts';
import { rules } from '../../src/rules/load.ts';
import { breaches } from '../contract.ts';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const mail = (headers: readonly string[], body: string): string =>
  [...headers, '', body].join('\r\n');
/** A part of a multipart whose boundary is `b`. */
const part = (type: string, body: string, ...headers: readonly string[]): string =>
  ['--b', `Content-Type: ${type}`, ...headers, '', body, ''].join('\r\n');
const multipart = (subtype: string, ...parts: readonly string[]): string =>
  mail([`Content-Type: multipart/${subtype}; boundary="b"`], `${parts.join('')}--b--\r\nbehind`);
const bodyOf = (source: string | Uint8Array): Mail['body'] => readMail(source).body;

test.each([
  ['=?utf-8?Q?F=C3=A4hre_im?= =?utf-8?B?IEhhZmVu?=', 'Fähre im Hafen'],
  ['=?iso-8859-1?q?F=E4hre?= bleibt', 'Fähre bleibt'],
  ['=?utf-8?Q?F=C3?=\r\n =?utf-8?Q?=A4hre?=', 'Fähre'],
  ['=?utf-8*de?Q?F=C3=A4hre?=', 'Fähre'],
  ['=?none?Q?F=E4hre?=', 'Fähre'],
  ['Ferry\r\n\tstays   in port', 'Ferry stays in port'],
  ['=?utf-8?X?a?=', '=?utf-8?X?a?='],
  ['Fähre', 'Fähre'],
])('a subject of %j', (subject, expected) => {
  expect(readMail(mail([`Subject: ${subject}`], 'a')).subject).toBe(expected);
});

test.each([
  ['"Brandt, Ada" <ada@elsing.example>', 'Brandt, Ada'],
  ['Ada Brandt <ada@elsing.example>, Paul <p@elsing.example>', 'Ada Brandt'],
  ['=?utf-8?Q?Ada_Br=C3=A4ndt?= <ada@elsing.example>', 'Ada Brändt'],
  ['<ada@elsing.example>', 'ada@elsing.example'],
  ['ada@elsing.example', 'ada@elsing.example'],
  ['ada@elsing.example (Ada Brandt)', 'Ada Brandt'],
  ['"Ada \\"A\\" Brandt" <ada@elsing.example>', 'Ada "A" Brandt'],
])('a sender of %j', (from, expected) => {
  expect(readMail(mail([`From: ${from}`], 'a')).from).toBe(expected);
});

test.each([
  ['quoted-printable', 'F=E4hre =\r\nbleibt=', 'Fähre bleibt='],
  ['Quoted-Printable', 'F=e4hre=  \nbleibt =ZZ', 'Fährebleibt =ZZ'],
  ['base64', 'RuRo\r\ncmU=\r\nYQ==', 'Fährea'],
  ['8bit', 'F\xe4hre', 'Fähre'],
  ['', 'F\xe4hre', 'Fähre'],
])('a body that is %s', (encoding, body, expected) => {
  const headers = [
    'Content-Type: text/plain; charset=iso-8859-1',
    `Content-Transfer-Encoding: ${encoding}`,
  ];
  expect(bodyOf(latin(mail(headers, body)))).toEqual({ text: expected });
});

test('a charset that is not named, or does not exist, is UTF-8 or windows-1252', () => {
  for (const type of ['text/plain', 'text/plain; charset=us-ascii', 'text/plain; charset=x-none'])
    for (const bytes of [latin('F\xe4hre'), new TextEncoder().encode('Fähre')]) {
      const head = latin(mail(['Subject: a', `Content-Type: ${type}`], ''));
      expect(bodyOf(Buffer.concat([head, bytes]))).toEqual({ text: 'Fähre' });
    }
});

test('as characters, what is not encoded needs no charset', () => {
  const headers = ['Subject: a', 'Content-Type: text/plain; charset=iso-8859-1'];
  expect(bodyOf(mail(headers, 'Fähre 渡船'))).toEqual({ text: 'Fähre 渡船' });
  const coded = [...headers, 'Content-Transfer-Encoding: quoted-printable'];
  expect(bodyOf(mail(coded, 'F=E4hre'))).toEqual({ text: 'Fähre' });
});

test('of text and HTML the text is taken, and HTML where there is no text', () => {
  const html = part('text/html', '<html><head><title>x</title></head><body class="a"><p>one</p>');
  expect(bodyOf(multipart('alternative', part('text/plain', 'two'), html))).toEqual({
    text: 'two',
  });
  expect(bodyOf(multipart('alternative', part('text/plain', ' '), html))).toEqual({
    html: '<p>one</p>',
  });
  expect(bodyOf(multipart('mixed', html, part('text/plain', 'a < b')))).toEqual({
    html: '<p>one</p>\n<p>a &lt; b</p><p></p>',
  });
  expect(bodyOf(multipart('mixed', part('text/plain', 'one'), part('text/plain', 'two')))).toEqual({
    text: 'one\n\ntwo',
  });
});

test('attachments are left out, whatever they are', () => {
  const body = bodyOf(
    multipart(
      'mixed',
      part('text/plain', 'one'),
      part('text/plain', 'two', 'Content-Disposition: attachment; filename="a.txt"'),
      part('application/pdf', 'three', 'Content-Transfer-Encoding: base64'),
      part('message/rfc822', 'Subject: four\r\n\r\nfour'),
      part('text/calendar', 'five'),
    ),
  );
  expect(body).toEqual({ text: 'one' });
});

test('multiparts stand in each other, and may not be ended', () => {
  const inner = [
    '--b',
    'Content-Type: multipart/alternative; boundary=c',
    '',
    '--c',
    'Content-Type: text/plain',
    '',
    'one',
    '--cc',
    '--c',
    'Content-Type: text/html',
    '',
    '<p>two',
    '',
  ].join('\n');
  const body = bodyOf(
    mail(
      ['Content-Type: multipart/mixed; boundary=b'],
      `ahead\n${inner}${part('text/plain', 'three')}`,
    ),
  );
  expect(body).toEqual({ text: 'one\n--cc\n\nthree\n' });
});

test('a multipart without parts is its text', () => {
  expect(bodyOf(mail(['Content-Type: multipart/mixed; boundary=b'], 'one'))).toEqual({
    text: 'one',
  });
  expect(bodyOf(mail(['Content-Type: multipart/mixed'], 'one'))).toEqual({ text: 'one' });
});

test('a part may have no header and no body', () => {
  expect(bodyOf('Content-Type: multipart/mixed; boundary=b\n\n--b\n--b\n\none\n--b--')).toEqual({
    text: 'one',
  });
});

test('flowed lines are put together, by their depth', () => {
  const type = 'Content-Type: text/plain; format=flowed';
  const body = 'The ferry \nsails.\n> one \n> two\n>> three \n> four\n  stuffed\n-- \nAda';
  expect(bodyOf(mail([type], body))).toEqual({
    text: 'The ferry sails.\n> one two\n>> three \n> four\n stuffed\n-- \nAda',
  });
  expect(bodyOf(mail([`${type}; DelSp=Yes`], '渡船 \n出發'))).toEqual({ text: '渡船出發' });
});

test.each([
  ['', 'neither From'],
  ['hello world', 'neither From'],
  ['\0'.repeat(100), 'neither From'],
  ['{"a": 1}', 'neither From'],
  [`Subject: a\nX: ${'x'.repeat(300_000)}\n\na`, 'too long'],
  [`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\na\n'.repeat(10_001)}`, 'too many'],
  [
    Array.from(
      { length: 40 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join(''),
    'too deeply',
  ],
])('%.20j is refused', (source, words) => {
  const read = (): Mail => readMail(source);
  expect(read).toThrow(NewsError);
  expect(read).toThrow(words);
});

test.each([
  'Subject: a\n\n',
  'From: x',
  'Subject:\n\n\u{1f600}\ud800',
  `Subject: ${'=?utf-8?Q?'.repeat(1000)}\n\n${'=\n'.repeat(1000)}`,
  'Content-Type: multipart/alternative; boundary="--"\n\n----\n\n------\n',
  `Subject: a\r\r\n\r\n${'\r'.repeat(1000)}`,
  `Content-Type: text/plain; ${'a="\\"'.repeat(1000)}\n\na`,
])('%.30j is answered', (source) => {
  const page = readNews({ mail: source }, rules);
  expect(breaches(page.text, analyze(page, rules))).toEqual([]);
});

const STORY = [
  'ELSING, March 3 - The harbour bridge will stay shut until May, the city',
  'council said on Tuesday. Some nine thousand cars a day will go on taking',
  'the long way round by the old lock, which is as narrow as it was.',
  '',
  '“We found cracks in two of the main beams,” said Ines Marlow, the chief',
  'engineer. “Nobody should drive over a bridge like that, and nobody will',
  'have to do so.”',
];
const HEADERS = [
  'From: Ada Brandt <ada@elsing.example>',
  'Subject: Harbour bridge to stay shut until May',
  'Date: Tue, 3 Mar 2026 07:15:00 +0100',
];

test.each([
  ['text', 'text/plain', STORY.join('\n'), 72],
  ['HTML', 'text/html', `<p>${STORY.join('\n').replace('\n\n', '</p><p>')}</p>`, null],
])('a mail of %s has fields, and quotes with speakers', (_, type, body, wrapped) => {
  const page = readNews({ mail: mail([...HEADERS, `Content-Type: ${type}`], body) }, rules);
  const answer = analyze(page, rules);
  expect(breaches(page.text, answer)).toEqual([]);
  expect(answer.text).toBe(page.text);
  expect(answer.input).toEqual({ format: 'mail', wrapped });
  const segments = answer.segments?.map(({ label, kind, text }) => [
    `${label}/${kind}`,
    text.trim(),
  ]);
  expect(segments?.slice(0, 2)).toEqual([
    ['body/headline', 'Harbour bridge to stay shut until May'],
    ['boilerplate/byline', 'Ada Brandt\n\nTue, 3 Mar 2026 07:15:00 +0100'],
  ]);
  expect(segments?.[2]?.[0]).toBe('body/paragraph');
  expect(answer.articles).toHaveLength(1);
  const [quote] = answer.quotes?.filter(({ type: kind }) => kind === 'direct') ?? [];
  expect(quote?.content[0]?.text).toBe('“We found cracks in two of the main beams,”');
  expect(answer.speakers?.map(({ name }) => name)).toContain('Ines Marlow');
});
