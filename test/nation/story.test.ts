/** What the project published of its results, told by the demo's release: each finding with its base. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { openRelease } from "#compilation";
import { nationFigures, publishedFindings } from "#report";
import { compiled, done, pathTo } from "./given-release.ts";

/** By figure: all that is said of it. */
const told = new Map<string, string>();

before(async () => {
  const deliveries = pathTo("story");
  await done("demo-data", "--out", deliveries);
  const opened = await openRelease(await compiled(deliveries, "--interim"));
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
  const { tables, codebook } = opened.value;
  const chapters = nationFigures(tables, codebook, "sv");
  for (const { findings } of publishedFindings(chapters, codebook, "sv")) {
    for (const { figure, sentences } of findings) told.set(figure, sentences.join(" "));
  }
});

const base = /\d av \d+\u00a0?\d* (\S+ )*?(ärenden|klienter|hedersrelaterade)/;

type Published = {
  readonly finding: string;
  readonly figure: string;
  readonly says: readonly RegExp[];
};

const published: readonly Published[] = [
  { finding: "94 procent är kvinnor", figure: "women", says: [/94 procent/, base] },
  {
    finding: "merparten är mellan 25 och 44 år, få över 65",
    figure: "V02",
    says: [
      /mer än hälften «25–34» \(\d+\) eller «35–44» \(\d+\), tillsammans 6\d procent av 3.070 ärenden med svar/,
      /Minst vanligt är «65\+»/,
    ],
  },
  {
    finding: "över hälften är födda i Sverige med minst en svenskfödd förälder",
    figure: "V03",
    says: [/mer än hälften «Född i Sverige, minst en förälder född i Sverige»/, base],
  },
  {
    finding: "en av fem mycket grovt våld",
    figure: "very-severe-violence",
    says: [/2\d procent/, base],
  },
  { finding: "85 procent får en insats", figure: "intervention-given", says: [/85 procent/, base] },
  { finding: "i genomsnitt 2,4", figure: "interventions-per-case", says: [/2,4/, /räknat på/] },
  {
    finding: "de vanligaste insatserna, alla femton",
    figure: "V17",
    says: [
      /vanligast är «Stödsamtal enskilt», 63 procent/,
      /«Rådgivning\/information», 52 procent; «Genomgång av säkerhet», 28 procent; «Skyddat boende», 21 procent/,
      /«Praktiskt stöd», 18 procent; «Hjälp med kontakt med annan aktör», 14 procent/,
      /«Ekonomiskt bistånd», 13 procent; «Tillfälligt boende», 9 procent/,
      /«Hjälp med ny bostad \(ej skyddat boende\)», 7 procent/,
      /«Kontaktperson», 2 procent/,
      base,
    ],
  },
  {
    finding: "minst 27 procent rör boende",
    figure: "housing-intervention",
    says: [/procent/, base],
  },

  { finding: "10 procent hedersrelaterade", figure: "honour-related", says: [/10 procent/, base] },
  {
    finding: "hedersutsatta är yngre, de flesta 18–34",
    figure: "honour-related:V02",
    says: [
      /mer än hälften «18–24» \(\d+\) eller «25–34» \(\d+\), tillsammans/,
      /Vanligare än i alla ärenden: «18–24»/,
    ],
  },
  {
    finding: "de flesta födda utanför Europa, därefter i Sverige av utrikesfödda",
    figure: "honour-related:V03",
    says: [
      /mer än hälften «Född utanför Europa»/,
      /Därefter «Född i Sverige, båda föräldrarna födda utomlands»/,
    ],
  },
  {
    finding: "våldet är oftare grövre",
    figure: "honour-related:very-severe-violence",
    says: [/procent av hedersrelaterade ärenden .*, mot 2\d procent av alla ärenden/],
  },
  {
    finding: "riskbedömningar görs i något högre utsträckning",
    figure: "honour-related:risk-method-used",
    says: [/procent av hedersrelaterade ärenden .*, mot 56 procent av alla ärenden/],
  },
  {
    finding: "oftare säkerhet, skyddat boende och praktiskt stöd, mer sällan stödsamtal",
    figure: "honour-related:V17",
    says: [
      /Vanligare än i alla ärenden: .*«Genomgång av säkerhet».*«Skyddat boende».*«Praktiskt stöd»/,
      /Mindre vanligt än i alla ärenden: «Stödsamtal enskilt»/,
    ],
  },
  {
    finding: "fler insatser i genomsnitt",
    figure: "honour-related:interventions-per-case",
    says: [/i genomsnitt \d,\d i hedersrelaterade ärenden .*, mot .*2,4 i alla ärenden/],
  },
  {
    finding: "måluppfyllelsen är något högre",
    figure: "honour-related:goal-attained-wholly-or-partly",
    says: [/procent av avslutade hedersrelaterade ärenden .*, mot 57 procent av alla/],
  },

  { finding: "sex procent rör män", figure: "men", says: [/6 procent/, base] },
  {
    finding: "män är oftare 18–24 eller 65 och äldre",
    figure: "men:V02",
    says: [/Vanligare än i alla ärenden: «18–24».*«65\+»/],
  },
  {
    finding: "mycket grovt våld i lägre utsträckning",
    figure: "men:very-severe-violence",
    says: [/procent av ärenden som rör män .*, mot 2\d procent av alla ärenden/],
  },
  {
    finding: "oftare en förälder, mer sällan en före detta partner",
    figure: "men:V07",
    says: [
      /Vanligare än i alla ärenden: .*«Förälder»/,
      /Mindre vanligt än i alla ärenden: .*«Före detta partner»/,
    ],
  },
  {
    finding: "lika många insatser, men mer sällan skyddat boende",
    figure: "men:V17",
    says: [/Mindre vanligt än i alla ärenden: .*«Skyddat boende»/],
  },

  { finding: "56 procent har en metod", figure: "risk-method-used", says: [/56 procent/, base] },
  {
    finding: "vanligast är FREDA-farlighetsbedömning, därefter samtal utan metod",
    figure: "V14",
    says: [
      /vanligast är «FREDA-farlighetsbedömning».*Därefter «Samtal med klient utan bedömningsmetod»/,
      base,
    ],
  },
  {
    finding: "små skillnader mellan riskbedömningar",
    figure: "V24 as V15",
    says: [
      /samma svar som «Skattad risk\/farlighet före», 9\d procent/,
      base,
      /behöver inte betyda/,
    ],
  },
  {
    finding: "det gäller även där målet är uppnått",
    figure: "V24 as V15 among V22=1,2",
    says: [
      /samma svar som «Skattad risk\/farlighet före», (8|9)\d procent/,
      base,
      /där svaret på «Måluppfyllelse» är «Helt» eller «Delvis»/,
    ],
  },
  {
    finding: "och där klienten själv uppger en positiv förändring",
    figure: "V24 as V15 among V26=1,2",
    says: [
      /samma svar som «Skattad risk\/farlighet före», (8|9)\d procent/,
      base,
      /«Förbättrats mycket» eller «Förbättrats lite»/,
    ],
  },
  {
    finding: "57 procent når målet helt eller delvis",
    figure: "goal-attained-wholly-or-partly",
    says: [/57 procent/, base],
  },
  {
    finding: "klienterna: 50, 21, 20, 8 och 1 procent",
    figure: "V26",
    says: [/«Förbättrats mycket»/, /«Förbättrats lite», 21 procent/, base],
  },
  {
    finding: "sex av tio: stor eller helt avgörande betydelse",
    figure: "support-decisive",
    says: [/60 procent/, base],
  },
];

for (const { finding, figure, says } of published) {
  test(finding, () => {
    const sentence = told.get(figure) ?? "";
    for (const said of says) assert.match(sentence, said);
  });
}
