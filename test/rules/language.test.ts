import { describe, expect, it } from 'vitest';
import { UNDETERMINED, guessLanguage } from '../../src/rules/language.ts';
import { rules as bundled } from '../../src/rules/load.ts';
import type { Span } from '../../src/text/spans.ts';
import { file, profile, read, rule, rulesOf } from './small.ts';

const functionWords = (language: string, any: readonly string[]): string =>
  file([rule({ id: `${language}/words/f`, kind: 'lexicon/function-word', match: 'words', any })], language);

const script = (language: string, scripts: readonly string[], rank: number): string =>
  profile([], language, { scripts, 'script-rank': rank });

const rules = rulesOf(
  functionWords('en', ['the', 'and', 'of', 'to', 'in', 'was']),
  functionWords('de', ['der', 'die', 'und', 'in', 'was', 'zu']),
  script('zh', ['Han'], 2),
  script('ja', ['Hiragana', 'Katakana'], 1),
  script('el', ['Greek'], 3),
);

function guess(text: string, spans: readonly Span[] = [{ start: 0, end: text.length }]): string {
  const { doc, hits } = read(rules, text);
  return guessLanguage(text, rules, doc.words, hits, spans);
}

describe('the bundled rules', () => {
  it.each([
    ['no', 'Ordføreren sier at broen ikke lenger er trygg, og at noe må gjøres etter nyttår.'],
    ['da', 'Borgmesteren siger, at broen ikke længere er sikker, og at noget skal gøres efter nytår.'],
    ['sv', 'Borgmästaren säger att bron inte längre är säker och att något måste göras efter nyår.'],
    ['is', 'Bæjarstjórinn segir að brúin sé ekki lengur örugg og að henni verði lokað eftir áramót.'],
    ['nl', 'De burgemeester zegt dat de brug niet meer veilig is en dat er na nieuwjaar iets moet gebeuren.'],
    ['de', 'Der Pass bleibt offen, sagte der Wirt.'],
    ['en', 'The mayor says that the bridge is no longer safe and that it has to be closed for good.'],
    ['ja', '市長は橋について説明した。'],
    ['zh', '市长周一表示，大桥将于春季重新开放。'],
    ['ko', '시장은 월요일에 다리가 안전하다고 말했다.'],
    ['ar', 'قال رئيس البلدية إن الجسر آمن'],
    ['el', 'Ο δήμαρχος είπε ότι η γέφυρα είναι ασφαλής'],
    ['he', 'ראש העיר אמר כי הגשר בטוח'],
    ['th', 'นายกเทศมนตรีกล่าวว่าสะพานปลอดภัย'],
    ['hi', 'महापौर ने कहा कि पुल सुरक्षित है'],
  ])('%s: %s', (language, text) => {
    const { doc, hits } = read(bundled, text);
    expect(guessLanguage(text, bundled, doc.words, hits, [{ start: 0, end: text.length }])).toBe(language);
  });
});

describe('guessLanguage', () => {
  it.each([
    ['en', 'The mayor and the council of Avon met in the hall'],
    ['de', 'Die Bürgermeisterin und der Rat trafen sich in der Halle'],
    ['ja', '市長は橋について説明した。'],
    ['zh', '市长周一表示，大桥将于春季重新开放。'],
    ['el', 'Ο δήμαρχος είπε ότι η γέφυρα είναι ασφαλής'],
    [UNDETERMINED, '시장은 월요일에 다리가 안전하다고 말했다.'],
    [UNDETERMINED, 'zzz qqq xxx'],
    [UNDETERMINED, ''],
    [UNDETERMINED, '12 34 — “”'],
  ])('%s: %s', (language, text) => {
    expect(guess(text)).toBe(language);
  });

  it('looks at the stretches it is given only', () => {
    const text = 'Die Halle und der Rat und die Brücke\nThe hall and the council of the town';
    const line = text.indexOf('\n');
    expect(guess(text, [{ start: 0, end: line }])).toBe('de');
    expect(guess(text, [{ start: line + 1, end: text.length }])).toBe('en');
    expect(guess(text, [])).toBe(UNDETERMINED);
  });

  it('wants more than a stray function word', () => {
    expect(guess(`the ${'zzz '.repeat(40)}`)).toBe(UNDETERMINED);
  });

  it('answers the same whatever the order of equal counts', () => {
    expect(guess('in was in was')).toBe(guess('was in was in'));
  });
});
