import { describe, expect, test } from 'vitest';
import { gzip, harness, pointersOf, problemOf } from './harness.ts';

const MARK = '\uFEFF';

describe('JSON', () => {
  test('hands text and options on, and the answer back', async () => {
    const { json, asked } = harness();
    const options = {
      id: 'wire-1',
      url: 'https://example.com/a?b=c',
      language: 'pt-BR',
      include: ['segments', 'quotes'],
      quotesIn: ['body', 'comments'],
      offsetUnit: 'codepoint',
      minConfidence: 0.5,
      explain: true,
    };
    const response = await json({ text: 'Hello.', ...options });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(asked).toEqual([{ text: 'Hello.', options }]);
    expect(await response.json()).toMatchObject({
      id: 'wire-1',
      offsetUnit: 'codepoint',
      length: 6,
    });
  });

  test('options that were not sent are not there', async () => {
    const { json, asked } = harness();
    await json({ text: '' });
    expect(asked).toEqual([{ text: '', options: {} }]);
  });

  test.each([
    'application/json',
    'Application/JSON',
    'application/json;charset=utf-8',
    'application/json; charset="UTF-8"',
    'application/json; profile=x; charset=utf8',
  ])('takes the type %s', async (type) => {
    const response = await harness().post('{"text":"a"}', { 'content-type': type });
    expect(response.status).toBe(200);
  });

  test('a byte-order mark is passed over in front of the document and kept in the text', async () => {
    const { post, asked } = harness();
    const body = `${MARK}{"text":"${MARK}a"}`;
    expect((await post(body, { 'content-type': 'application/json' })).status).toBe(200);
    expect(asked[0]?.text).toBe(`${MARK}a`);
  });

  test('lone surrogates are legal, in and out', async () => {
    const { post, asked } = harness((text) => ({ id: text }) as never);
    const body = '{"text":"a\\ud800b\\udc00"}';
    const response = await post(body, { 'content-type': 'application/json' });
    expect(asked[0]?.text).toBe('a\uD800b\uDC00');
    expect(await response.text()).toBe('{"id":"a\\ud800b\\udc00"}');
  });

  test.each([
    '',
    '{',
    '{"text":}',
    'text',
    "{'text':'a'}",
    '{"text":"a"}x',
    `${MARK}${MARK}{"text":"a"}`,
    'NaN',
  ])('malformed: %j', async (body) => {
    const response = await harness().post(body, { 'content-type': 'application/json' });
    expect((await problemOf(response)).type).toBe('/problems/malformed-json');
  });

  test('not UTF-8 is a 400', async () => {
    const body = new Uint8Array([...new TextEncoder().encode('{"text":"'), 0xff, 0x22, 0x7d]);
    const response = await harness().post(body, { 'content-type': 'application/json' });
    expect((await problemOf(response)).type).toBe('/problems/not-utf8');
  });

  test.each([
    ['[]', ['']],
    ['null', ['']],
    ['"text"', ['']],
    ['3', ['']],
    ['{}', ['/text']],
    ['{"text":null}', ['/text']],
    ['{"text":3}', ['/text']],
    ['{"text":["a"]}', ['/text']],
    ['{"html":null}', ['/html']],
    ['{"html":["<p>a</p>"]}', ['/html']],
    ['{"text":"a","html":"b"}', ['/html']],
    ['{"text":"a","lang":"en"}', ['/lang']],
    ['{"text":"a","a very long name of a member":1}', ['']],
    ['{"text":"a","id":3}', ['/id']],
    [`{"text":"a","id":"${'x'.repeat(257)}"}`, ['/id']],
    ['{"text":"a","url":"example.com/page"}', ['/url']],
    ['{"text":"a","url":""}', ['/url']],
    ['{"text":"a","language":"english language"}', ['/language']],
    ['{"text":"a","language":"klingonish"}', ['/language']],
    ['{"text":"a","language":""}', ['/language']],
    ['{"text":"a","include":"quotes"}', ['/include']],
    ['{"text":"a","include":["quotes","Quotes",1]}', ['/include/1', '/include/2']],
    ['{"text":"a","quotesIn":["headline"]}', ['/quotesIn/0']],
    ['{"text":"a","quotesIn":{}}', ['/quotesIn']],
    ['{"text":"a","offsetUnit":"utf8"}', ['/offsetUnit']],
    ['{"text":"a","minConfidence":"0.5"}', ['/minConfidence']],
    ['{"text":"a","minConfidence":1.1}', ['/minConfidence']],
    ['{"text":"a","minConfidence":-0.1}', ['/minConfidence']],
    ['{"text":"a","minConfidence":1e999}', ['/minConfidence']],
    ['{"text":"a","explain":1}', ['/explain']],
    ['{"text":"a","explain":null}', ['/explain']],
    ['{"text":"a","format":1}', ['/format']],
    ['{"text":3,"explain":3}', ['/text', '/explain']],
  ])('not valid: %s', async (body, pointers) => {
    const { post, asked } = harness();
    const response = await post(body, { 'content-type': 'application/json' });
    expect(response.status).toBe(422);
    expect(await pointersOf(response)).toEqual(pointers);
    expect(asked).toEqual([]);
  });

  test('the longest id counts characters, not code units', async () => {
    expect((await harness().json({ text: '', id: '😀'.repeat(256) })).status).toBe(200);
  });

  test('a list of a million bad items is refused without looking at them', async () => {
    const response = await harness().json({ text: '', include: Array(500_000).fill(1) });
    expect(await pointersOf(response)).toEqual(['/include']);
  });

  test('options in the query string are refused rather than ignored; format may stand there', async () => {
    const { json } = harness();
    expect(await pointersOf(await json({ text: '' }, {}, '?explain=true'))).toEqual(['/explain']);
    expect((await json({ text: '' }, {}, '?format=json')).status).toBe(200);
  });
});

