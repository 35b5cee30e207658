import assert from "node:assert/strict";
import { test } from "node:test";
import type { Language } from "#kernel";
import type { Panel } from "../panel.ts";
import { numbersAgree } from "../testing/numbers-agree.ts";
import {
  frequencyCounts,
  safeTable,
  shareCounts,
  shippedCodebook,
} from "../testing/safe-tables.ts";
import { analysed, type Story } from "../testing/unit-story.ts";
import { publishedExploration } from "./published-exploration.ts";
import { unitExploration } from "./unit-exploration.ts";

const codebook = shippedCodebook();
const languages = ["sv", "en"] as const satisfies readonly Language[];

/** Women and men, in turn, with violence that is the graver the later they came. */
function stories(count: number): readonly Story[] {
  return Array.from({ length: count }, (_, at) => ({
    started: `${2020 + Math.floor((at * 6) / count)}-${at % 2 === 0 ? "02" : "08"}-01`,
    answers: {
      V01: at % 3 === 0 ? 2 : 1,
      V10: at % 7 === 0 ? 99 : (at % 5) + 1 > 3 ? 3 : (at % 5) + 1,
    },
  }));
}

type Asked = Parameters<typeof analysed>[1][number];
const rows = { kind: "question", variable: "V10" } as const;
const bySex: Asked = {
  id: "V10",
  population: "started",
  measure: { kind: "crossing", rows, columns: [{ kind: "question", variable: "V01" }] },
};
const overTime: Asked = {
  id: "very-severe-violence",
  population: "started",
  measure: {
    kind: "crossing",
    rows,
    columns: [{ kind: "time", of: "start", step: "half-year" }],
  },
};
const alone: Asked = {
  id: "V10",
  population: "started",
  measure: { kind: "frequencies", variable: "V10" },
};

async function panelOf(count: number, asked: Asked, language: Language): Promise<Panel> {
  const [table] = await analysed({ codebook, stories: stories(count) }, [asked]);
  assert.ok(table);
  const [panel, ...others] = unitExploration(table, { codebook, language }).panels;
  assert.deepEqual(others, []);
  return panel ?? assert.fail();
}

test("whatever is asked of a unit, small or large, says and draws no number that its tables lack", async () => {
  for (const language of languages) {
    for (const count of [4, 25, 60, 400]) {
      for (const asked of [bySex, alone]) numbersAgree(await panelOf(count, asked, language));
      // Its sentences also tell of several steps together.
      const series = await panelOf(count, overTime, language);
      numbersAgree({ ...series, title: "", sentences: [] });
    }
  }
});

test("a table of groups has every answer, those that say nothing too, and how many it is of", async () => {
  const { tables } = await panelOf(60, bySex, "sv");
  const [, numbers] = tables;
  const labels = numbers?.rows.map(({ label }) => label) ?? [];
  assert.deepEqual(labels.slice(-2), ["Har svar", "Ärenden"]);
  assert.ok(labels.includes("Vet ej"));
  for (const { cells } of numbers?.rows ?? []) {
    const parts = cells.slice(0, -1) as readonly number[];
    assert.equal(
      parts.reduce((sum, part) => sum + part, 0),
      cells.at(-1),
    );
  }
});

test("under ten nothing is a share, under a hundred in a group it is uncertain", async () => {
  const few = await panelOf(12, bySex, "sv");
  assert.ok(few.tables[0]?.rows.every(({ cells }) => cells[2] === "none"));
  assert.equal(few.certainty, "counts-only");
  assert.equal((await panelOf(60, bySex, "sv")).certainty, "uncertain");
  assert.equal((await panelOf(400, bySex, "sv")).certainty, "solid");
});

const groups = {
  by: "V01",
  groups: [
    { id: "sex-1", label: "Kvinna" },
    { id: "sex-2", label: "Man" },
  ],
};
const plain = { show: "V22", group: null, groups: null, crossedWith: null } as const;

function setWith(...told: readonly Parameters<typeof safeTable>[0][]) {
  return { codebook, place: null, tables: told.map(safeTable) };
}

function of(id: string, ...counts: Parameters<typeof frequencyCounts>) {
  const subgroup = id.split(":")[0] ?? "";
  return { id, subgroup, population: "closed", counts: frequencyCounts(...counts) } as const;
}

test("groups of a frozen set stand side by side, merged answers as one, hidden ones as a mark", () => {
  const set = setWith(
    of("sex-1:V22", 100, [1, 50], [2, 30], [[3, 4], 20]),
    of("sex-2:V22", 40, [1, 10], [2, null], [3, 8], [4, 7]),
  );
  for (const language of languages) {
    const [panel] = publishedExploration(set, { ...plain, groups }, language).panels;
    assert.ok(panel);
    numbersAgree(panel, [2]);
    const [numbers, shares] = panel.tables;
    assert.deepEqual(
      numbers?.rows.slice(0, 3).map(({ cells }) => cells),
      [
        [50, 10],
        [30, "hidden"],
        [20, 15],
      ],
    );
    assert.deepEqual(shares?.rows[1]?.cells.slice(0, 2), [0.3, "hidden"]);
  }
});

test("a hidden answer is told alike whatever it was, and so is a slice without a table", () => {
  const asked = { ...plain, groups };
  const hidden = (second: number | null) =>
    publishedExploration(
      setWith(
        of("sex-1:V22", 100, [1, 50], [2, 50]),
        of("sex-2:V22", second, [1, null], [2, null]),
      ),
      asked,
      "sv",
    ).panels;
  const without = publishedExploration(
    setWith(of("sex-1:V22", 100, [1, 50], [2, 50])),
    asked,
    "sv",
  ).panels;
  assert.deepEqual(
    hidden(null).map(({ title, sentences, picture }) => ({ title, sentences, picture })),
    without.map(({ title, sentences, picture }) => ({ title, sentences, picture })),
  );
  const [nothing] = publishedExploration(setWith(), asked, "sv").panels;
  assert.equal(nothing?.certainty, "hidden");
  assert.equal(nothing?.picture, null);
});

test("an indicator of two groups is one share of each", () => {
  const share = (id: string, counts: ReturnType<typeof shareCounts>) => {
    return { id, subgroup: id.split(":")[0] ?? "", population: "closed", counts } as const;
  };
  const show = "goal-attained-wholly-or-partly";
  const set = setWith(
    share(`sex-1:${show}`, shareCounts(60, 100)),
    share(`sex-2:${show}`, shareCounts(20, 45)),
  );
  const [panel] = publishedExploration(set, { ...plain, show, groups }, "sv").panels;
  assert.ok(panel);
  assert.match(panel.title, /60 procent.*«Kvinna».*44 procent.*«Man»/);
  numbersAgree(panel, [2]);
});
