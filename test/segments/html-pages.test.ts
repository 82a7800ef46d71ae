/**
 * Pages of HTML whose markup says what its parts are, made up for this project: what each line must come out as.
 * @module
 */
import { describe, expect, it } from 'vitest';
import { analyze, readPage } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';

/** Lines of a page with the label and kind of what they begin in. */
function linesOf(html: string): readonly { readonly line: string; readonly is: string }[] {
  const { text = '', segments = [] } = analyze(readPage(html, rules), rules);
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => {
    const own = segments.find(({ end }) => end > index);
    return { line: line.trim(), is: `${own?.label}/${own?.kind}` };
  });
}

/** What the first line that begins so is. */
function kindOf(html: string, start: string): string {
  const found = linesOf(html).find(({ line }) => line.startsWith(start));
  expect(found, `“${start}” stands in the page`).toBeDefined();
  return found?.is as string;
}
const labelOf = (html: string, start: string): string =>
  kindOf(html, start).split('/')[0] as string;

const TITLE = 'Glass makers of Orrest light their last furnace';
const P0 =
  'The glass works of Orrest lit its last furnace on Wednesday, eighty-one years after the first one, and some forty people came to watch.';
const P1 =
  'The furnace burns for nine days before it is hot enough, the foreman told the visitors, and nobody will leave it alone at night.';
const P2 =
  'What is blown in the coming month has been sold already, most of it to hotels along the coast and to a museum in the capital.';
const HEAD = `<!doctype html><html><head><title>${TITLE} | Orrest Herald</title></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav>`;

const page = (behind: string, between = ''): string =>
  `${HEAD}<article><h1>${TITLE}</h1><p>${P0}</p>${between}<p>${P1}</p><p>${P2}</p></article>${behind}</body></html>`;

const isStory = (html: string): void => {
  for (const line of [TITLE, P0, P1, P2]) expect(labelOf(html, line), line).toBe('body');
};

const FIRST = 'I learned the trade in that hall, and the smell of it never leaves you.';
const SECOND = 'Will the shop at the gate stay open, or does that close as well?';

describe('what readers wrote', () => {
  it.each([
    [
      'a section',
      `<section class="comments"><div class="comment"><h4>Old times</h4><p>${FIRST}</p></div><div class="comment"><h4>The shop</h4><p>${SECOND}</p></div></section>`,
    ],
    [
      'details',
      `<details class="CommentBox" open><summary><h3>Old times</h3></summary><div class="FormattedComment">${FIRST}</div></details><details class="CommentBox" open><summary><h3>The shop</h3></summary><div class="FormattedComment">${SECOND}</div></details>`,
    ],
    [
      'articles',
      `<div id="comments"><article class="comment"><h4>Old times</h4><p>${FIRST}</p></article><article class="comment"><h4>The shop</h4><p>${SECOND}</p></article></div>`,
    ],
    [
      'items of schema.org',
      `<ul><li itemscope itemtype="https://schema.org/Comment"><p>${FIRST}</p></li><li itemscope itemtype="https://schema.org/Comment"><p>${SECOND}</p></li></ul>`,
    ],
    [
      'WordPress',
      `<ol class="commentlist"><li class="comment even"><div class="comment-body"><p>${FIRST}</p></div></li><li class="comment odd"><div class="comment-body"><p>${SECOND}</p></div></li></ol>`,
    ],
    [
      'Disqus',
      `<div id="disqus_thread"><div><p>${FIRST}</p></div><div><p>${SECOND}</p></div></div>`,
    ],
  ])('%s', (_, comments) => {
    const html = page(comments);
    isStory(html);
    expect(labelOf(html, FIRST)).toBe('comments');
    expect(labelOf(html, SECOND)).toBe('comments');
  });

  it.each([
    [
      'Swedish',
      'Jag lärde mig yrket i den hallen och lukten glömmer man aldrig.',
      'Blir butiken vid grinden kvar, eller stänger den också?',
    ],
    [
      'Korean',
      '저는 그 공장에서 일을 배웠고 그 냄새를 아직도 잊지 못합니다.',
      '정문 옆 가게는 계속 문을 여나요, 아니면 같이 닫나요?',
    ],
  ])('in %s', (_, one, other) => {
    const html = page(
      `<section id="comments"><div class="comment"><b>kalle</b><p>${one}</p></div><div class="comment"><b>nova</b><p>${other}</p></div></section>`,
    );
    expect(labelOf(html, one)).toBe('comments');
    expect(labelOf(html, other)).toBe('comments');
  });

  it('is not what holds the headline, whatever it is called', () => {
    isStory(
      `${HEAD}<div class="comments"><h1>${TITLE}</h1><p>${P0}</p><p>${P1}</p><p>${P2}</p></div></body></html>`,
    );
  });

  it('is not what holds all of the prose, whatever it is called', () => {
    isStory(
      `${HEAD}<header><h1>${TITLE}</h1></header><div class="tone-comment"><p>${P0}</p><p>${P1}</p><p>${P2}</p></div></body></html>`,
    );
  });

  it('is not shown for those whose browser runs no scripts', () => {
    const html = page(
      '<div id="disqus_thread"></div><noscript>Please turn on scripts to see the comments.</noscript>',
    );
    expect(linesOf(html).some(({ line }) => line.startsWith('Please'))).toBe(false);
  });
});

