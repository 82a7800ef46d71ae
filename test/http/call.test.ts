import { describe, expect, test } from 'vitest';
import type { AnalyzeRequest } from '../../src/http/analyze.ts';
import { callAnalyze } from '../../src/http/call.ts';
import type { Service } from '../../src/http/env.ts';
import { textOf } from '../../src/http/source.ts';
import { readHtml } from '../../src/html/reader.ts';
import type { Analysis } from '../../src/types.ts';

const service: Service = {
  engine: '',
  rulesVersion: '',
  readHtml: (html, most) => readHtml(html, { hintsOf: () => 0, most }),
  analyze: (source, options) => ({ text: textOf(source), options }) as unknown as Analysis,
};
const call = (request: unknown, env = {}) => callAnalyze(service, env, request as AnalyzeRequest);

describe('calls of other Workers', () => {
  test('ask for what a JSON request asks for', () => {
    expect(call({ text: 'A.', include: ['quotes'], format: 'json' })).toEqual({
      text: 'A.',
      options: { include: ['quotes'] },
    });
  });

  test.each([
    [undefined, 'must be a JSON object'],
    [{}, '/text is required'],
    [{ text: 'SECRET', minConfidence: 2 }, '/minConfidence must be at most 1'],
    [{ text: 'SECRET', format: 'csv' }, 'format'],
    [{ text: 'SECRET SECRET SECRET' }, 'larger'],
  ])('%j throws what is wrong, and no text', (request, message) => {
    expect(() => call(request, { MAX_TEXT_BYTES: 10 })).toThrow(RangeError);
    expect(() => call(request, { MAX_TEXT_BYTES: 10 })).toThrow(message);
    expect(() => call(request, { MAX_TEXT_BYTES: 10 })).not.toThrow('SECRET');
  });
});
