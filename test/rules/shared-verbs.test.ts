/**
 * Verbs that own cues and the project's have in common.
 */
import { expect, it } from 'vitest';
import { sharedVerbs } from '../../tools/rules/shared-verbs.ts';
import { readSource } from '../../tools/rules/source.ts';
import { cue, file } from './small.ts';

const PROJECT = [
  readSource('rules/xx/cues.toml', file([cue({}), cue({ id: 'xx/cues/part', verbs: ['- cried/cries - - -'] }), cue({ id: 'xx/cues/as', behind: ['as'], verbs: ['note notes - - -'] })])),
];

const told = (verbs: readonly string[], language = 'xx'): readonly string[] =>
  sharedVerbs(PROJECT, [readSource('ours/a.toml', file([cue({ id: 'desk/cues/a', verbs })], language), undefined, true)]);

it('are named with the cue of the project', () => {
  expect(told(['grumble grumbles - - -', 'say says said said saying', '- cried - - -'])).toEqual([
    expect.stringMatching(/^ours\/a\.toml:\d+: desk\/cues\/a: say is also in xx\/cues\/say$/),
    expect.stringMatching(/: cried is also in xx\/cues\/part$/),
  ]);
});

it('are those of the same language, and stand by themselves', () => {
  expect(told(['say says said said saying'], 'yy')).toEqual([]);
  expect(told(['note notes - - -', 'grumble grumbles - - -'])).toEqual([]);
});

it('are no matter among files of the project', () => {
  expect(sharedVerbs(PROJECT, PROJECT)).toEqual([]);
});