describe('plain text', () => {
  test('hands text and query options on', async () => {
    const { post, asked } = harness();
    const query =
      '?id=a%20b&url=https%3A%2F%2Fexample.com&language=en&include=quotes,speakers' +
      '&quotesIn=body&quotesIn=ads&offsetUnit=codepoint&minConfidence=0.25&explain=false';
    expect((await post('Grüße, Żółć.', {}, query)).status).toBe(200);
    expect(asked).toEqual([
      {
        text: 'Grüße, Żółć.',
        options: {
          id: 'a b',
          url: 'https://example.com',
          language: 'en',
          include: ['quotes', 'speakers'],
          quotesIn: ['body', 'ads'],
          offsetUnit: 'codepoint',
          minConfidence: 0.25,
          explain: false,
        },
      },
    ]);
  });

  test.each(['', ' \n\t ', `${MARK}a`, 'a\r\nb\rc\u2028d', '\0'])(
    'keeps %j as it is',
    async (text) => {
      const { post, asked } = harness();
      expect((await post(text)).status).toBe(200);
      expect(asked[0]?.text).toBe(text);
    },
  );

  test.each([
    ['?include=quotes,', ['/include/1']],
    ['?include=', ['/include/0']],
    ['?minConfidence=', ['/minConfidence']],
    ['?minConfidence=2', ['/minConfidence']],
    ['?explain=1', ['/explain']],
    ['?explain', ['/explain']],
    ['?offsetUnit=utf16&offsetUnit=utf16', ['/offsetUnit']],
    ['?Explain=true', ['']],
    ['?text=a', ['/text']],
    ['?%ff=%ff', ['']],
  ])('not valid: %s', async (query, pointers) => {
    const response = await harness().post('a', {}, query);
    expect(response.status).toBe(422);
    expect(await pointersOf(response)).toEqual(pointers);
  });

  test('not UTF-8 is a 400', async () => {
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
      const response = await harness().post(new Uint8Array(bytes));
      expect((await problemOf(response)).type).toBe('/problems/not-utf8');
    }
  });
});

