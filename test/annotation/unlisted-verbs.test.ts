import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotation/annotate.ts';
import { rules } from '../../src/rules/load.ts';
import { parseText } from '../../src/stages.ts';

/** The verbs of a text that no rule has. */
function unlisted(language: string, text: string): readonly string[] {
  const { doc, hits } = parseText(text, rules);
  const { sentences } = annotate(doc, rules, hits, language, doc.lines);
  const own = [...sentences]
    .flatMap(({ cues }) => cues)
    .filter(({ rule }) => rules.cueRules[rule]?.unlisted);
  return own.map(({ from, to }) => doc.text.slice(doc.words.start[from], doc.words.end[to - 1]));
}

describe('unlistedVerbs', () => {
  it.each<[string, string, readonly string[]]>([
    ['a name behind', '”Emme anna periksi”, tokaisi Virtanen.', ['tokaisi']],
    ['without a comma', '”Emme anna periksi” tokaisi Virtanen.', ['tokaisi']],
    ['a small word in front', '„Nu cedăm niciodată”, a glumit Popescu.', ['glumit']],
    ['a title behind', '”Katto ei kestä”, varoitteli pormestari Anna Virtanen.', ['varoitteli']],
    ['a name and a colon in front', 'Anna Virtanen tokaisi: ”Emme anna periksi.”', ['tokaisi']],
    ['behind a dash in dialogue', '– Emme anna periksi – tokaisi Virtanen.', ['tokaisi']],
    [
      'between commas inside guillemets',
      '«Me, tokaisi Anna Virtanen, emme anna periksi.»',
      ['tokaisi'],
    ],
    ['a name in marks', '”Titanic” upposi Virtanen.', []],
    ['nobody behind', '”Emme anna periksi”, tokaisi.', []],
    ['a comma in front of the verb', 'Anna Virtanen, tokaisi: ”Emme anna periksi.”', []],
    ['a capital', '”Emme anna periksi”, Tokaisi Virtanen.', []],
  ])('%s', (_, text, verbs) => {
    expect(unlisted('fi', text)).toEqual(verbs);
  });

  it('finds an aside between commas', () => {
    const { doc, hits } = parseText(
      '« Ce projet, poétise Paul Mercier, coûtera plus cher. »',
      rules,
    );
    const { marked } = annotate(doc, rules, hits, 'fr', doc.lines);
    expect([...marked].map(({ start, end }) => doc.text.slice(start, end))).toEqual([
      '« Ce projet',
      'coûtera plus cher. »',
    ]);
  });

  it('takes no noun for a verb, and no verb that rules have', () => {
    expect(unlisted('uk', 'Вийшли «Вісті нашого міста», видання Козака.')).toEqual([]);
    expect(unlisted('fr', '« Le pont est sûr », affirme Reed.')).toEqual([]);
  });

  it('takes no participle for a verb in English', () => {
    expect(unlisted('en', '“The bridge is shut,” harrumphed Virtanen.')).toEqual(['harrumphed']);
    expect(unlisted('en', 'The “Night Choir,” directed by Virtanen, sang.')).toEqual([]);
    expect(unlisted('en', 'The “Evil Empire,” voiced in Avon, was feared.')).toEqual([]);
  });

  it('takes no adjective for a verb in German, and asks for a comma', () => {
    expect(unlisted('de', '„Die Brücke ist zu“, raunzte Virtanen.')).toEqual(['raunzte']);
    expect(unlisted('de', 'Ein mit „Argo Zwei“ beladener Lastwagen kippte um.')).toEqual([]);
    expect(unlisted('de', 'Er war als „Rote Zora“, besser bekannt als RZ, da.')).toEqual([]);
  });

  it('is answered for marks without end', () => {
    expect(unlisted('fi', '”, a '.repeat(20_000))).toEqual([]);
  });
});
