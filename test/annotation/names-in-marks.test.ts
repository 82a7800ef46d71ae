import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/load.ts';
import { annotateText, parseText } from '../../src/stages.ts';

/** How many stretches in marks are left, and the phrases of the first sentence. */
function read(text: string, language: string): { marked: number; phrases: readonly string[] } {
  const { doc, marked, sentences } = annotateText(parseText(text, rules), rules, language);
  const { start, end } = doc.words;
  const phrases = sentences.at(0)?.phrases ?? [];
  return {
    marked: marked.length,
    phrases: phrases.map(({ from, to }) => text.slice(start[from], end[to - 1])),
  };
}

describe('a name in marks', () => {
  it.each([
    ['en', 'The newspaper “The Tide” closed.', 'The newspaper “The Tide'],
    ['es', 'El diario conservador «La Marea» cerró.', 'El diario conservador «La Marea'],
    ['fr', 'Le quotidien « La Marée » a fermé.', 'Le quotidien « La Marée'],
    ['ru', 'Компания «Северный путь» закрылась.', 'Компания «Северный путь'],
    ['pl', 'Dziennik „Przypływ” zniknął.', 'Dziennik „Przypływ'],
  ])('belongs to the noun for a body in front (%s)', (language, text, phrase) => {
    expect(read(text, language)).toEqual({ marked: 0, phrases: expect.arrayContaining([phrase]) });
  });

  it('belongs to a verb of saying that closes a clause', () => {
    const { marked, phrases } = read('El puente sigue cerrado, informa «El Faro».', 'es');
    expect({ marked, last: phrases.at(-1) }).toEqual({ marked: 0, last: 'El Faro' });
  });

  it.each([
    ['behind a colon', 'es', 'Dijo el diario: «La Marea».'],
    ['without a capital', 'es', 'El diario «la marea» cerró.'],
    ['with a sign of its own', 'es', 'El diario «¡La Marea!» cerró.'],
    ['behind somebody', 'es', 'El alcalde «La Marea» cerró.'],
    ['too long', 'es', 'El diario «La Marea de la Isla del Norte» cerró.'],
    ['a sentence', 'fr', 'Le quotidien « La ville a fermé » a menti.'],
    ['left open', 'es', 'El diario «La Marea cerró.'],
    ['all that somebody says', 'es', 'El alcalde, serio, dijo «No».'],
  ])('is words in marks %s', (_, language, text) => {
    expect(read(text, language).marked).toBe(1);
  });

  it('is as the weights of German know it', () => {
    expect(read('Die Zeitung „Die Flut“ schloss.', 'de').marked).toBe(1);
  });
});
