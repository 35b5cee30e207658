import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import type { Role } from "#access";
import type { Codebook } from "#codebook";
import { freezeHalfYear } from "#compilation";
import {
  canonicalJson,
  type HalfYear,
  instant,
  type JsonValue,
  municipalityCode,
  periodOf,
} from "#kernel";
import { givenMunicipality } from "#scenario";
import { openTestStore, type TestStore } from "#store/testing";
import { type CaseOfUnit, countableCase, tabulateMunicipality } from "#tabulation";
import { type GivenApp, givenApp, type SignedIn } from "../../src/server/testing/index.ts";
import { codebook, collect, found, leastTelling, numbersIn } from "./canaries.ts";
import { type Asked, answersTo, everyRole, logOf, stranger, type Walker } from "./canary-app.ts";

/** A municipality's own numbers: a unit's exact ones, and what its frozen half-year hides. */
const own = municipalityCode("9071");
const halfYear = "2026-H1" as HalfYear;
const before2026 = "2025-H2" as HalfYear;
const story = givenMunicipality(own)
  .withUnit("Frid")
  .withWorker("Anna")
  .withCases(230)
  .withUnit("Boende")
  .withWorker("Bo")
  .withCases(40);
const [frid, boende] = ["9071-frid", "9071-boende"];

const questions = ["V03", "V08", "V07&by=V01", "V03&by=V02", "V26&group=sex-1", "V08&group=age-1"];

/** Those that a unit's exact figures are for, and those who keep its registration going. */
const inUnit: readonly Role[] = ["caseWorker", "unitManager", "coordinator"];

let store: TestStore;
let given: GivenApp;
let people: ReadonlyMap<Role, SignedIn>;
let elsewhere: readonly Walker[];
let asked: Asked;

before(async () => {
  store = await openTestStore();
  await story.writtenTo(store);
  given = givenApp(store, { kind: "demo" });
  people = await everyRole(given, own, frid);
  const [code] = codesIn(frid);
  asked = {
    unit: [frid],
    code: [code ?? assert.fail()],
    session: ["0".repeat(32)],
    region: ["91"],
    id: ["su-kvinnofrid-2021"],
    variable: ["V01"],
    way: [`9071${"A".repeat(22)}`, "9071-7F3K-92QD"],
    language: ["sv"],
    "GET /api/published/exploration": questions.map((each) => `set=local:${halfYear}&show=${each}`),
    "GET /api/published/exploration/table": questions.map(
      (each) => `set=local:${halfYear}&show=${each}&panel=${each.split("&")[0]}`,
    ),
    "GET /api/local-releases/:halfYear/table": ["V03", "V08"].map((panel) => `panel=${panel}`),
    "GET /api/local-releases/:halfYear/results/table": ["strip", "V08"].map(
      (panel) => `panel=${panel}&form=rfc4180`,
    ),
    provider: ["kommunen"],
    kind: ["committee", "staff"],
    source: [halfYear],
    place: ["riket"],
    chapter: ["who"],
    table: ["V02.csv"],
    file: ["tables.csv"],
    round: ["2026"],
    sequence: ["1"],
    number: ["1"],
    account: [people.get("caseWorker")?.account ?? "none"],
    review: ["1"],
    mark: ["1"],
    receiver: [own],
    campaign: ["none"],
    halfYear: [halfYear, ...["sex-1", "age-1", "honour"].map((id) => `${halfYear}?group=${id}`)],
  };
  await people.get("logReviewer")?.request("POST /api/log-reviews", {});
  const colleagues = await everyRole(given, own, boende);
  const { request } = await given.givenPerson({
    name: "Berit",
    municipality: "9072",
    role: "unitManager",
  });
  elsewhere = [
    ...[...colleagues]
      .filter(([role]) => inUnit.includes(role))
      .map(([role, each]) => ({ name: `${role} there`, request: each.request })),
    { name: "of another municipality", request },
    stranger(given),
  ];
});
after(() => store?.close());

function codesIn(unit: string): readonly string[] {
  return [...story.organisation.cases]
    .filter(({ record }) => record.unit === unit)
    .map(({ record }) => record.code);
}

