import { familyOf, makeText } from './texts.ts';
import { timeStages } from './stages.ts';
const n = Number(process.argv[2]);
const t = makeText(familyOf('opening marks, lines'), n);
for (let i = 0; i < 4; i++) {
  const s = timeStages(t, 'en');
  console.log(n, s.segmentDocument.toFixed(0));
}
