import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/rules/load.ts';
import { findPhrases } from '../../../src/rules/match/trie.ts';
import { segmentDocument } from '../../../src/segments/segment.ts';
import { readDocument } from '../../../src/text/document.ts';

const LABELS = {
  '': 'body',
  C: 'comments',
  A: 'ads',
  D: 'disclaimers',
  P: 'boilerplate',
} as const;

/** Lines of a page, each with the first letter of its label in front where it is none of the story's: “P| Home”. */
type Lines = readonly string[];

/** The lines whose label is another one, with that. */
function wrongLines(page: Lines): readonly string[] {
  const lines = page.map((line) => {
    const [, mark = '', text = ''] = /^(?:([CADP])\| )?(.*)$/su.exec(line) ?? [];
    return { text, label: LABELS[mark as keyof typeof LABELS] };
  });
  const text = lines.map((line) => line.text).join('\n');
  const doc = readDocument(text, rules.vocabulary);
  const { segments } = segmentDocument(doc, rules, findPhrases(rules.trie, doc.words), {
    explain: false,
  });
  let at = 0;
  return lines.flatMap((line) => {
    const start = at;
    at += line.text.length + 1;
    if (line.text === '') return [];
    const label = segments.find((one) => one.start <= start && start < one.end)?.label;
    return label === line.label ? [] : [`${label}: ${line.text}`];
  });
}

interface Story {
  readonly menu: Lines;
  readonly title: string;
  readonly text: Lines;
  readonly foot: Lines;
}

const STORIES = {
  en: {
    menu: ['P| Home', 'P| Local', 'P| Sport'],
    title: 'Old ferry returns to the lake after nine years',
    text: [
      'The old ferry went back into the water on Tuesday morning, nine years after its engine failed in the middle of the lake.',
      'A group of forty volunteers paid for the repair with a raffle, two concerts and the sale of the brass fittings.',
      '“We were told it could not be done,” said Harriet Quill, who led the work. “So we did it slowly.”',
      'The first passengers will be carried at the end of the month, and the fare is the same as it was before.',
    ],
    foot: ['P| About Us', 'P| Contact Us', 'D| © 2024 The Lake Herald. All rights reserved.'],
  },
  fr: {
    menu: ['P| Accueil', 'P| Région', 'P| Sports'],
    title: 'Le vieux bac revient sur le lac après neuf ans',
    text: [
      'Le vieux bac a été remis à l’eau mardi matin, neuf ans après la panne de son moteur au milieu du lac.',
      'Une quarantaine de bénévoles ont payé la réparation avec une tombola, deux concerts et la vente des cuivres.',
      '« On nous avait dit que c’était impossible, raconte Henriette Quille, qui a dirigé le chantier. Alors nous avons pris notre temps. »',
      'Les premiers passagers monteront à bord à la fin du mois, et le prix du billet ne changera pas.',
    ],
    foot: [
      'P| Mentions légales',
      'P| Contact',
      'D| © 2024 Le Courrier du lac. Tous droits réservés.',
    ],
  },
  nl: {
    menu: ['P| Home', 'P| Regio', 'P| Sport'],
    title: 'Oude veerpont na negen jaar terug op het meer',
    text: [
      'De oude veerpont ging dinsdagochtend weer te water, negen jaar nadat de motor het midden op het meer begaf.',
      'Zo’n veertig vrijwilligers betaalden de reparatie met een loterij, twee concerten en de verkoop van het koperwerk.',
      '„Ze zeiden dat het niet kon”, vertelt Hermien Kwil, die het werk leidde. „Toen hebben we het langzaam gedaan.”',
      'De eerste passagiers gaan eind deze maand mee en een kaartje kost evenveel als vroeger.',
    ],
    foot: ['P| Colofon', 'P| Contact', 'D| © 2024 De Meerbode. Alle rechten voorbehouden.'],
  },
  hu: {
    menu: ['P| Címlap', 'P| Belföld', 'P| Sport'],
    title: 'Kilenc év után visszatért a tóra az öreg komp',
    text: [
      'Az öreg kompot kedd reggel engedték újra vízre, kilenc évvel azután, hogy a motorja a tó közepén elromlott.',
      'Mintegy negyven önkéntes tombolából, két hangversenyből és a réz alkatrészek eladásából fizette a javítást.',
      '„Azt mondták, hogy nem lehet megcsinálni” – mondta Kvill Henriett, aki a munkát vezette. „Hát lassan csináltuk.”',
      'Az első utasok a hónap végén szállhatnak fel, és a jegy ugyanannyiba kerül, mint régen.',
    ],
    foot: ['P| Impresszum', 'P| Kapcsolat', 'D| © 2024 Tóparti Hírlap. Minden jog fenntartva.'],
  },
  ru: {
    menu: ['P| Главная', 'P| Город', 'P| Спорт'],
    title: 'Старый паром вернулся на озеро спустя девять лет',
    text: [
      'Старый паром во вторник утром снова спустили на воду, через девять лет после того, как его двигатель отказал посреди озера.',
      'Около сорока добровольцев оплатили ремонт с помощью лотереи, двух концертов и продажи латунных деталей.',
      '«Нам говорили, что это невозможно, — рассказывает Генриетта Квилл, которая руководила работами. — Поэтому мы делали всё медленно».',
      'Первых пассажиров паром примет в конце месяца, а билет будет стоить столько же, сколько раньше.',
    ],
    foot: ['P| О редакции', 'P| Контакты', 'D| © 2024 Озёрный вестник. Все права защищены.'],
  },
} satisfies Record<string, Story>;

