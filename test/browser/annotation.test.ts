/**
 * A page and the `web-annotation` of the built Worker for it: annotation tools find every quote in Chromium's own DOM.
 */
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type * as Anchoring from '../formats/anchoring.ts';
import { ARTICLE_PAGE } from '../formats/article-page.ts';
import { visits } from './browser.ts';

declare global {
  var anchoring: typeof Anchoring;
}

const { visit, origin } = visits();

/** The tools as a script that leaves them in a global variable. */
async function toolsAsScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/formats/anchoring.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'anchoring',
  });
  return outputFiles[0]?.text ?? '';
}

test('every quote is found on the page, by words and by position', async () => {
  const response = await fetch(new URL('/v1/analyze?format=web-annotation', origin()), {
    method: 'POST',
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: ARTICLE_PAGE,
  });
  const answer = await response.text();

  const page = await visit();
  await page.route('**/story', (route) =>
    route.fulfill({ body: ARTICLE_PAGE, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto('/story');
  await page.addScriptTag({ content: await toolsAsScript() });
  const found = await page.evaluate(async (json) => {
    const { byApacheAnnotator, byHypothesis, errorsOfBestMatch, targetsOf } = globalThis.anchoring;
    const { body } = document;
    return Promise.all(
      targetsOf(json).map(async (target) => {
        const { byQuote, byPosition } = await byApacheAnnotator(body, target);
        return {
          exact: target.selector[0].exact,
          byQuote: byQuote.map(String),
          byPosition: byPosition.map(String),
          byHypothesis: String(byHypothesis(body, target)),
          errors: errorsOfBestMatch(body, target),
        };
      }),
    );
  }, answer);

  expect(found).toHaveLength(7);
  for (const { exact, ...ways } of found) {
    expect(ways).toEqual({
      byQuote: [exact],
      byPosition: [exact],
      byHypothesis: exact,
      errors: 0,
    });
  }
});
