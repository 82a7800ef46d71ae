import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/html/reader.ts';
import type { AnalyzeRequest } from '../../src/http/analyze.ts';
import { callAnalyze, callVerify } from '../../src/http/call.ts';
import type { Service } from '../../src/http/env.ts';
import { textOf } from '../../src/http/source.ts';
import type { VerifyRequest } from '../../src/http/verify.ts';
import type { Analysis } from '../../src/schema/types.ts';
import { harness } from './harness.ts';

const service: Service = {
  engine: '',
  rulesVersion: '',
  readHtml: (html, most) => readHtml(html, { hintsOf: () => 0, most }),
  readNews: harness().service.readNews,
  ruledAs: (language) => language,
  analyze: (source, options) => ({ text: textOf(source), options }) as unknown as Analysis,
  answer: harness().service.answer,
  verify: harness().service.verify,
};
const call = (request: unknown, env = {}) => callAnalyze(service, env, request as AnalyzeRequest);

describe('calls of other Workers', () => {
  test('ask for what a JSON request asks for', () => {
    expect(call({ text: 'A.', include: ['quotes'], format: 'json' })).toEqual({
      text: 'A.',
      options: { include: ['quotes'] },
    });
  });

  test('may hold a news document, and learn why it is none', () => {
    expect(call({ xml: '<rss><item><title>One</title></item></rss>' })).toMatchObject({
      text: 'One',
    });
    expect(call({ ninjs: { headline: 'Two' } })).toMatchObject({ text: 'Two' });
    expect(() => call({ xml: '<rss>' })).toThrow(/not well-formed/);
    expect(() => call({ ninjs: {} })).toThrow(/no ninjs/);
  });

  test('may hold a page of HTML', () => {
    expect(call({ html: '<p>One &amp; two', id: 'a' })).toEqual({
      text: 'One & two',
      options: { id: 'a' },
    });
  });

  test.each([
    [undefined, 'must be a JSON object'],
    [{}, '/text is required, or markdown, html, xml, ninjs or mail'],
    [
      { text: 'SECRET', html: 'SECRET' },
      '/html must not stand beside another of text, markdown, html, xml, ninjs and mail',
    ],
    [{ html: '<p>SECRET SECRET' }, 'larger'],
    [{ text: 'SECRET', minConfidence: 2 }, '/minConfidence must be at most 1'],
    [{ text: 'SECRET', format: 'csv' }, 'format'],
    [{ text: 'SECRET SECRET SECRET' }, 'larger'],
  ])('%j throws what is wrong, and no text', (request, message) => {
    expect(() => call(request, { MAX_TEXT_BYTES: 10 })).toThrow(RangeError);
    expect(() => call(request, { MAX_TEXT_BYTES: 10 })).toThrow(message);
    expect(() => call(request, { MAX_TEXT_BYTES: 10 })).not.toThrow('SECRET');
  });
});

describe('calls to verify', () => {
  const verify = (request: unknown, env = {}) =>
    callVerify(harness().service, env, request as VerifyRequest);

  test.each(['text', 'html'])('ask of a %s what a JSON request asks for', (input) => {
    const request = { [input]: 'One', quotes: ['three'], id: 'a', offsetUnit: 'codepoint' };
    expect(verify(request)).toMatchObject({
      id: 'a',
      offsetUnit: 'codepoint',
      length: 3,
      quotes: [{ quote: 'three', status: 'absent' }],
    });
  });

  test.each([
    [undefined, 'must be a JSON object'],
    [{ text: 'SECRET' }, '/quotes is required'],
    [{ quotes: ['SECRET'] }, '/text is required, or markdown, html, xml, ninjs or mail'],
    [{ text: 'SECRET', quotes: ['a'], SECRET: 1 }, 'is not an option of this route'],
    [{ text: 'SECRET', quotes: ['a'], format: 'json' }, '/format is not an option of this route'],
    [{ text: 'SECRET SECRET SECRET', quotes: ['a'] }, 'larger'],
  ])('%j throws what is wrong, and no text', (request, message) => {
    expect(() => verify(request, { MAX_TEXT_BYTES: 10 })).toThrow(RangeError);
    expect(() => verify(request, { MAX_TEXT_BYTES: 10 })).toThrow(message);
    expect(() => verify(request, { MAX_TEXT_BYTES: 10 })).not.toThrow('SECRET');
  });
});
