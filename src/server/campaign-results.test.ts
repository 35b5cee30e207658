/**
 * Two years of asking, from plan to figures, over the real app and store: what is told is held against the
 * test's own list of meetings, counted in plain loops, and against everything else that anybody is answered.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode } from "#kernel";
import { meetingCodebook } from "#screening";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { givenCampaign, newReceipt, note } from "./testing/given-campaign.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import {
  playYear,
  type Said,
  saidIn,
  unitsOf,
  type Year,
  years,
} from "./testing/years-of-meetings.ts";
import type { DocumentView } from "./wire-of-documents.ts";
import type {
  CampaignResultsView,
  CampaignView,
  UnitCampaignResultsView,
} from "./wire-of-screening.ts";

const municipality = "9001";
const code = municipalityCode(municipality);
const codebook = meetingCodebook();

let store: TestStore;
let given: GivenApp;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  for (const { unit } of unitsOf(8)) await given.givenUnit(municipality, unit);
  for (const year of years) await playYear(given, municipality, year);
});
after(() => store.close());

/** Nobody stays signed in from one year to the next. */
const person = (
  name: string,
  role: Parameters<GivenApp["givenPerson"]>[0]["role"],
  unit?: string,
) => given.givenPerson({ name, municipality, role, ...(unit ? { unit } : {}) });

const [earlier, latest] = years as readonly [Year, Year];
const closing = (year: Year, by: SignedIn) =>
  by.request(`POST /api/campaigns/${year.id}/closing`, {});

test("while it runs nothing but participation is told, to the unit's own people either", async () => {
  given.clock.set("2026-03-31T20:00:00Z");
  const planner = await person("Leila", "coordinator");
  const worker = await person("Anna", "caseWorker", "enhet-1");
  const reader = await person("Birgitta", "committeeReader");
  const [results, own] = [
    await reader.request("GET /api/campaigns/fokus-2026/results"),
    await worker.request("GET /api/units/enhet-1/campaigns/fokus-2026/results"),
  ];
  assert.deepEqual(await problemsOf(results), ["campaign-results-not-yet"]);
  assert.deepEqual(await problemsOf(own), ["campaign-results-not-yet"]);
  assert.deepEqual(await problemsOf(await closing(latest, planner)), ["campaign-not-over"]);
  const view = await bodyOf<CampaignView>(await reader.request("GET /api/campaigns/fokus-2026"));
  assert.equal(sumOf(view.participation.map(({ meetings }) => meetings)), latest.meetings.length);
});

test("what each year is closed with is what a plain count of its meetings gives, wherever it is told", async () => {
  for (const year of years) {
    given.clock.set(`${year.year}-04-02T08:00:00Z`);
    const manager = await person("Kim", "unitManager", "enhet-1");
    const closed = await bodyOf<CampaignView>(await closing(year, manager));
    assert.deepEqual([closed.state, closed.mayClose, closed.openDays], ["closed", false, null]);
    const told = await keptNumbers(year);
    assert.ok(told.length > 40, `${told.length} numbers`);
    for (const { at, count, isIn } of told) {
      assert.equal(count, year.meetings.filter((meeting) => isIn(saidIn(meeting))).length, at);
    }
  }
});

const everybody = () => true;

/** Whom each question is for, in the test's own words. */
const askedOf: { readonly [question: string]: (said: Said) => boolean } = {
  F05: ({ F04 }) => F04?.[0] === 2,
  F06: ({ F04 }) => F04?.[0] === 1,
  F09: ({ F06 }) => F06?.[0] === 1 || F06?.[0] === 2,
};

type ToldNumber = {
  readonly at: string;
  readonly count: number;
  readonly isIn: (said: Said) => boolean;
};

