/** The program against the kit: what it counts of the delivered bytes is what the plain counter found. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Codebook, effectiveCodebooks } from "#codebook";
import { readDelivery } from "#delivery";
import { nationSpecifications, openExtractIntake, type RawTable, tabulate } from "#tabulation";
import { countedWithCare } from "../../scripts/conformance-kit/counted-with-care.ts";
import {
  type ExpectedTables,
  expectedTables,
  tablesText,
} from "../../scripts/conformance-kit/expected-tables.ts";
import type { CountedTable } from "../../scripts/conformance-kit/plain-count.ts";
import { codebookFile, fileOf, kitDeliveries, kitFile } from "./the-kit.ts";

const codebooks = effectiveCodebooks();
const deliveries = kitDeliveries();
const expected: ExpectedTables = JSON.parse(kitFile("expected/tables.json").toString("utf8"));

function common(): Codebook {
  const { id, version } = expected.codebook;
  const found = codebooks.find((each) => each.id === id && each.version === version);
  return found ?? assert.fail(`there is no ${id} ${version}`);
}

async function countedByTheProgram(): Promise<readonly RawTable[]> {
  const codebook = common();
  const scope = { kind: "nation", round: "2022-2023" } as const;
  const specifications = nationSpecifications(codebook);
  const intake = await openExtractIntake({ codebook, scope, specifications, threads: 1 });
  for (const { name, text } of deliveries) {
    const read = await readDelivery(fileOf(name, text), codebooks);
    assert.equal(read.kind, "done", JSON.stringify(read));
    for (const each of read.value.cases) intake.add(each);
  }
  const extract = await intake.finish();
  try {
    return await tabulate(extract, specifications);
  } finally {
    extract.close();
  }
}

/** The program's table in the words of the kit; a share is made of what it counted. */
function inKitsWords(raw: RawTable): unknown {
  const { id, population, within } = raw.specification;
  const of = { id, population, ...(within ? { within } : {}) };
  const counts = raw.counts();
  switch (counts.kind) {
    case "cases":
      return { ...of, kind: "cases", cases: counts.cases };
    case "frequencies": {
      const options = counts.rows.map(({ code, count }) => {
        return { code, count, share: code === 98 ? null : sixth(count, counts.base.answered) };
      });
      return { ...of, kind: "options", chain: counts.base, options };
    }
    case "share": {
      const { base, numerator, denominator } = counts;
      const share = sixth(numerator, denominator);
      return { ...of, kind: "share", chain: base, numerator, denominator, share };
    }
    case "mean-distinct": {
      const { base, total, denominator } = counts;
      return {
        ...of,
        kind: "mean",
        chain: base,
        total,
        denominator,
        mean: sixth(total, denominator),
      };
    }
    case "crossing": {
      const columns = counts.columns.map(({ codes, base, counts: inColumn }) => ({
        code: codes[0],
        chain: base,
        options: counts.rows.map(({ code }, at) => ({ code, count: inColumn[at] })),
      }));
      return { ...of, kind: "crossing", chain: counts.base, columns };
    }
    default:
      return assert.fail(`the kit has no ${counts.kind}`);
  }
}

function sixth(part: number, whole: number): number | null {
  return whole === 0 ? null : Number((part / whole).toFixed(6));
}

/** Without what only people read, and without what the specification says by another name. */
function withoutWords(table: CountedTable): unknown {
  const plain = JSON.parse(JSON.stringify(table), (name, value) =>
    name === "label" ? undefined : value,
  );
  const { variable: _, codes: __, by: ___, ...rest } = plain;
  return rest;
}

test("the program counts of the kit's deliveries exactly the kit's tables", async () => {
  const counted = await countedByTheProgram();
  assert.deepEqual(counted.map(inKitsWords), expected.tables.map(withoutWords));
  assert.ok(counted.length > 60, `only ${counted.length} tables`);
});

test("each case that is told by hand moves some table", () => {
  const last = deliveries.at(-1) ?? assert.fail();
  const lines = last.text.trimEnd().split("\n");
  const before = tablesText(expectedTables(codebookFile, [last.text]));
  let found = 0;
  for (const { because, ...told } of countedWithCare) {
    const wanted = JSON.stringify(told.answers);
    const without = lines.filter((line) => {
      const { answers, items, begun } = JSON.parse(line);
      return !(
        JSON.stringify(answers) === wanted &&
        JSON.stringify(items) === JSON.stringify(told.items) &&
        JSON.stringify(begun) === JSON.stringify(told.begun)
      );
    });
    assert.ok(without.length < lines.length, `«${because}» is in no delivery`);
    const text = `${without.join("\n")}\n`;
    assert.notEqual(tablesText(expectedTables(codebookFile, [text])), before, because);
    found++;
  }
  assert.ok(found >= 20);
});