/** A page of the story with lines below its headline, and others behind its paragraph of a number. */
function pageOf(
  language: keyof typeof STORIES,
  { head = [], after = 2, inside = [] }: { head?: Lines; after?: number; inside?: Lines },
): Lines {
  const { menu, title, text, foot } = STORIES[language];
  const paragraphs = text.flatMap((paragraph, i) => [
    paragraph,
    '',
    ...(i + 1 === after && inside.length > 0 ? [...inside, ''] : []),
  ]);
  return [
    ...menu,
    '',
    title,
    '',
    ...head,
    ...(head.length > 0 ? [''] : []),
    ...paragraphs,
    ...foot,
  ];
}

describe('stamps', () => {
  it.each([
    ['fr', 'P| Par Noëlle Garancier, historienne', 'P| Mis en ligne le 3 mai 2021'],
    ['nl', 'P| Door Sanne de Wolf', 'P| 8 april 2022 om 06:25'],
    ['ru', 'P| Автор: Мария Осокина', 'P| Опубликовано 8 апреля 2022'],
    ['hu', 'P| Bodó Kinga', 'P| 2022. április 8. 06:25'],
    ['en', 'P| Marlow Pike', 'P| 8 April 2022'],
  ] as const)('names authors and a date in %s', (language, ...head) => {
    expect(wrongLines(pageOf(language, { head }))).toEqual([]);
  });

  it.each([
    ['en', 'P| April 2022'],
    ['fr', 'P| Avril 2022'],
    ['hu', 'P| 2022. április'],
    ['ru', 'P| Апрель 2022'],
  ] as const)('may be a month alone in %s', (language, month) => {
    expect(wrongLines(pageOf(language, { head: [month] }))).toEqual([]);
  });

  it.each([
    ['en', 'April 2022'],
    ['en', 'By train to the sea'],
    ['fr', 'Par le col des Aravis'],
    ['nl', 'Door de polder'],
  ] as const)('are no headings inside a story: %s, %s', (language, heading) => {
    expect(wrongLines(pageOf(language, { inside: [heading] }))).toEqual([]);
  });

  it.each([
    ['en', 'P| 8 April 2022', 'C| 18 Comments'],
    ['fr', 'P| 8 avril 2022', 'C| 18 commentaires'],
    ['nl', 'P| 8 april 2022', 'C| 18 reacties'],
  ] as const)('have a counter of comments beside them in %s', (language, ...head) => {
    expect(wrongLines(pageOf(language, { head }))).toEqual([]);
  });
});

describe('boxes in a story', () => {
  it.each([
    [
      'en',
      'P| Related Articles',
      'P| Harbour swim cancelled again',
      'P| Who owns the bottom of the lake?',
    ],
    [
      'fr',
      'P| À lire aussi',
      'P| La traversée à la nage encore annulée',
      'P| À qui appartient le fond du lac ?',
    ],
    [
      'nl',
      'P| Lees ook',
      'P| Havenzwemmen gaat weer niet door',
      'P| Van wie is de bodem van het meer?',
    ],
    ['hu', 'P| Kapcsolódó cikkek', 'P| Megint elmarad a tóátúszás', 'P| Kié a tó feneke?'],
    [
      'ru',
      'P| Читайте также',
      'P| Заплыв через гавань снова отменён',
      'P| Кому принадлежит дно озера?',
    ],
  ] as const)('hold titles in %s', (language, ...inside) => {
    expect(wrongLines(pageOf(language, { inside }))).toEqual([]);
  });

  it.each([
    [
      'en',
      'P| Read more: Harbour swim cancelled again',
      '',
      'Who paid for it?',
      '',
      'The volunteers did.',
    ],
    [
      'fr',
      'P| Lire aussi : La traversée à la nage encore annulée',
      '',
      'Qui a payé ?',
      '',
      'Les bénévoles.',
    ],
    [
      'nl',
      'A| Schrijf je in voor onze nieuwsbrief',
      '',
      'Wie heeft betaald?',
      '',
      'De vrijwilligers.',
    ],
    [
      'hu',
      'P| Olvassa el ezt is: Megint elmarad a tóátúszás',
      '',
      'Ki fizette?',
      '',
      'Az önkéntesek.',
    ],
    ['ru', 'A| Подпишитесь на нашу рассылку', '', 'Кто заплатил?', '', 'Добровольцы.'],
  ] as const)('end with a blank line in %s', (language, ...inside) => {
    expect(wrongLines(pageOf(language, { after: 3, inside }))).toEqual([]);
  });
});

