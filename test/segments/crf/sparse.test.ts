import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addRows, sparseRows } from '../../../src/segments/crf/sparse.ts';
import { FeatureList } from '../../../src/segments/features/space.ts';

const WIDTH = 3;
const cells = fc.array(fc.constantFrom(0, 0, 0, 0.5, -2, 1.25), { minLength: 12, maxLength: 12 });
const lists = fc.array(fc.nat(3), { maxLength: 9 });

it('adds what dense rows would add', () => {
  fc.assert(
    fc.property(cells, lists, (dense, features) => {
      const list = new FeatureList();
      for (const feature of features) list.add(feature);
      const scores = new Float32Array(9).fill(7);
      addRows(scores, WIDTH, list, sparseRows(Float32Array.from(dense), WIDTH));
      const expected = [0, 1, 2].map((k) =>
        features.reduce((sum, feature) => sum + (dense[feature * WIDTH + k] ?? 0), 7),
      );
      expect([...scores]).toEqual([7, 7, 7, ...expected, 7, 7, 7]);
    }),
  );
});
