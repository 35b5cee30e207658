/**
 * A program of its own, so that its memory can be told: `node protect-nation.ts OUT SIZE`. Lives through a
 * nation, counts it, protects it, attacks it, and writes to OUT how long each took.
 */
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { areasOf } from "#compilation";
import { auditRelease, type CountedSet, protectRelease } from "#disclosure";
import { nationPopulation } from "#scenario";
import { countableCase, nationSpecifications, openExtractIntake, tabulate } from "#tabulation";
import { livedCodebook as codebook } from "./lived-codebook.ts";
import { type NationSize, type ProtectedNation, smaller } from "./protected-nation.ts";

const [, , out = "", size = ""] = argv;
writeFileSync(out, JSON.stringify(await measured(JSON.parse(size))));

async function measured({
  municipalities,
  cases,
  questions,
}: NationSize): Promise<ProtectedNation> {
  const specifications = smaller(nationSpecifications(codebook), questions);
  const { round, places, casesOf } = nationPopulation({ seed: 2026, municipalities, cases });
  const scope = { kind: "nation", round: round.id } as const;
  const intake = await openExtractIntake({ codebook, scope, specifications });
  for (const { code, county } of places) {
    for (const { record, response } of casesOf(code, round.cutOff)) {
      if (record.codebook !== codebook.id) continue;
      const clientAnswers = response?.response.answers;
      intake.add(countableCase({ record, clientAnswers, codebook, county, period: round.period }));
    }
  }
  const extract = await intake.finish();
  const byMunicipality = specifications.map((each) => ({
    ...each,
    level: "municipality" as const,
  }));
  let start = performance.now();
  const nation = await tabulate(extract, specifications);
  const own = await tabulate(extract, byMunicipality);
  const counting = secondsSince(start);
  extract.close();

  start = performance.now();
  const safe = protectRelease({
    ...{ codebook, specifications, nation, municipalities: own },
    participants: places.map(({ code, name }) => ({ id: code, name })),
    areas: areasOf(places),
  });
  if (safe.kind === "refused") throw new Error(safe.problems.map(({ code }) => code).join());
  const protecting = secondsSince(start);

  const { counted, hidden } = safe.value;
  const { set, counts, participants } = counted;
  const shown = Array.from(counts, (count, cell) => (hidden[cell] === 1 ? null : count));
  start = performance.now();
  const audited = await auditRelease(
    { ...set, shown, beside: [], earlier: [] },
    { counts, guards: set.cells, participants, earlier: [] },
  );
  if (audited.kind === "refused") throw new Error(audited.problems.map(({ code }) => code).join());
  if (audited.value.verdict.kind === "failed") throw new Error("the audit found something");
  const auditing = secondsSince(start);

  const all = { cells: set.cells.length, hidden: shown.filter((count) => count === null).length };
  return { ...all, counting, protecting, auditing, adding: secondsOfAdding(counted) };
}

function secondsOfAdding({ set, counts, participants }: CountedSet): number {
  const start = performance.now();
  let wrong = 0;
  for (const { own } of [{ own: new Map<number, number>() }, ...participants]) {
    for (const { terms } of set.relations) {
      let sum = 0;
      for (const { cell, factor } of terms) {
        sum += factor * ((counts[cell] ?? 0) - (own.get(cell) ?? 0));
      }
      if (sum !== 0) wrong++;
    }
  }
  if (wrong > 0) throw new Error("the relations do not hold");
  return secondsSince(start);
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
