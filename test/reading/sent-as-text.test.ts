import { describe, expect, test } from 'vitest';
import { signsOfMisreading, signsOfOther } from '../../src/reading/sent-as-text.ts';

const STORY =
  'The harbour bridge will stay shut until May, the council said. “We found cracks,” said Ines Marlow.\n';

describe('a text is', () => {
  test.each([
    ['a story', STORY, []],
    ['nothing', '', []],
    ['a sum: 3 < 4 and 5 > 2, R&D', `${STORY}3 < 4 and 5 > 2, R&D &c.`, []],
    ['a story that names two tags', `${STORY}Write <p> and </p>, or <foo> <bar> <baz>.`, []],
    ['markup', `<p>${STORY}</p>\n<p class="x">${STORY}</p>`, ['markup-in-text']],
    ['cut-off markup', `<div id=a><span>${STORY}<br/>`, ['markup-in-text']],
    ['entities', 'Caf&eacute; &amp; bar, &quot;open&quot; until ten', ['markup-in-text']],
    ['JSON', '{"title": "Bridge shut", "body": "…"}', ['json-in-text']],
    ['cut-off JSON', '[{"title": "Bridge shut", "bo', ['json-in-text']],
    ['lines of JSON', '{"a": 1}\n{"a": 2}\n', ['json-in-text']],
    ['an escaped string', '"Bridge shut\\n\\nThe bridge \\"will\\" stay\\n"', ['json-in-text']],
    ['a list in brackets', '[1] See the note. {"So"} he said.', []],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n4 0 obj', ['binary']],
    ['a document', 'PK\u0003\u0004\u0014\u0000\u0006\u0000', ['binary']],
    ['UTF-16 read as UTF-8', [...STORY].join('\u0000'), ['binary']],
    ['a story with a form feed', `${STORY}\f${STORY}`, []],
    [
      'UTF-8 read as windows-1252',
      'SchÃ¶n, dass die BrÃ¼cke fÃ¼r alle offen ist',
      ['wrong-charset'],
    ],
    ['quote marks likewise', 'â€œWe foundâ€\u009d and â€œlostâ€\u009d', ['wrong-charset']],
    ['letters that were lost', 'Sch\uFFFDn, dass die Br\uFFFDcke f\uFFFDr alle', ['wrong-charset']],
    ['Portuguese in capitals', 'A DECISÃO NÃO É A SOLUÇÃO, DIZ JOÃO', []],
    ['Cyrillic', 'Мост закрыт до мая, сообщил мэр', []],
  ])('%s', (_, text, signs) => {
    expect(signsOfOther(text)).toEqual(signs);
  });
});

test('of what was read from a page, only broken letters and bytes are told', () => {
  expect(signsOfMisreading('<p>a</p><p>b</p>')).toEqual([]);
  expect(signsOfMisreading('SchÃ¶n BrÃ¼cke fÃ¼r')).toEqual(['wrong-charset']);
});

test('hostile texts of a megabyte are done with', () => {
  for (const piece of ['<', '<p ', '&', '&#', 'Ã', '{"', '\\n', '\u0000 ', '<a href='])
    expect(signsOfOther(piece.repeat(1_000_000 / piece.length)).length).toBeLessThan(3);
});
