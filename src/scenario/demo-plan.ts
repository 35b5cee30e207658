import type { Role } from "#access";
import type { UnitKind } from "#store";

export type DemoMunicipality = {
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly codebook: string;
  readonly units: readonly {
    readonly name: string;
    readonly cases: number;
    readonly workers: readonly string[];
    readonly isOpenToColleagues?: boolean;
    readonly kind?: UnitKind;
    /** Codes of the municipalities beside its own that people come from. */
    readonly serves?: readonly string[];
    /** Its manager has shared a case with this unit's first worker, and more (`pass-on.ts`). */
    readonly passesOnTo?: { readonly manager: string; readonly unit: string };
    /** A worker who has looked through her colleagues' cases one night (`read-at-night.ts`). */
    readonly readAtNightBy?: string;
    /** «Så gör vi hos oss», by the question's concept. */
    readonly guidance?: { readonly [concept: string]: string };
  }[];
  readonly people: readonly {
    readonly name: string;
    readonly role: Role;
    /** Left out: in the whole municipality. */
    readonly units?: readonly string[];
  }[];
};

/**
 * The demo's own municipalities, with the cases that are at work today; to the first unit of each come
 * the cases of the round. No such municipality, county or person exists. The units are of different
 * sizes so that every state of a figure can be seen: solid, uncertain, too few, empty.
 */
export const demoPlan: {
  readonly municipalities: readonly DemoMunicipality[];
  /** Of the municipalities that are not named here. */
  readonly codebook: string;
  readonly county: { readonly name: string; readonly lead: string };
  readonly nation: { readonly name: string; readonly analyst: string };
} = {
  municipalities: [
    {
      code: "9001",
      name: "Granviken",
      county: "91",
      codebook: "su-kvinnofrid-2021",
      units: [
        {
          name: "Familjefrid",
          cases: 60,
          workers: ["Anna Tallvik", "Samir Nourani"],
          kind: "authority",
          serves: ["9002"],
          passesOnTo: { manager: "Karin Svedmark", unit: "Stödcentrum Fyren" },
          readAtNightBy: "Samir Nourani",
          guidance: {
            violenceSeverity:
              "Vi räknar strypgrepp som mycket grovt, också när klienten inte sökt vård. Är vi osäkra pratar vi ihop oss på måndagens möte.",
            honourRelated:
              "Vi svarar «Misstanke» tills vi har frågat om hela familjen, och ändrar när vi vet.",
            riskMethodBefore:
              "FREDA-farlighetsbedömning görs vid andra besöket. Är den inte gjord svarar vi «Ingen riskbedömning gjord» och ändrar sedan.",
            goalAttainment:
              "Målet är det som stod i planen när stödet började, inte det vi önskade efteråt.",
          },
        },
        // The provider, which opens its cases to all its workers.
        {
          name: "Stödcentrum Fyren",
          cases: 7,
          workers: ["Nadja Kvistedal"],
          isOpenToColleagues: true,
          kind: "provider",
        },
        { name: "Skyddade boendet", cases: 0, workers: ["Ture Rödmyr"] },
      ],
      people: [
        {
          name: "Karin Svedmark",
          role: "unitManager",
          units: ["Familjefrid", "Stödcentrum Fyren", "Skyddade boendet"],
        },
        { name: "Leila Holmdal", role: "coordinator" },
        { name: "Oskar Brännhed", role: "analyst" },
        { name: "Birgitta Åsmyr", role: "committeeReader" },
        { name: "Johan Rönnlid", role: "logReviewer" },
        { name: "Eva Stenmo", role: "administrator" },
      ],
    },
    {
      code: "9002",
      name: "Norrlöv",
      county: "91",
      codebook: "su-kvinnofrid-2021",
      units: [{ name: "Vuxenenheten", cases: 21, workers: ["Elin Furudal", "Mats Bergåker"] }],
      people: [
        { name: "Yasmin Lindhed", role: "coordinator" },
        { name: "Per Lidvall", role: "unitManager", units: ["Vuxenenheten"] },
      ],
    },
    {
      // Has a question of its own, in an overlay whose namespace is this code.
      code: "9007",
      name: "Åsmarken",
      county: "92",
      codebook: "k9007-ostersund-manner",
      units: [{ name: "Öppenvården", cases: 12, workers: ["Sara Myrhult"] }],
      people: [{ name: "Gun Tjärnmo", role: "coordinator" }],
    },
  ],
  codebook: "su-kvinnofrid-2021",
  county: { name: "Skogslands län", lead: "Marika Forsvall" },
  nation: { name: "Nationell sammanställning", analyst: "Hedvig Ljungmo" },
};
