import type { SafeTable } from "#disclosure";
import {
  casesCounts,
  frequencyCounts,
  meanCounts,
  type PlainTable,
  safeTable,
  shareCounts,
} from "./safe-tables.ts";

const honour = "honour-related";
const men = "men";
const closed = { population: "closed" } as const;
const levelBefore = { answer: "V15", in: [1, 2, 3, 4] };
const sameLevel = {
  any: [1, 2, 3, 4].map((code) => ({
    all: [
      { answer: "V15", in: [code] },
      { answer: "V24", in: [code] },
    ],
  })),
};

/** A release by hand: every kind of figure, with hidden numbers, merged options and small bases. */
export function smallRelease(): readonly SafeTable[] {
  return [
    { id: "cases started", counts: casesCounts(3070) },
    { id: "women", counts: shareCounts(2886, 3064) },
    { id: "men", counts: shareCounts(null, null) },
    { id: "V02", counts: frequencyCounts(3066, [1, 368], [2, 1012], [3, 890], [[4, 5], 796]) },
    { id: "V03", counts: birthBackground },
    {
      id: "V06",
      counts: frequencyCounts(
        3020,
        [1, 1130],
        [2, 640],
        [3, 512],
        [4, 201],
        [[5, 7], 190],
        [[6, 8, 9], null],
        [98, 12],
        [99, null],
      ),
    },
    { id: "V09", counts: frequencyCounts(28, [1, 25], [2, 19], [3, 8]) },
    { id: "V12", counts: frequencyCounts(null, [1, null], [2, null]) },
    { id: "very-severe-violence", counts: shareCounts(612, 3058) },
    { id: "honour-related", counts: shareCounts(305, 3050) },
    { id: "interventions-per-case", counts: meanCounts(6264, 2610) },
    { id: "housing-intervention", counts: shareCounts(835, 2610) },
    { id: "risk-method-used", counts: shareCounts(1712, 3058) },
    { id: "goal-attained-wholly-or-partly", ...closed, counts: shareCounts(1277, 2240) },
    { id: "client-much-better", ...closed, counts: shareCounts(414, 829) },
    { id: "decisive-among-improved", ...closed, counts: shareCounts(18, 26) },
    { id: "V26", ...closed, counts: clientSituation },
    { id: "V17", counts: interventions },

    { id: `${honour}:cases started`, subgroup: honour, counts: casesCounts(305) },
    { id: `${honour}:very-severe-violence`, subgroup: honour, counts: shareCounts(82, 303) },
    { id: `${honour}:risk-method-used`, subgroup: honour, counts: shareCounts(176, 303) },
    { id: `${honour}:interventions-per-case`, subgroup: honour, counts: meanCounts(760, 262) },
    {
      id: `${honour}:goal-attained-wholly-or-partly`,
      ...closed,
      subgroup: honour,
      counts: shareCounts(null, null),
    },
    {
      id: `${honour}:V02`,
      subgroup: honour,
      counts: frequencyCounts(305, [1, 84], [2, 114], [[3, 4, 5], 107]),
    },
    {
      id: `${honour}:V17`,
      subgroup: honour,
      counts: frequencyCounts(262, [1, 133], [2, 140], [3, 111], [4, 115], [5, 68], [14, null]),
    },

    { id: `${men}:cases started`, subgroup: men, counts: casesCounts(null) },
    { id: `${men}:very-severe-violence`, subgroup: men, counts: shareCounts(5, 24) },
    { id: `${men}:interventions-per-case`, subgroup: men, counts: meanCounts(16, 7) },
    {
      id: `${men}:V02`,
      subgroup: men,
      counts: frequencyCounts(184, [1, 24], [2, 60], [3, 52], [[4, 5], 48]),
    },

    {
      id: "V24",
      ...closed,
      counts: frequencyCounts(520, [1, 180], [2, 200], [[3, 4], 130], [99, 10]),
    },
    { id: "V24 with V15", ...closed, within: levelBefore, counts: shareCounts(480, 480) },
    {
      id: "V24 as V15",
      ...closed,
      within: { all: [levelBefore, sameLevel] },
      counts: shareCounts(397, 397),
    },
    ...sameAmong({ answer: "V22", in: [1, 2] }, 214, 239),
    ...sameAmong({ answer: "V26", in: [1, 2] }, null, 96),
  ].map(safeTable);
}

const birthBackground = frequencyCounts(
  3041,
  [1, 1672],
  [2, 380],
  [3, 280],
  [4, 660],
  [98, 29],
  [99, 49],
);

const clientSituation = frequencyCounts(829, [1, 414], [2, 174], [[3, 4], 75], [5, 166], [98, 0]);

const interventions = frequencyCounts(
  2610,
  [1, 1644],
  [2, 1357],
  [3, 731],
  [4, 548],
  [5, 470],
  [[14, 15], 94],
);

function sameAmong(
  group: { readonly answer: string; readonly in: readonly number[] },
  same: number | null,
  both: number,
): readonly PlainTable[] {
  const of = `V15 among ${group.answer}=${group.in.join(",")}`;
  return [
    {
      id: `V24 with ${of}`,
      ...closed,
      within: { all: [group, levelBefore] },
      counts: shareCounts(both, both),
    },
    {
      id: `V24 as ${of}`,
      ...closed,
      within: { all: [group, levelBefore, sameLevel] },
      counts: shareCounts(same, same),
    },
  ];
}
