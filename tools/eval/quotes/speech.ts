/**
 * Which annotated cues report speech, for the recall over indirect quotes.
 *
 * Annotators of attributions also mark beliefs, wants and orders. A figure about reported speech has to leave these out, by
 * a list that never changes with the program. This one was fixed before anything was tuned. It is part of the yardstick; the
 * program's own cues are in `rules/` and are not taken from it.
 * @module
 */

const FORMS = [
  ...['say', 'says', 'said', 'saying', 'tell', 'tells', 'told', 'telling'],
  ...['add', 'adds', 'added', 'adding', 'ask', 'asks', 'asked', 'asking'],
  ...['reply', 'replies', 'replied', 'respond', 'responds', 'responded', 'answer(?:s|ed)?'],
  ...['explain(?:s|ed|ing)?', 'note(?:s|d)?', 'noting', 'state(?:s|d)?', 'stating'],
  ...['write', 'writes', 'wrote', 'writing', 'tweet(?:s|ed|ing)?', 'post(?:s|ed)'],
  ...['announce(?:s|d)?', 'announcing', 'declare(?:s|d)?', 'declaring', 'claim(?:s|ed|ing)?'],
  ...['insist(?:s|ed|ing)?', 'argue(?:s|d)?', 'arguing', 'warn(?:s|ed|ing)?', 'admit(?:s|ted)?'],
  ...['acknowledge(?:s|d)?', 'concede(?:s|d)?', 'confirm(?:s|ed)?'],
  ...['deny', 'denies', 'denied', 'denying', 'allege(?:s|d)?', 'alleging', 'assert(?:s|ed|ing)?'],
  ...['maintain(?:s|ed)?', 'contend(?:s|ed)?', 'complain(?:s|ed)?', 'boast(?:s|ed)?'],
  ...['joke(?:s|d)?', 'quip(?:s|ped)?', 'shout(?:s|ed)?', 'report(?:s|ed)?', 'reveal(?:s|ed)?'],
  ...['suggest(?:s|ed|ing)?', 'vow(?:s|ed)?', 'pledge(?:s|d)?', 'promise(?:s|d)?'],
  ...['urge(?:s|d)?', 'urging', 'call(?:s|ed)? (?:on|for)', 'according to', 'recall(?:s|ed)?'],
  ...['continue(?:s|d)?', 'conclude(?:s|d)?', 'remark(?:s|ed)?', 'comment(?:s|ed)?'],
  ...['testif(?:y|ies|ied)', 'caution(?:s|ed)?', 'point(?:s|ed)? out'],
];

const SPEECH = new RegExp(`\\b(?:${FORMS.join('|')})\\b`, 'i');

/** Whether the text of a cue names speech. */
export function reportsSpeech(cue: string): boolean {
  return SPEECH.test(cue);
}