test("a unit's exact numbers are told to those who may open its cases, and stand in no log", async () => {
  const worker = people.get("caseWorker") ?? assert.fail();
  const known: number[] = [];
  collect(await (await worker.request(`GET /api/units/${frid}/figures`)).json(), known);
  const other = await given.givenPerson({ name: "Cia", municipality: "9073", role: "analyst" });
  const innocent = (await answersTo([{ name: "", request: other.request }], asked)).flatMap(
    ({ text }) => numbersIn(text),
  );
  const exact = new Set(known.filter((each) => each >= 100 && !innocent.includes(each)));
  assert.ok(exact.size >= 20, `only ${exact.size}`);
  const others = [...people]
    .filter(([role]) => !inUnit.includes(role))
    .map(([name, { request }]) => ({ name, request }));
  assert.deepEqual(found(await answersTo([...elsewhere, ...others], asked), exact), []);
  // And the walk finds them where they may be.
  const told = found(await answersTo([{ name: "her", request: worker.request }], asked), exact);
  assert.ok(told.some((each) => each.startsWith(`her GET /api/units/${frid}/figures`)));
  assert.ok(told.some((each) => each.startsWith("her GET /api/start")));
  assert.deepEqual(found([await logOf(store, own)], exact), []);
});

/** A few questions of the codebook: what is hidden of them is hidden in the same way. */
const fewer: Codebook = {
  ...codebook,
  variables: codebook.variables.filter(({ id }) =>
    ["V01", "V02", "V03", "V07", "V08", "V26"].includes(id),
  ),
  groups: [],
  checks: [],
  indicators: [],
  chapters: [],
};

/** Each case of the larger unit a hundred times, so that what may not be told cannot be mistaken. */
function counted(): readonly CaseOfUnit[] {
  return [...story.organisation.cases].flatMap(({ record, response }) => {
    const clientAnswers = response?.response.answers;
    const period = periodOf(halfYear);
    const whole = countableCase({ record, codebook, clientAnswers, county: "00", period });
    const each = { ...whole, sheet: { ...whole.sheet, items: [] } };
    const times = !each.isStarted && !each.isClosed ? 0 : record.unit === frid ? 251 : 1;
    return Array.from({ length: times }, () => ({ unit: record.unit, counted: each }));
  });
}

test("what a frozen half-year hides is told to nobody, in no group, and is not in what is kept", async () => {
  const cases = counted();
  const municipality = { code: own, name: "Xaby" };
  const order = { municipality, halfYear, codebook: fewer, versions: [], cases };
  const frozen = await freezeHalfYear(order);
  assert.ok(frozen.kind === "done", JSON.stringify(frozen));
  const { content } = frozen.value;
  const { specifications, tables } = content as unknown as Content;
  const told: number[] = [];
  collect(tables, told);
  const raw = await tabulateMunicipality({
    municipality: own,
    round: halfYear,
    codebook: fewer,
    specifications,
    cases,
  });
  const known: number[] = [];
  for (const table of [...raw.whole, ...raw.own]) collect(table.counts(), known);
  const hidden = new Set(known.filter((each) => each >= leastTelling && !told.includes(each)));
  assert.ok(hidden.size >= 20, `only ${hidden.size}`);
  assert.ok(told.some((each) => each >= leastTelling));

  const by = people.get("coordinator")?.account ?? assert.fail();
  const stamp = { by, at: instant("2026-08-14T09:00:00Z") };
  await store.within(own, (tx) => tx.localReleases.insert({ ...frozen.value, ...stamp }));
  const everybody = [...people].map(([name, { request }]) => ({ name, request }));
  const seen = await answersTo([...everybody, ...elsewhere], asked);
  assert.ok(
    seen.some(({ at, text }) => at.startsWith("analyst") && text.includes('"lane":"safe"')),
  );
  assert.deepEqual(found([...seen, await logOf(store, own)], hidden), []);
  const kept = { at: "what is kept", text: JSON.stringify(content) };
  assert.deepEqual(found([kept], hidden), []);

  // And one that is planted in what is kept, with the right digest, is found on its page.
  const [canary = 0] = hidden;
  const text = JSON.stringify(content).replace(/(?<="cases":)\d{5,}/, String(canary));
  const planted = JSON.parse(text) as JsonValue;
  const sha256 = createHash("sha256").update(canonicalJson(planted)).digest("hex");
  const earlier = { ...frozen.value, content: planted, sha256, halfYear: before2026 };
  await store.within(own, (tx) => tx.localReleases.insert({ ...earlier, ...stamp }));
  const walked = await answersTo(everybody, { ...asked, halfYear: [before2026] });
  assert.ok(
    found(walked, hidden).includes(`analyst GET /api/local-releases/${before2026}: ${canary}`),
  );
});

type Content = JsonValue & {
  readonly specifications: Parameters<typeof tabulateMunicipality>[0]["specifications"];
  readonly tables: JsonValue;
};
