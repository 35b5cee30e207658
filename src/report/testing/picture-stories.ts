import type {
  DumbbellPicture,
  FunnelPicture,
  PartsPicture,
  SlopePicture,
  StripPicture,
  TransitionPicture,
  TrendPicture,
} from "../picture/picture-kinds.ts";

type Stories<Picture> = { readonly [state: string]: Picture };

/** 200 characters, and a word that fits no line. */
const long =
  "Hot, misshandel eller annat våld som har medfört allvarlig kroppsskada eller varit livshotande (såsom strypgrepp, knivhugg, slag mot huvudet) samt förföljelse/övervakningsåtgärdskonsekvensbeskrivningar";

const chain = ["Alla ärenden", "Avslutade", "Tillfrågade", "Har svarat"];

function strip(counts: readonly (number | null)[], labels = chain): StripPicture {
  return {
    name: "Från ärende till svar",
    notes: ["Antal ärenden."],
    steps: counts.map((count, index) => ({ label: labels[index] ?? "", count })),
  };
}

export const strips: Stories<StripPicture> = {
  "a year": strip([1204, 612, 480, 207]),
  few: strip([7, 3, 1, 0]),
  empty: strip([0, 0, 0, 0]),
  "partly hidden": strip([120, null, null, 43]),
  "the first is hidden": strip([null, 61, 48, 20]),
  "long labels": strip([120, 80, 60, 30], ["Alla", long, "Tillfrågade", long]),
};

type Part = PartsPicture["parts"][number];

function part(label: string, count: number | null, share: number | null, isUnknown = false): Part {
  return { label, count, share, isUnknown };
}

function whole(...drawn: readonly Part[]): PartsPicture {
  return { name: "Våldets grovhet", notes: ["Andel av ärendena."], parts: drawn };
}

export const parts: Stories<PartsPicture> = {
  "four levels and «vet ej»": whole(
    part("Mindre grovt", 12, 12 / 45),
    part("Grovt", 21, 21 / 45),
    part("Mycket grovt", 9, 9 / 45),
    part("Vet ej", 3, 3 / 45, true),
  ),
  "eight answers": whole(
    ...[310, 190, 140, 90, 44, 21, 8, 0].map((count, index) =>
      part(`Svar ${"ABCDEFGH"[index]}`, count, count / 900),
    ),
    part("Vet ej", 97, 97 / 900, true),
  ),
  few: whole(
    part("Mindre grovt", 1, null),
    part("Grovt", 3, null),
    part("Mycket grovt", 2, null),
    part("Vet ej", 1, null, true),
  ),
  empty: whole(
    part("Mindre grovt", 0, null),
    part("Grovt", 0, null),
    part("Vet ej", 0, null, true),
  ),
  "partly hidden": whole(
    part("Mindre grovt", 31, 0.31),
    part("Grovt", null, null),
    part("Mycket grovt", null, null),
    part("Vet ej", 12, 0.12, true),
  ),
  "all hidden": whole(part("Ja", null, null), part("Nej", null, null)),
  "long labels": whole(
    part(long, 40, 0.4),
    part("Grovt", 50, 0.5),
    part(`Vet ej: ${long}`, 10, 0.1, true),
  ),
};

const levels = ["Låg", "Medel", "Hög"];

function moved(counts: TransitionPicture["counts"], names = levels): TransitionPicture {
  return {
    name: "Bedömd risk före och efter",
    notes: ["Antal ärenden."],
    from: "Före",
    to: "Efter",
    levels: names,
    counts,
  };
}

export const transitions: Stories<TransitionPicture> = {
  "three levels": moved([
    [14, 2, 0],
    [21, 33, 4],
    [8, 19, 41],
  ]),
  "five levels with names too long for a column": moved(
    [
      [3, 1, 0, 0, 0],
      [4, 10, 2, 0, 0],
      [2, 8, 17, 1, 0],
      [0, 3, 12, 22, 4],
      [0, 0, 2, 9, 31],
    ],
    ["Mycket låg", "Låg", "Medelhög", "Hög", "Mycket hög"],
  ),
  "partly hidden": moved([
    [14, null, null],
    [21, 1033, null],
    [null, 19, 41],
  ]),
  empty: moved(
    [
      [0, 0],
      [0, 0],
    ],
    ["Låg", "Hög"],
  ),
  "long labels": moved(
    [
      [12, 3],
      [4, 18],
    ],
    [long, "Hög"],
  ),
};

export const slopes: Stories<SlopePicture> = {
  "eleven cases": moved([
    [1, 1, 0],
    [2, 2, 0],
    [1, 3, 1],
  ]),
  "one case": moved([
    [0, 0, 0],
    [0, 0, 0],
    [0, 1, 0],
  ]),
  "five levels": moved(
    [
      [0, 1, 0, 0, 0],
      [1, 1, 0, 0, 0],
      [1, 2, 1, 0, 0],
      [0, 1, 2, 1, 0],
      [1, 0, 0, 1, 1],
    ],
    ["Mycket låg", "Låg", "Medelhög", "Hög", "Mycket hög"],
  ),
  "partly hidden": moved([
    [5, null, 0],
    [null, 6, 0],
    [0, 0, null],
  ]),
  empty: moved(
    [
      [0, 0],
      [0, 0],
    ],
    ["Låg", "Hög"],
  ),
  "long labels": moved(
    [
      [2, 3],
      [4, 1],
    ],
    [long, "Hög"],
  ),
};