describe('questions', () => {
  it.each([
    [
      'en',
      [
        'Why the ferry?',
        'Because it was there.',
        'Were you afraid?',
        'No.',
        'And now?',
        'Now we wait for the ice to go.',
      ],
      ['A| Sign up for our newsletter', 'Will you sail yourself?', 'Only on Sundays.'],
    ],
    [
      'fr',
      [
        'Pourquoi le bac ?',
        'Parce qu’il était là.',
        'Aviez-vous peur ?',
        'Non.',
        'Et maintenant ?',
        'Maintenant on attend le dégel.',
      ],
      ['A| Inscrivez-vous à notre newsletter', 'Vous le pilotez ?', 'Le dimanche seulement.'],
    ],
    [
      'ru',
      [
        'Почему паром?',
        'Потому что он там был.',
        'Вам было страшно?',
        'Нет.',
        'А теперь?',
        'Теперь ждём, когда сойдёт лёд.',
      ],
      ['A| Подпишитесь на нашу рассылку', 'Сами поведёте?', 'Только по воскресеньям.'],
    ],
  ] as const)('keep their short answers in the story in %s', (language, before, behind) => {
    const inside = [...before, ...behind].flatMap((line) => [line, '']).slice(0, -1);
    expect(wrongLines(pageOf(language, { after: 3, inside }))).toEqual([]);
  });
});

const TABLE = [
  'Stop\tOpen\tFare',
  'Old Mill\t10–18\t4.50',
  'Gull Point\t10–16\t5.20',
  'St Anne\t12–14\t6.00',
];

describe('lists', () => {
  it.each([
    [
      'en',
      'The following stops will be served from May:',
      'Old Mill',
      'Gull Point',
      'St Anne',
      'Cotter Bay',
    ],
    [
      'fr',
      'Les arrêts suivants seront desservis dès mai :',
      'Vieux Moulin',
      'Pointe aux Mouettes',
      'Sainte-Anne',
      'Anse Cottin',
    ],
    ['nl', 'Vanaf mei vaart de pont langs deze haltes:', 'Oude Molen', 'Meeuwenpunt', 'Sint Anna'],
    ['hu', 'Májustól ezeken a helyeken köt ki a komp:', 'Öregmalom', 'Sirályfok', 'Szent Anna'],
    [
      'ru',
      'С мая паром будет заходить на такие причалы:',
      'Старая Мельница',
      'Чаячий мыс',
      'Святая Анна',
    ],
  ] as const)(
    'of names belong to the sentence that announces them in %s',
    (language, opening, ...items) => {
      expect(wrongLines(pageOf(language, { after: 3, inside: [opening, '', ...items] }))).toEqual(
        [],
      );
      expect(wrongLines(pageOf(language, { after: 4, inside: [opening, ...items] }))).toEqual([]);
    },
  );

  it('follow a sentence that says so', () => {
    const inside = [
      'All piers will be closed on Thursday. A list follows.',
      '',
      'Old Mill',
      'Gull Point',
    ];
    expect(wrongLines(pageOf('en', { inside }))).toEqual([]);
  });

  it('may be tables below the label of an advertisement', () => {
    const inside = ['A| Advertisement', ...TABLE];
    expect(wrongLines(pageOf('en', { inside }))).toEqual([]);
  });

  it.each([2, 3, 4])('may be tables, behind paragraph %s', (after) => {
    const inside = TABLE;
    expect(wrongLines(pageOf('en', { after, inside }))).toEqual([]);
  });
});

describe('furniture', () => {
  it('has numbers of pages beside a button', () => {
    const page = pageOf('en', { head: ['P| By Marlow Pike', 'P| 1', 'P| 2', 'P| Next'] });
    expect(wrongLines(page)).toEqual([]);
  });

  it('has buttons in a panel of consent', () => {
    const panel = [
      'D| Panneau de gestion des cookies',
      'D| En autorisant ces services tiers, vous acceptez le dépôt et la lecture de cookies nécessaires à leur bon fonctionnement.',
      'D| Tout accepter',
      'D| Tout refuser',
      'D| Mesure d’audience',
      'D| Enregistrer',
      '',
    ];
    expect(wrongLines([...panel, ...pageOf('fr', {})])).toEqual([]);
  });

  it('does not cut an address', () => {
    const inside = ['P| marlow.pike@herald.example'];
    expect(wrongLines(pageOf('en', { after: 4, inside }))).toEqual([]);
  });
});
