/**
 * Titles of several words in a rule file, in front of names of all sorts.
 */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { openRules } from '../../src/rules/rules.ts';
import { compile } from '../../tools/rules/compile.ts';
import { readSource } from '../../tools/rules/source.ts';
import { project } from '../rules/project.ts';
import { file, rule } from '../rules/small.ts';

const TITLES = ['lt col', 'crown princess:female', 'first sea lord', 'grand vizier:male'];

const ours = file(
  [rule({ id: 'desk/titles/long', kind: 'lexicon/title', match: 'words', any: TITLES })],
  'en',
);
const rules = openRules(
  compile([...project.files, readSource('ours/a.toml', ours, undefined, true)], project.weights),
);

const STORY =
  'Harbour bridge to stay shut until May\n\nSome hours later, when it had rained again in the small town by the river, the people went home. ';

const speakersOf = (text: string) => analyze(STORY + text, rules).speakers ?? [];

describe('a title of several words', () => {
  it.each<[string, string, string]>([
    ['Lt Col Dana Reed said that the bridge was safe.', 'Dana Reed', 'Lt Col'],
    ['“The bridge is safe,” said Lt Col Reed.', 'Reed', 'Lt Col'],
    ['Lt. Col. Reed said that the bridge was safe.', 'Reed', 'Lt. Col'],
    ['“It is safe,” said Lt Col Zorvid Umbar.', 'Zorvid Umbar', 'Lt Col'],
    ['“I like it,” said Crown Princess Zelmira. “It is good.”', 'Zelmira', 'Crown Princess'],
    ['First Sea Lord Hale said that the bridge was safe.', 'Hale', 'First Sea Lord'],
    ['Grand Vizier Omar Hale said that it was safe.', 'Omar Hale', 'Grand Vizier'],
  ])('%s', (text, name, role) => {
    expect(speakersOf(text)).toMatchObject([{ name, role }]);
  });

  it('is one mention with its name, and the surname alone is the same person', () => {
    const [speaker, ...others] = speakersOf(
      '“It is safe,” said Lt Col Zorvid Umbar of the engineers. Umbar said that it would open soon.',
    );
    expect(others).toEqual([]);
    expect(speaker?.mentions.map(({ text }) => text)).toContain('Umbar');
    expect(speaker?.quotes).toHaveLength(2);
  });

  it('tells whom a pronoun means', () => {
    const [speaker] = speakersOf(
      'Crown Princess Zelmira met Martin Hale at the bridge. She said that it was safe.',
    );
    expect(speaker?.name).toBe('Zelmira');
  });
});
