import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atMost, type Benchmark, type Result } from "./harness/benchmark.ts";
import type { NationSize, ProtectedNation } from "./harness/protected-nation.ts";
import { runToEnd } from "./harness/run-command.ts";
import { projectFolder } from "./harness/running-program.ts";

/** As large as the demo. */
const demo: NationSize = { municipalities: 34, cases: 3070 };

export const protectingDemo: Benchmark = {
  ids: {
    "protect-34":
      "protecting a release of 34 municipalities with 3 070 cases: nation, areas and municipalities, every question",
    "audit-34": "attacking that release as an outsider and as each participant",
    "disclosure-memory": "the most memory (PSS) of a process that counts, protects and attacks it",
  },
  async measure(progress) {
    progress("protecting and attacking 34 municipalities, about a minute");
    const { megabytes, ...found } = await protectNation(demo);
    const small = await protectNation({ municipalities: 6, cases: 540, questions: 3 });
    const memory = {
      what: "the same with 6 municipalities and 3 questions",
      value: small.megabytes,
    };
    return [
      protecting("protect-34", 30, found),
      auditing("audit-34", 120, found),
      atMost({
        ...{ id: "disclosure-memory", value: megabytes, unit: "MB", goal: 1000, against: memory },
      }),
    ];
  },
};

/** Each about ten times as many cells as the one before. */
const growing: readonly NationSize[] = [
  { municipalities: 6, cases: 540, questions: 1 },
  { municipalities: 12, cases: 1080, questions: 7 },
  demo,
];

const every: NationSize = { municipalities: 290, cases: 26_000 };

export const protectingLarge: Benchmark = {
  ids: {
    "protect-290":
      "protecting a release of 290 municipalities with 26 000 cases, one question at a time below the nation",
  },
  async measure(progress) {
    const found: ProtectedNation[] = [];
    for (const size of [...growing, every]) {
      progress(`protecting and attacking ${size.municipalities} municipalities`);
      found.push(await protectNation(size));
    }
    const rows = found.map((each) => [
      ...[each.cells, each.hidden, each.protecting, each.auditing, each.adding],
    ]);
    const growth = {
      columns: ["cells", "hidden", "protecting, s", "attacking, s", "adding up, s"],
      rows,
      note: "numbers that could leave and differences between them; adding up is every relation once for everybody who attacks. The largest is every municipality of the country, with as many cases in each as the demo has.",
    };
    const last = found.at(-1);
    return last ? [{ ...protecting("protect-290", 300, last), growth }] : [];
  },
};

function protecting(id: string, goal: number, { protecting: value, counting }: ProtectedNation) {
  const against = { what: "counting the same tables, nothing else", value: counting };
  return atMost({ id, value, unit: "s", goal, against });
}

function auditing(id: string, goal: number, { auditing: value, adding }: ProtectedNation): Result {
  const what = "adding up every relation once for everybody who attacks, nothing else";
  return atMost({ id, value, unit: "s", goal, against: { what, value: adding } });
}

async function protectNation(
  size: NationSize,
): Promise<ProtectedNation & { readonly megabytes: number }> {
  const out = join(makeBenchFolder(), "times.json");
  const program = join(projectFolder, "bench/harness/protect-nation.ts");
  const { megabytes } = await runToEnd([process.execPath, program, out, JSON.stringify(size)]);
  return { ...JSON.parse(readFileSync(out, "utf8")), megabytes };
}
