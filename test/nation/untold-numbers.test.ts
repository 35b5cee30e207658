import assert from "node:assert/strict";
import { before, test } from "node:test";
import { effectiveCodebook } from "#codebook";
import { auditRelease, type ProtectedRelease, protectRelease } from "#disclosure";
import { nationPopulation } from "#scenario";
import { countableCase, nationSpecifications, openExtractIntake, tabulate } from "#tabulation";

/**
 * Numbers of groups that are at least five, also without any one participant's share, and are not told:
 * what each of them would give away if it were told beside all that is, and to whom.
 */
const givesAway: { readonly [untold: string]: string } = {
  // Three honour-related cases are 65 or older.
  "nation:started:V11=2:V02:=4": "nation:started:V11=2:V02:=5 to anybody",
  // Six do not know where she was born; one participant has two of them.
  "nation:started:V11=2:V03:valid": "nation:started:V11=2:V03:=99 to a participant",
  "nation:started:V11=2:V03:=1": "nation:started:V11=2:V03:=99 to a participant",
  // The sum behind the mean, less all other kinds of support.
  "nation:started:V11=2:V17:=12": "nation:started:V11=2:V17:=15 to a participant",
};

let release: ProtectedRelease;

before(async () => {
  release = await protectedNation();
});

async function protectedNation(): Promise<ProtectedRelease> {
  const codebook = effectiveCodebook("su-kvinnofrid-2021");
  assert.ok(codebook);
  const specifications = nationSpecifications(codebook);
  const size = { seed: 2026, municipalities: 34, cases: 3070 };
  const { round, places, casesOf } = nationPopulation(size);
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
  const municipal = specifications.map((each) => ({ ...each, level: "municipality" as const }));
  const found = protectRelease({
    ...{ codebook, specifications, areas: [], interim: true },
    nation: await tabulate(extract, specifications),
    municipalities: await tabulate(extract, municipal),
    participants: places.map(({ code, name }) => ({ id: code, name })),
  });
  extract.close();
  assert.ok(found.kind === "done");
  return found.value;
}

/** Cells that a table could tell as they were counted, five without anybody's own. */
function plenty({ counted: { set, counts, participants } }: ProtectedRelease): readonly number[] {
  return set.cells.flatMap(({ subject, among, id }, cell) => {
    const isNumber =
      subject.kind !== "left" &&
      subject.kind !== "no-answer" &&
      !(subject.kind === "answer" && subject.codes.length > 1) &&
      !id.includes("(") &&
      !among.includes("not ");
    const shares = participants.map(({ own }) => own.get(cell) ?? 0);
    const left = (counts[cell] ?? 0) - Math.max(0, ...shares);
    return isNumber && left >= 5 ? [cell] : [];
  });
}

/**
 * What the auditor finds in the numbers of one question, when these are told as well: «=5 to anybody»,
 * «=99 to a participant».
 */
async function attacked(variable: string, also: readonly number[]): Promise<readonly string[]> {
  const { counted, hidden } = release;
  const { set, counts, participants } = counted;
  const places = set.cells.flatMap(({ subject }, cell) => {
    const own = "variable" in subject ? subject.variable : undefined;
    return own === undefined || own === variable ? [cell] : [];
  });
  const newPlace = new Map(places.map((cell, place) => [cell, place]));
  const relations = set.relations.flatMap(({ kind, terms }) => {
    const kept = terms.flatMap(({ cell, factor }) => {
      const place = newPlace.get(cell);
      return place === undefined ? [] : [{ cell: place, factor }];
    });
    return kept.length === terms.length ? [{ kind, terms: kept }] : [];
  });
  const cells = places.flatMap((cell) => set.cells[cell] ?? []);
  const audited = await auditRelease(
    {
      ...{ regions: set.regions, cells, relations, beside: [], earlier: [] },
      shown: places.map((cell) =>
        hidden[cell] === 0 || also.includes(cell) ? (counts[cell] ?? null) : null,
      ),
    },
    {
      counts: Int32Array.from(places, (cell) => counts[cell] ?? 0),
      guards: cells,
      participants: participants.map(({ region, own }) => ({
        region,
        own: new Map(
          [...own].flatMap(([cell, share]) => {
            const place = newPlace.get(cell);
            return place === undefined ? [] : [[place, share] as const];
          }),
        ),
      })),
      earlier: [],
    },
  );
  assert.ok(audited.kind === "done");
  const found = audited.value.findings;
  const cellsFound = new Set(found.map(({ cell }) => cell));
  return [...cellsFound].map((cell) => {
    const isAnybodys = found.some((each) => each.cell === cell && each.attacker === "outsider");
    return `${cell} ${isAnybodys ? "to anybody" : "to a participant"}`;
  });
}

function untold(): readonly {
  readonly id: string;
  readonly among: string;
  readonly cell: number;
}[] {
  return plenty(release).flatMap((cell) => {
    const { id = "", among = "" } = release.counted.set.cells[cell] ?? {};
    return release.hidden[cell] === 1 ? [{ id, among, cell }] : [];
  });
}

test("over all cases every number is told that is five without any participant's share", () => {
  assert.ok(plenty(release).length > 300);
  assert.deepEqual(
    untold().filter(({ among }) => among === ""),
    [],
  );
});

/** Of levels after by levels before. */
function isInColumn(among: string | undefined): boolean {
  return /^V15=\d$/.test(among ?? "");
}

test("of groups nearly all is told", () => {
  const { cells } = release.counted.set;
  const among = plenty(release).filter((cell) => {
    const own = cells[cell]?.among;
    return own !== "" && !isInColumn(own);
  });
  const told = among.filter((cell) => release.hidden[cell] === 0);
  assert.deepEqual([told.length, among.length], [98, 102]);
});

test("how many kept their level is told, and so the columns of the levels are not: they would tell who did not", async () => {
  const { cells } = release.counted.set;
  const columns = plenty(release).filter((cell) => isInColumn(cells[cell]?.among));
  assert.ok(columns.length > 10);
  assert.ok(columns.every((cell) => release.hidden[cell] === 1));
  assert.deepEqual(await attacked("V24", []), []);
  assert.notDeepEqual(await attacked("V24", columns), []);
});

test("in groups each number that is not told would give another away, and the auditor finds which", async () => {
  const found: { [untold: string]: string } = {};
  for (const { id, cell } of untold().filter(({ among }) => !isInColumn(among))) {
    const [, , , variable = ""] = id.split(":");
    found[id] = (await attacked(variable, [cell])).join();
  }
  assert.deepEqual(found, givesAway);
});