/** Every number that is kept and not hidden, and which meetings it should be of. */
async function keptNumbers({ id }: Year): Promise<readonly ToldNumber[]> {
  const kept = await store.within(code, (tx) => tx.screening.results(id));
  assert.ok(kept);
  const { specifications, tables, verdict } = kept.content as unknown as Kept;
  assert.equal(verdict.kind, "passed");
  assert.deepEqual([verdict.opened, verdict.faults], [0, 0]);
  return tables.flatMap(({ specification, written: { counts } }) => {
    const { measure } = specifications.find((each) => each.id === specification) as Specified;
    const { variable = "" } = measure;
    const isEligible = askedOf[variable] ?? everybody;
    const has = (codes: readonly number[]) => (said: Said) =>
      isEligible(said) && (said[variable] ?? []).some((code) => codes.includes(code));
    const isValid = (said: Said) => isEligible(said) && variable in said;
    const numbers: readonly (readonly [string, number | null, (said: Said) => boolean])[] = [
      ["cases", counts.cases ?? null, everybody],
      ["eligible", counts.base?.eligible ?? null, isEligible],
      ["valid", counts.base?.valid ?? null, isValid],
      ["numerator", counts.numerator ?? null, has(measure.codes ?? [])],
      ["denominator", counts.denominator ?? null, isValid],
      ...(counts.rows ?? []).map(
        ({ codes, count }) => [codes.join("+"), count, has(codes)] as const,
      ),
    ];
    return numbers.flatMap(([name, count, isIn]) =>
      count === null ? [] : [{ at: `${id} ${specification} ${name}`, count, isIn }],
    );
  });
}

type Specified = {
  readonly id: string;
  readonly measure: { readonly variable?: string; readonly codes?: readonly number[] };
};
type Kept = {
  readonly specifications: readonly Specified[];
  readonly tables: readonly {
    readonly specification: string;
    readonly written: { readonly counts: KeptCounts };
  }[];
  readonly verdict: { readonly kind: string; readonly opened: number; readonly faults: number };
};
type KeptCounts = {
  readonly cases?: number | null;
  readonly base?: { readonly eligible: number | null; readonly valid: number | null };
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly rows?: readonly { readonly codes: readonly number[]; readonly count: number | null }[];
};

test("closing once more gives the same, and takes nothing back", async () => {
  const before = await store.within(code, (tx) => tx.screening.results(latest.id));
  given.clock.set("2026-04-03T08:00:00Z");
  const planner = await person("Leila", "coordinator");
  const again = await Promise.all([closing(latest, planner), closing(latest, planner)]);
  for (const each of again) assert.equal((await bodyOf<CampaignView>(each)).state, "closed");
  assert.deepEqual(await store.within(code, (tx) => tx.screening.results(latest.id)), before);
  const entries = await store.within(code, (tx) => tx.audit.list(0, 10_000));
  const closings = entries.filter(({ action }) => action === "campaign.closed");
  assert.deepEqual(
    closings.map(({ details }) => details.campaign),
    [latest.id, earlier.id],
  );
});

test("everybody in the municipality reads the year with the one before it beside", async () => {
  const reader = await person("Birgitta", "committeeReader");
  const response = await reader.request(`GET /api/campaigns/${latest.id}/results`);
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  const view = await bodyOf<CampaignResultsView>(response);
  assert.equal(view.meetings, latest.meetings.length);
  assert.deepEqual(view.before, { id: earlier.id, name: earlier.name });
  const [first] = view.results.sections;
  const [asked] = first?.panels ?? [];
  const beside = asked?.tables.find(({ caption }) => caption.includes("år från år"));
  const askedIn = ({ meetings }: Year) =>
    meetings.filter(({ combination }) => combination.startsWith("F04=1")).length;
  assert.deepEqual(
    [beside?.rows[0]?.cells[0], beside?.rows[0]?.cells[3]],
    [askedIn(latest), askedIn(earlier)],
  );
  const old = await bodyOf<CampaignResultsView>(
    await reader.request(`GET /api/campaigns/${earlier.id}/results`),
  );
  assert.deepEqual([old.before, old.meetings], [null, earlier.meetings.length]);
  const { sections = [] } = view.resultsBefore ?? {};
  assert.deepEqual(
    old.results.sections.map(({ panels }) => panels.map(({ tables }) => tables)),
    sections.map(({ panels }) => panels.map(({ tables }) => tables)),
  );
});