const sides: DumbbellPicture["sides"] = [
  { label: "Påhittköping", look: "own" },
  { label: "Riket", look: "all" },
];

function beside(
  lines: DumbbellPicture["lines"],
  names: DumbbellPicture["sides"] = sides,
): DumbbellPicture {
  return {
    name: "Vilka söker stöd?",
    notes: ["Andel av ärendena.", "Strecken: osäkerhet för Påhittköping (95\u00a0%)."],
    sides: names,
    lines,
  };
}

export const dumbbells: Stories<DumbbellPicture> = {
  "own and nation": beside([
    { label: "Kvinnor", shares: [0.94, 0.94], interval: [0.89, 0.97] },
    { label: "Har barn", shares: [0.62, 0.55], interval: [0.54, 0.69] },
    { label: "Hedersrelaterat våld", shares: [0.07, 0.12], interval: [0.04, 0.12] },
    { label: "Ingen", shares: [0, 0.01], interval: [0, 0.02] },
  ]),
  "three sides and a fourth": beside(
    [
      { label: "Mycket grovt våld", shares: [0.31, 0.2, 0.24, 0.27], interval: [0.24, 0.39] },
      { label: "Målet helt uppnått", shares: [1, 0.5, 0.5, 0.51], interval: [0.98, 1] },
    ],
    [...sides, { label: "Länet", look: "other" }, { label: "Liknande kommuner", look: "other" }],
  ),
  "partly hidden, and too few": beside([
    { label: "Kvinnor", shares: [null, 0.94], interval: null },
    { label: "Män", shares: [null, null], interval: null },
    { label: "Har lämnat", shares: ["none", 0.4], interval: null },
    { label: "Har barn", shares: [0.62, null], interval: [0.54, 0.69] },
  ]),
  empty: beside([]),
  "long labels": beside(
    [{ label: long, shares: [0.4, 0.6], interval: [0.3, 0.5] }],
    [
      { label: long, look: "own" },
      { label: "Riket", look: "all" },
    ],
  ),
};

const sizes = [
  31, 34, 38, 41, 44, 52, 58, 61, 67, 73, 79, 88, 94, 103, 121, 140, 166, 204, 260, 388,
];
const off = [4, -3, 2, -5, 6, 0, -2, 3, 8, -6, 1, -3, 0, 5, -14, 2, -1, 26, -8, 6];

function funnel(places: FunnelPicture["places"], all = { count: 980, total: 2180 }): FunnelPicture {
  return {
    name: "Målet helt uppnått",
    notes: ["Andel av de avslutade ärendena, efter antal avslutade ärenden."],
    all,
    places,
  };
}

const others = sizes.map((total, index) => ({
  label: "",
  count: Math.round(total * 0.45) + (off[index] ?? 0),
  total,
  isOwn: false,
}));

export const funnels: Stories<FunnelPicture> = {
  "one's own among others": funnel([
    ...others,
    { label: "Påhittköping", count: 58, total: 112, isOwn: true },
  ]),
  "one's own is hidden": funnel(others),
  "a rare thing": funnel(
    [
      { label: "Påhittköping", count: 3, total: 112, isOwn: true },
      ...sizes.map((total) => ({ label: "", count: total % 5, total, isOwn: false })),
    ],
    { count: 70, total: 2180 },
  ),
  few: funnel([{ label: "Påhittköping", count: 9, total: 31, isOwn: true }]),
  empty: funnel([], { count: 0, total: 0 }),
  "long labels": funnel([{ label: long, count: 58, total: 112, isOwn: true }]),
};

const steps = [0.42, 0.47, 0.39, 0.44, 0.51, 0.46, 0.71, 0.49, 0.45, 0.43];

function trend(
  shares: readonly TrendPicture["steps"][number]["share"][],
  more: Partial<TrendPicture> = {},
  labelOf: (index: number) => string = (index) =>
    `${index % 2 === 0 ? "Våren" : "Hösten"} ${2019 + Math.floor(index / 2)}`,
): TrendPicture {
  const known = shares.filter((share) => typeof share === "number");
  const middle = known.reduce((sum, share) => sum + share, 0) / Math.max(1, known.length);
  return {
    name: "Mycket grovt våld",
    notes: ["Andel av ärendena."],
    steps: shares.map((share, index) => {
      const half = 0.34 * middle + 0.02 * (index % 3);
      return {
        label: labelOf(index),
        share,
        limits: typeof share === "number" ? [Math.max(0, middle - half), middle + half] : null,
      };
    }),
    centre: middle,
    breaks: [],
    ...more,
  };
}

export const trends: Stories<TrendPicture> = {
  "five years": trend(steps),
  "years, and a question that changed": trend(
    [0.3, 0.33, 0.52, 0.49, 0.5],
    { breaks: [2], centre: null },
    (index) => String(2019 + index),
  ),
  "partly hidden, and too few": trend([0.42, null, 0.39, 0.44, null, null, 0.5, "none", 0.45]),
  "a rare thing, broken twice": trend(
    [0.03, 0.04, 0.02, 0.06, 0.05, 0.04],
    { breaks: [2, 5], centre: null },
    (index) => String(2019 + index),
  ),
  "all hidden": trend([null, null, null], { centre: null }),
  empty: trend([], { centre: null }),
  "long labels": trend([0.4, 0.5, 0.6], {}, () => long),
};