describe('containers of platforms', () => {
  const ASKED =
    'We and our 143 vendors store things on your device, such as identifiers, and read them again.';
  it.each([
    'id="onetrust-banner-sdk"',
    'id="onetrust-consent-sdk"',
    'id="CybotCookiebotDialog"',
    'id="usercentrics-root"',
    'id="qc-cmp2-container"',
    'id="didomi-host"',
    'id="sp_message_container_4711"',
    'class="fc-consent-root"',
    'id="cmplz-cookiebanner-container"',
    'class="cky-consent-container"',
    'id="BorlabsCookieBox"',
  ])('ask for consent: %s', (attribute) => {
    const html = page(`<div ${attribute}><div><p>${ASKED}</p></div></div>`);
    isStory(html);
    expect(kindOf(html, ASKED)).toBe('disclaimers/privacy');
  });

  const SOLD = 'The pan that never sticks, and what it costs this week';
  it.each([
    'class="trc_rbox_container"',
    'id="taboola-below-article-thumbnails"',
    'class="OUTBRAIN"',
    'class="ob-smartfeed-wrapper"',
    'class="mgbox"',
    'id="rc-widget-12"',
  ])('recommend for money: %s', (attribute) => {
    const html = page(
      `<div ${attribute}><div><a href="/x"><span>${SOLD}</span></a></div><div><a href="/y"><span>One word that she says every morning</span></a></div></div>`,
    );
    isStory(html);
    expect(kindOf(html, SOLD)).toBe('ads/sponsored');
  });
});

describe('inside the story', () => {
  it.each([
    [
      'figcaption',
      '<figure><img src=a><figcaption>The foreman closes the gate on Wednesday.</figcaption></figure>',
    ],
    [
      'WordPress',
      '<div class="wp-caption"><img src=a><p class="wp-caption-text">The foreman closes the gate on Wednesday.</p></div>',
    ],
  ])('a caption is one: %s', (_, figure) => {
    expect(kindOf(page('', figure), 'The foreman closes')).toBe('body/caption');
  });

  // A known miss: the label is right, the kind is a paragraph's.
  it.fails.each([
    [
      'a paragraph in it',
      '<figure><img src=a><figcaption><p>The foreman closes the gate on Wednesday.</p></figcaption></figure>',
    ],
  ])('a caption is one: %s', (_, figure) => {
    expect(kindOf(page('', figure), 'The foreman closes')).toBe('body/caption');
  });

  const CODE = '#!/bin/sh\nmv /srv/kiln.log /srv/kiln.log.1\ntouch /srv/kiln.log';
  it.each([
    ['alone', `<pre>${CODE}</pre>`],
    ['in a division', `<div class="highlight"><pre>${CODE}</pre></div>`],
    ['in a figure', `<figure class="code"><pre><code>${CODE}</code></pre></figure>`],
    [
      'in a wrapper of wrappers',
      `<div class="snippet"><div class="toolbar-less"><pre>${CODE}</pre></div></div>`,
    ],
  ])('code is story: %s', (_, code) => {
    const html = page('', code);
    for (const line of CODE.split('\n')) expect(labelOf(html, line), line).toBe('body');
  });

  const ROWS = [
    ['Orrest', '9', '4', '2'],
    ['Fell End', '7', '6', '0'],
    ['Harrow', '3', '3', '8'],
  ];
  it.each([
    ['text', (cell: string): string => cell],
    ['paragraphs', (cell: string): string => `<p>${cell}</p>`],
    ['divisions', (cell: string): string => `<div>${cell}</div>`],
    ['lists', (cell: string): string => `<ul><li>${cell}</li></ul>`],
  ])('a table of %s is story', (_, wrap) => {
    const rows = ROWS.map(
      (row) => `<tr>${row.map((cell) => `<td>${wrap(cell)}</td>`).join('')}</tr>`,
    );
    const html = page('', `<table>${rows.join('')}</table>`);
    isStory(html);
    for (const [place] of ROWS) expect(labelOf(html, place as string), place).toBe('body');
  });

  it.each([
    ['inline-teaser', 'Recommended Stories'],
    ['more-on', 'More on this'],
    ['inserto-noticia', 'Más información'],
    ['qx-17', 'Lisez aussi'],
  ])('a box of links is of other stories: %s', (name, header) => {
    const html = page(
      '',
      `<div class="${name}"><h3>${header}</h3><ul><li><a href="/1">Sand for the furnace comes by barge</a></li><li><a href="/2">What became of the bottle works?</a></li></ul></div>`,
    );
    isStory(html);
    for (const line of [header, 'Sand for', 'What became'])
      expect(kindOf(html, line), line).toBe('boilerplate/related');
  });

  it('an embedded post is story', () => {
    const html = page(
      '',
      '<blockquote class="twitter-tweet"><p>Stood at the gate this morning. You could feel the heat on the bridge.</p>&mdash; Ada Wren (@adawren) <a href="https://twitter.com/adawren/1">June 3, 2024</a></blockquote>',
    );
    expect(labelOf(html, 'Stood at the gate')).toBe('body');
  });

  it('footnotes are story', () => {
    const html = page('').replace(
      '</article>',
      '<div class="footnotes" role="doc-endnotes"><ol><li><p>The first furnace was lit in another hall, which burned down.</p></li><li><p>Nine days, if the wood is dry.</p></li></ol></div></article>',
    );
    expect(labelOf(html, 'The first furnace')).toBe('body');
    expect(labelOf(html, 'Nine days')).toBe('body');
  });

  it('the name of an author is none of it', () => {
    const html = page('', '<div class="article-author-name">By Staff and News Agencies</div>');
    expect(labelOf(html, 'By Staff')).toBe('boilerplate');
  });
});