test("a unit's own people see its exact figures, and nobody else does", async () => {
  for (const { unit } of latest.units) {
    const worker = await person("Anna", "caseWorker", unit);
    const view = await bodyOf<UnitCampaignResultsView>(
      await worker.request(`GET /api/units/${unit}/campaigns/${latest.id}/results`),
    );
    const own = latest.meetings.filter((each) => each.unit === unit);
    assert.equal(view.meetings, own.length);
    const cells = answersIn(view.results);
    for (const answer of [1, 2, 3, 4]) {
      const count = own.filter((each) => saidIn(each).F06?.[0] === answer).length;
      const label = labelOf("F06", answer);
      assert.equal(cells.get(label), count, `${unit} ${label}`);
    }
  }
  const path = `GET /api/units/enhet-1/campaigns/${latest.id}/results`;
  const others = [
    await person("Siv", "caseWorker", "enhet-2"),
    await person("Leila", "coordinator"),
    await person("Birgitta", "committeeReader"),
    await given.givenPerson({ name: "Yasmin", municipality: "9002", role: "unitManager" }),
  ];
  for (const other of others) assert.equal((await other.request(path)).status, 404);
  const worker = await person("Anna", "caseWorker", "enhet-8");
  const notIn = await worker.request(`GET /api/units/enhet-8/campaigns/${latest.id}/results`);
  assert.equal(notIn.status, 404);
});

/** How many gave each answer to what was asked of violence. */
function answersIn({ sections }: UnitCampaignResultsView["results"]) {
  const panels = sections.find(({ id }) => id === "answers")?.panels ?? [];
  const rows = panels.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
  return new Map(rows.map(({ label, cells }) => [label, cells[0]]));
}

function labelOf(question: string, answer: number): string {
  const options = codebook.variables.find(({ id }) => id === question)?.options ?? [];
  return options.find((each) => each.code === answer)?.label.sv ?? "";
}

test("outside the units no count is shown that could be somebody, nor what a unit alone has", async () => {
  const reader = await person("Birgitta", "committeeReader");
  const coordinator = await person("Leila", "coordinator");
  for (const { id } of years) {
    const view = await bodyOf<CampaignResultsView>(
      await reader.request(`GET /api/campaigns/${id}/results`),
    );
    const counts = [view.results, view.resultsBefore].flatMap((results) =>
      (results ? [results.strip, ...results.sections.flatMap(({ panels }) => panels)] : []).flatMap(
        ({ tables }) => tables.flatMap(countsIn),
      ),
    );
    assert.ok(counts.length > 20);
    assert.deepEqual(
      counts.filter((count) => count > 0 && count < 5),
      [],
    );
  }
  // All that anybody is answered there but the units' own: no answer beside the frozen ones.
  for (const who of [reader, coordinator]) {
    for (const path of ["", "/obstacles", "/confidence"]) {
      const response = await who.request(`GET /api/campaigns/${latest.id}${path}`);
      const { codebook: _, ...body } = await bodyOf<{ readonly codebook?: unknown }>(response);
      assert.doesNotMatch(JSON.stringify(body), /F06|F09|F05=/);
    }
  }
});

function countsIn({ columns, rows }: CampaignResultsView["results"]["strip"]["tables"][number]) {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell, at) =>
      typeof cell === "number" && columns[at]?.unit === "count" ? [cell] : [],
    ),
  );
}

test("with too few meetings it is closed all the same, and only the unit itself is told", async () => {
  given.clock.set("2026-05-05T08:00:00Z");
  const planner = await person("Leila", "coordinator");
  const worker = await person("Anna", "caseWorker", "enhet-7");
  await givenCampaign(planner, "liten-2026", ["enhet-7"], {
    ...{ firstDay: "2026-05-01", lastDay: "2026-05-10" },
  });
  const noted = { unit: "enhet-7", day: "2026-05-04" };
  for (const answer of ["F04=1;F06=1;F09=4", "F04=1;F06=3", "F04=2;F05=6"]) {
    await note(worker, "liten-2026", { ...noted, combination: answer });
  }
  given.clock.set("2026-05-12T08:00:00Z");
  const again = await person("Leila", "coordinator");
  const closed = await bodyOf<CampaignView>(
    await again.request("POST /api/campaigns/liten-2026/closing", {}),
  );
  assert.equal(closed.state, "closed");
  const results = await again.request("GET /api/campaigns/liten-2026/results");
  assert.deepEqual(await problemsOf(results), ["campaign-results-too-few"]);
  const own = await (await person("Anna", "caseWorker", "enhet-7")).request(
    "GET /api/units/enhet-7/campaigns/liten-2026/results",
  );
  assert.equal((await bodyOf<UnitCampaignResultsView>(own)).meetings, 3);
});