describe('content types', () => {
  test.each([
    'text/html; charset=klingon',
    'application/xhtml+xml',
    'application/soap+xml',
    'application/xml; charset=klingon',
    'application/json+ninjs',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/ld+json',
    'application/json, text/plain',
    'text/plain; charset',
    'text/plain; charset="utf-8',
    'application/json; charset=utf"8',
    'text/html; charset = utf-8',
    'text/html; charset=""',
    `text/plain; charset=${' '.repeat(40)}x"x`,
    'nonsense',
    '',
  ])('%j is a 415 that says what would do', async (type) => {
    const response = await harness().post('a', { 'content-type': type });
    expect(response.status).toBe(415);
    expect(response.headers.get('accept')).toBe(
      'application/json, text/plain, text/markdown, text/html, application/xml, application/rss+xml, application/atom+xml, application/vnd.iptc.ninjs+json, message/rfc822',
    );
    const { type: problem, detail } = await problemOf(response);
    expect(problem).toBe('/problems/unsupported-type');
    expect(detail).toMatch(
      /^A text is sent as text\/plain \(in curl: -H 'content-type: text\/plain'\)/,
    );
  });

  test.each(['text/plain; charset=iso-8859-1', 'application/json; charset=utf-16'])(
    '%j is a 415 that names the charset',
    async (type) => {
      const response = await harness().post('a', { 'content-type': type });
      expect(response.status).toBe(415);
      const { type: problem, detail } = await problemOf(response);
      expect(problem).toBe('/problems/unsupported-type');
      expect(detail).toMatch(/^This content type is read in UTF-8 only\./);
    },
  );

  test('none is a 415', async () => {
    const body = new Uint8Array([97]);
    const response = await harness().request('/v1/analyze', { method: 'POST', body });
    expect(response.status).toBe(415);
  });
});

describe('HTML', () => {
  const page = '<title>x</title><h1>Caf\u00e9</h1><p>One &amp; two.</p>';
  const text = 'Café\n\nOne & two.';
  const html = { 'content-type': 'text/html' };

  test('as a body, with options in the query string', async () => {
    const { post, asked } = harness();
    const response = await post(page, html, '?id=7&include=quotes');
    expect(await response.json()).toMatchObject({ id: '7', text, length: text.length });
    expect(asked).toEqual([{ text, isHtml: true, options: { id: '7', include: ['quotes'] } }]);
  });

  test('in JSON, with options beside it', async () => {
    const { json, asked } = harness();
    expect(await (await json({ html: page, explain: true })).json()).toMatchObject({ text });
    expect(asked).toEqual([{ text, isHtml: true, options: { explain: true } }]);
  });

  test('text has no text in its answer', async () => {
    expect(await (await harness().json({ text })).json()).not.toHaveProperty('text');
  });

  test('compressed', async () => {
    const headers = { ...html, 'content-encoding': 'gzip' };
    expect(await (await harness().post(await gzip(page), headers)).json()).toMatchObject({ text });
  });

  test.each([
    ['text/html', [0x61, 0xe9], 'aé'],
    ['text/html', [0x61, 0xc3, 0xa9], 'aé'],
    ['text/html; charset="ISO-8859-2"', [0x61, 0xb1], 'aą'],
    ['TEXT/HTML;charset=utf-8', [0x61, 0xe9], 'a\ufffd'],
  ])('of type %s, bytes %j', async (type, bytes, expected) => {
    const response = await harness().post(new Uint8Array(bytes), { 'content-type': type });
    expect(await response.json()).toMatchObject({ text: expected });
  });

  test('in JSON is JSON, and in UTF-8', async () => {
    const body = new Uint8Array([...new TextEncoder().encode('{"html":"'), 0xe9, 0x22, 0x7d]);
    const response = await harness().post(body, { 'content-type': 'application/json' });
    expect(response.status).toBe(400);
  });

  test('options of a page are judged like those of a text', async () => {
    const response = await harness().post(page, html, '?minConfidence=2');
    expect(await pointersOf(response)).toEqual(['/minConfidence']);
  });

  test('its size counts, and that of the text in it', async () => {
    const { post, json } = harness();
    const env = { MAX_HTML_BYTES: '40', MAX_TEXT_BYTES: '10' };
    const long = `<p>${'a'.repeat(10)}</p>`;
    expect((await post(long.padEnd(40), html, '', env)).status).toBe(200);
    expect((await post(long.padEnd(41), html, '', env)).status).toBe(413);
    expect((await post(`<p>${'a'.repeat(11)}</p>`, html, '', env)).status).toBe(413);
    expect((await post(`<p>${'é'.repeat(6)}</p>`, html, '', env)).status).toBe(413);
    const inJson = (value: string) =>
      post(JSON.stringify({ html: value }), { 'content-type': 'application/json' }, '', env);
    expect((await inJson(long.padEnd(40))).status).toBe(200);
    expect((await inJson(long.padEnd(41))).status).toBe(413);
    expect((await json({ html: '<p>' })).status).toBe(200);
    const headers = { ...html, 'content-encoding': 'gzip' };
    expect((await post(await gzip(long.padEnd(41)), headers, '', env)).status).toBe(413);
  });
});

