/**
 * Where weights start, and are pulled to as far as labelled articles say nothing else: what everybody knows of how texts go on.
 *
 * The articles have few bare descriptions, few bodies that are "it", and hardly a name in apposition to a body. With all
 * weights from 0, "the mayor" behind "Laura Ortiz, the mayor" meant nobody. Set by hand, in log-odds. The figures of the
 * report are within two points without them: they are for short texts, of which few are labelled.
 * @module
 */
import { SPEAKER_FEATURES } from '../../../src/speakers/model/features.ts';

const PRIOR: Readonly<Record<string, number>> = {
  // A name in the source, or set beside it, is the speaker's.
  'form+way=name+named': 1.5,
  'form+way=name+apposed-inside': 1.5,
  'form+way=description+apposed-behind': 2.5,
  'form+way=description+apposed-front': 2,
  'head+rival=role+apposed': -1.5,
  'head+rival=spokesperson+apposed': -1.5,
  'head+rival=group+apposed': -1.5,
  'head+rival=organisation+apposed': -1.5,
  // A role that only one person was given is theirs, all the more if every word fits.
  'form+fit=description+all': 2,
  'form+fit=description+head': 0.5,
  'form+fit=description+leader': 0.5,
  'bearers/all<=1': 0.8,
  'bearers/head<=1': 0.5,
  'bearers/head>2': -0.8,
  'head+rival=role+all': -1,
  'head+rival=role+head': -0.3,
  'near+rival=apposed': -2,
  'near+rival=all': -2,
  'near+rival=head': -0.5,
  // "The trust" behind "the River Trust"; "the group" behind any body that was just named.
  'form+fit=description+held': 2,
  'form+fit=description+any': 1.5,
  'head+rival=group+organisation': -0.8,
  'head+rival=organisation+organisation': -0.8,
  // What a sentence is about, the next one goes on about.
  'form+way=it+near': 0.5,
  'form+place/same=it+subject': 1,
  'form+place/one=it+subject': 1.5,
  'form+place/one=it+early': 1,
  'form+place/two=it+subject': 0.5,
  'form+place/one=he+subject': 0.8,
  'form+place/one=he+early': 0.6,
  'form+place/two=he+subject': 0.4,
  'rank/he<=1': 0.8,
  'form+away=he+far': -1,
  // Who spoke goes on.
  'form+turn/next=he+last': 1,
  'form+turn/next=it+last': 1.2,
  'form+turn/next=they+last': 1.5,
  'form+turn/near=they+last': 1.2,
  'form+turn/far=they+last': -0.5,
};

/** The prior of each feature. @throws {Error} where no feature has such a name */
export function priorWeights(): Float64Array {
  const { space } = SPEAKER_FEATURES;
  const numbers = new Map(Array.from({ length: space.size }, (_, f) => [space.nameOf(f), f]));
  const weights = new Float64Array(space.size);
  for (const [name, weight] of Object.entries(PRIOR)) {
    const feature = numbers.get(name);
    if (feature === undefined) throw new Error(`no feature is called ${name}`);
    weights[feature] = weight;
  }
  return weights;
}
