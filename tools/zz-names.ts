import { analyze } from '/work/wt/resolver/src/analyze.ts';
import { rules } from '/work/wt/resolver/src/rules/load.ts';
import { annotateText, parseText } from '/work/wt/resolver/src/stages.ts';
import { indexEntities } from '/work/wt/resolver/src/speakers/entity-index.ts';
for (const [lang, text] of [
 ['en','“I was lucky,” said Kevin “Boots” Doyle. Doyle left.'],['en','Juan "Chico" Manriquez of Oakland carried it.'],["en","Helen ‘Lenny’ Okuda came."],
 ['nl',"Het was Henk van 't Hof die kwam. Later zei Van 't Hof dat."],['nl','Henk van der Berg lachte. “We”, zei Van der Berg.'],
 ['de','Das sagte Ursula von der Leyen. Später lachte von der Leyen.'],['en','Syrian President Bashar al-Assad spoke. Later al-Assad left. Assad slept.'],['en','It was Asab Al-Tabchi. Later Al-Tabchi left. Then Tabchi slept.'],
 ['en','In the ward Dr. L. Bishop said no one. Then Bishop left.'],['en','This is what the Economic Secretary, Alison Pryce, said. Then the Economic Secretary left with Attorney General Ken Paxton and the Attorney General.'],
 ['en','First lady Mara Trelawney, Sen. J. P. Ruiz (D-Ohio) and Maj. Gen. (ret.) Dame Ruth Hale came.'],['en','Last week Carper, Feinstein and Leahy said it.'],['en','Then Kim Jong Un met Sen. Mazie Hirono, Del. Ann Hale and Gen. Mark Miley.'],['es','Lo dijo María José de la Cruz. Después, De la Cruz se fue.'],['en','He met Muhammad bin Salman and bin Salman left.'],['en',"It was Sinéad O'Connor, Jean-Pierre Dupont and John D. Rockefeller Jr."],
] as const) {
  const a = annotateText(parseText(text, rules), rules, lang);
  const ix = indexEntities(a);
  console.log(lang, text); for (const e of ix.entities) console.log('     ', e.type, e.sure, e.gender, JSON.stringify(e.name), e.key.join('|'), '×', e.mentions.length, e.mentions.map(m=>m.name).join(' / '));
}