describe('formats', () => {
  test.each(['xml', 'CSV', 'JSON', ''])('format %j is a 406', async (format) => {
    expect((await harness().post('a', {}, `?format=${format}`)).status).toBe(406);
    expect((await harness().json({ text: 'a', format })).status).toBe(406);
    expect((await harness().json({ text: 'a' }, {}, `?format=${format}`)).status).toBe(406);
  });

  test('an Accept that cannot be met is a 406, unless format says otherwise', async () => {
    const { post } = harness();
    const refused = await post('a', { accept: 'image/png' });
    expect(refused.status).toBe(406);
    expect(refused.headers.get('vary')).toBe('Accept');
    expect((await post('a', { accept: 'image/png' }, '?format=json')).status).toBe(200);
    expect((await post('a', { accept: 'image/png, */*;q=0.1' })).status).toBe(200);
  });

  test.each([
    ['json', 'application/json'],
    ['text', 'text/plain; charset=utf-8'],
    ['citron', 'application/json'],
    ['web-annotation', 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'],
    ['schema-org', 'application/ld+json; profile="https://schema.org/"'],
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['html', 'text/html; charset=utf-8'],
  ])('%s has the type %s', async (format, type) => {
    const { post, json } = harness();
    for (const response of [
      await post('a', {}, `?format=${format}`),
      await json({ text: 'a', format }),
      // By its own type, but for the format that shares JSON's.
      await post('a', { accept: type }, format === 'citron' ? '?format=citron' : ''),
    ]) {
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('vary')).toBe('Accept');
      expect(response.headers.get('x-request-id')).toBeTruthy();
    }
  });

  test('only JSON has parts, a unit and evidence', async () => {
    const { json, asked } = harness();
    const options = { include: ['segments'], offsetUnit: 'codepoint', explain: true };
    await json({ text: 'a', ...options, minConfidence: 0.5, format: 'csv' });
    expect(asked).toEqual([{ text: 'a', options: { minConfidence: 0.5 } }]);
  });

  test('a page may run and fetch nothing', async () => {
    const { headers } = await harness().post('a', {}, '?format=html');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('sizes', () => {
  const env = { MAX_TEXT_BYTES: '10', MAX_HTML_BYTES: '10' };

  test('text is counted in UTF-8', async () => {
    const { post } = harness();
    expect((await post('ééééé', {}, '', env)).status).toBe(200);
    expect((await post('éééééa', {}, '', env)).status).toBe(413);
  });

  test('in JSON the text is counted after parsing, escapes and all', async () => {
    const { post } = harness();
    const json = { 'content-type': 'application/json' };
    const escaped = '\\u0061'.repeat(10);
    expect((await post(`{"text":"${escaped}"}`, json, '', env)).status).toBe(200);
    expect((await post(`{"text":"${escaped}b"}`, json, '', env)).status).toBe(413);
    expect((await post(`{"text":"a"${' '.repeat(70_000)}}`, json, '', env)).status).toBe(413);
  });

  test('gzip is counted after decompression', async () => {
    const { post, asked } = harness();
    const headers = { 'content-encoding': 'gzip' };
    expect((await post(await gzip('a'.repeat(10)), headers, '', env)).status).toBe(200);
    expect((await post(await gzip('a'.repeat(11)), headers, '', env)).status).toBe(413);
    expect(asked).toHaveLength(1);
  });
});