test("another municipality finds no campaign", async () => {
  const other = { name: "Yasmin", municipality: "9002", role: "coordinator" } as const;
  const stranger = await given.givenPerson(other);
  for (const route of ["POST closing", "GET results"]) {
    const [method = "", rest = ""] = route.split(" ");
    const body = method === "POST" ? {} : undefined;
    const response = await stranger.request(`${method} /api/campaigns/fokus-2026/${rest}`, body);
    assert.deepEqual(await problemsOf(response), ["campaign-unknown"]);
  }
});

test("what is noted while the figures are made is in them, or it is refused", async () => {
  given.clock.set("2026-06-01T08:00:00Z");
  const planner = await person("Leila", "coordinator");
  await givenCampaign(planner, "sen-2026", ["enhet-7"], {
    ...{ name: "Sen", firstDay: "2026-06-01", lastDay: "2026-06-02" },
  });
  given.clock.set("2026-06-03T08:00:00Z");
  const [closer, worker] = [
    await person("Leila", "coordinator"),
    await person("Anna", "caseWorker", "enhet-7"),
  ];
  const combination = "F04=1;F06=3";
  const lines = [{ combination, count: 40 }];
  const pile = { unit: "enhet-7", day: "2026-06-02", forms: 40, lines };
  const enterPile = (number: string) =>
    worker.request("POST /api/campaigns/sen-2026/piles", {
      ...pile,
      receipt: newReceipt(),
      number,
    });
  assert.equal((await enterPile("1")).status, 200);
  const [closed, ...late] = await Promise.all([
    closer.request("POST /api/campaigns/sen-2026/closing", {}),
    ...["2", "3", "4"].map(enterPile),
  ]);
  assert.equal(closed.status, 200);
  const counted = 40 * (1 + late.filter(({ status }) => status === 200).length);
  const view = await bodyOf<CampaignResultsView>(
    await closer.request("GET /api/campaigns/sen-2026/results"),
  );
  assert.equal(view.meetings, counted);
});

test("a sheet for the committee is made of the closed campaign, and says meetings", async () => {
  const reader = await person("Birgitta", "committeeReader");
  const path = `GET /api/documents/committee/campaign:${latest.id}`;
  const { document } = await bodyOf<DocumentView>(await reader.request(path));
  assert.match(document.title, /^Till nämnden: Fokusmånad 2026, /);
  const count = new Intl.NumberFormat("sv-SE").format(latest.meetings.length);
  assert.ok(document.lead.startsWith(`Gäller möten 1–31 mars 2026: ${count} noterades`));
  const pdf = await reader.request(`${path}/pdf`);
  assert.equal(pdf.headers.get("Content-Type"), "application/pdf");
  assert.match(pdf.headers.get("Content-Disposition") ?? "", /"till-namnden-fokusmanad.pdf"/);
  const { sources } = await bodyOf<{ sources: readonly { id: string }[] }>(
    await reader.request("GET /api/documents"),
  );
  assert.deepEqual(
    sources.map(({ id }) => id).filter((id) => id.startsWith("campaign:")),
    ["campaign:sen-2026", `campaign:${latest.id}`, `campaign:${earlier.id}`],
  );
});

test("the sheets for managers and contact persons tell what is done about what stood in the way", async () => {
  const planner = await person("Leila", "coordinator");
  const action = {
    ...{ revision: 0, obstacle: 1, intention: "En kvart längre för nybesök", outcome: "" },
    ...{ responsible: "enhetschef", dueOn: "2026-09-01", state: "planned", carriedFrom: null },
  };
  const write = async (id: string, changes: object) => {
    const path = `PUT /api/campaigns/${latest.id}/obstacles/${id}`;
    await bodyOf(await planner.request(path, { ...action, ...changes }));
  };
  await write("first-obstacle", {});
  await write("second-obstacle", { intention: "Tolk bokas.", state: "done", dueOn: null });
  await write("third-obstacle", { intention: "Blir inte av.", state: "dropped" });
  for (const kind of ["managers", "contacts"]) {
    const path = `GET /api/documents/${kind}/campaign:${latest.id}`;
    const { document } = await bodyOf<DocumentView>(await planner.request(path));
    const lists = document.blocks.flatMap((block) => (block.kind === "list" ? [block.items] : []));
    assert.deepEqual(lists[0], [
      "En kvart längre för nybesök. Ansvar: enhetschef. Klart senast den 1 september 2026.",
      "Tolk bokas. Ansvar: enhetschef. Det är gjort.",
    ]);
  }
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
