/**
 * A county that asks everybody for a month, two years in a row, from planning to feedback: over the routes
 * that people use, with a clock that goes through the months. What is published equals what is counted here
 * anew from what was written on the forms; and what the nation shows of cases is as it was, also after a
 * restart.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openRelease, type Release } from "#compilation";
import { accountId, instant, municipalityCode, strongRandomness } from "#kernel";
import { givenMunicipality } from "#scenario";
import { type RoundResultsView, type RunningServer, startServer } from "#server";
import { openTestStore, type TestStore } from "#store/testing";
import { filesFolder } from "../files-folder.ts";
import { publishRound, type StoryPerson, storyClock, storyPerson } from "./county-people.ts";

const county = municipalityCode("0091");
const clock = storyClock(instant("2026-10-01T08:00:00Z"));
const files = filesFolder();
const codes = Array.from({ length: 8 }, (_, at) => String(9901 + at));
const [large = ""] = codes;

/** Which of the eight take part: seven, then five. */
const years = [
  { year: 2026, members: codes.slice(0, 7) },
  { year: 2027, members: [...codes.slice(0, 4), codes[7] ?? ""] },
] as const;
const withNeedsAssessment = codes.slice(1, 3);

let store: TestStore;
let server: RunningServer;
let lead: StoryPerson;
const leaders = new Map<string, StoryPerson>();
const nationWas: string[] = [];

before(async () => {
  store = await openTestStore();
  server = await started();
  const place = { store, clock, address: () => server.address };
  await store.within(county, async (tx) => {
    await tx.municipality.register({ kind: "county", name: "Skogslands län", county: "91" });
    await tx.accounts.insert({
      id: accountId("marika"),
      signInName: "marika",
      displayName: "Marika Forsvall",
      passwordHash: null,
      createdAt: clock.now(),
      disabledAt: null,
      grants: [{ role: "regionalLead", unit: null }],
    });
  });
  lead = storyPerson(place, county, accountId("marika"));
  for (const code of codes) {
    const story = givenMunicipality(code, { seed: Number(code) })
      .withPerson("Leila", "coordinator")
      .withUnit("Vuxen")
      .withWorker("Anna")
      .withCases(code === codes[7] ? 0 : 40)
      .withUnit("Bistånd");
    await story.writtenTo(store);
    leaders.set(code, storyPerson(place, municipalityCode(code), story.person("Leila")));
  }
});
after(async () => {
  await server.close();
  await store.close();
});

async function started(): Promise<RunningServer> {
  const outcome = await startServer({
    store,
    clock,
    randomness: strongRandomness,
    environment: { port: 0, isPortChosen: true, origin: undefined },
    files,
    demoAccounts: [],
    release: null,
  });
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  return outcome.value;
}

function leaderOf(code: string): StoryPerson {
  return leaders.get(code) ?? assert.fail(code);
}

/** A form's answers, and how many were filled in like that. */
type Line = readonly [combination: string, count: number];
type Kind = 1 | 2;

/** What lies in a municipality's pile of a kind of unit, a year: no two are of the same size. */
function pileOf(code: string, year: number, kind: Kind): readonly Line[] {
  const size = 6 + (Number(code) % 5) * 2 + (year - 2026) * 3 - (kind - 1) * 4;
  return [
    ["F04=1;F06=3;F07=1;F08=2", 3 * size],
    ["F04=1;F06=3;F07=2;F08=3", 2 * size],
    ["F04=1;F06=3", size],
    ["F04=1;F06=1;F09=1+2;F07=1;F08=2", Math.ceil(size / 3)],
    ["F04=1;F06=1;F09=2+4;F07=1", Math.ceil(size / 4)],
    ["F04=1;F06=2;F09=1;F07=1;F08=3", Math.ceil(size / 2)],
    ["F04=1;F06=2;F09=5;F07=2", Math.ceil(size / 3)],
    ["F04=1;F06=4", Math.ceil(size / 5)],
    ["F04=2;F05=1", size],
    ["F04=2;F05=2", Math.ceil(size / 2)],
    ["F04=2;F05=1+3;F07=1", Math.ceil(size / 2)],
    ["F04=2;F05=6;F08=4", Math.ceil(size / 4)],
  ];
}

function kindsOf(code: string): readonly Kind[] {
  return withNeedsAssessment.includes(code) ? [1, 2] : [1];
}

const unitOf = (code: string, kind: Kind) => `${code}-${kind === 1 ? "vuxen" : "bistand"}`;
const roundOf = (year: number) => `fokus-${year}`;
const campaignOf = (code: string, year: number) => `fokusmanad-${year}-${code}`;

async function askForRound(wish: {
  readonly id: string;
  readonly [field: string]: unknown;
}): Promise<string> {
  await lead.ask("POST /api/rounds", {
    interimDays: [],
    legalBasis: "Nämnden får lämna ut antal.",
    purpose: "Att se hur många som får frågan.",
    ...wish,
  });
  const participants = codes.map((code) => ({ code, name: `Kommun ${code}`, county: "91" }));
  await lead.ask(`POST /api/rounds/${wish.id}/participants`, { participants });
  return lead.text(`/api/rounds/${wish.id}/invitation`);
}

async function agree(code: string, round: string, text: string, level: string): Promise<void> {
  const { key } = await leaderOf(code).ask<{ readonly key: { readonly text: string } }>(
    "POST /api/agreements",
    { text, level, decidedBy: "Socialchef", decidedOn: "2026-09-30", reference: "SN 2026/1" },
  );
  const change = { keys: [key.text], hasLeft: false };
  await lead.ask(`PUT /api/rounds/${round}/participants/${code}`, change);
}

async function deliver(code: string, round: string): Promise<void> {
  const leader = leaderOf(code);
  const { delivery } = await leader.ask<{ readonly delivery: { readonly sequence: number } }>(
    `POST /api/deliveries/${round}/preparation`,
    { statedCases: null },
  );
  await leader.ask(`POST /api/deliveries/${round}/${delivery.sequence}/sending`);
}

let drawn = 0;
const newReceipt = () => `receipt-${String(drawn++).padStart(20, "0")}`;

async function playYear({ year, members }: (typeof years)[number]): Promise<void> {
  clock.set(instant(`${year}-10-05T08:00:00Z`));
  const id = roundOf(year);
  const { codebooks } = await lead.ask<{
    readonly codebooks: readonly { readonly id: string; readonly version: string }[];
  }>("GET /api/rounds");
  const codebook = codebooks.find((each) => each.id === "fokusmanad-2026");
  assert.ok(codebook);
  const wish = {
    ...{ id, name: `Fokusmånad ${year}`, from: `${year}-11-01`, through: `${year}-11-30` },
    ...{ cutOff: `${year}-12-15T12:00:00Z` },
    codebook: { id: codebook.id, version: codebook.version },
  };
  assert.equal(await lead.status("POST /api/rounds", { ...wish, ...rows }), 422);
  const text = await askForRound({ ...wish, level: "counts" });
  // As a program that is not ours might ask: a row of its own would tell of one meeting.
  const finer = JSON.stringify({ ...JSON.parse(text), level: "rows" });
  assert.equal(await leaderOf(large).status("POST /api/invitations", { text: finer }), 422);
  for (const code of members) {
    await agree(code, id, text, "counts");
    await leaderOf(code).ask(`PUT /api/campaigns/${campaignOf(code, year)}`, {
      ...{ revision: 0, name: `Fokusmånad ${year}` },
      ...{ firstDay: `${year}-11-01`, lastDay: `${year}-11-30`, routine: null, round: id },
      units: kindsOf(code).map((kind) => ({ unit: unitOf(code, kind), kind, expected: 50 })),
      ...{ instrument: { kind: "own" }, contacts: "", goals: "", guide: "" },
      tellsReceiver: true,
    });
  }
  clock.set(instant(`${year}-11-18T14:00:00Z`));
  for (const code of members) await noteAll(code, year);
  assert.equal(await preparing(large, id), 409, "nothing leaves before the campaign is closed");

  clock.set(instant(`${year}-12-03T08:00:00Z`));
  for (const code of members) {
    await leaderOf(code).ask(`POST /api/campaigns/${campaignOf(code, year)}/closing`);
    await deliver(code, id);
  }
  clock.set(instant(`${year}-12-20T08:00:00Z`));
  await publishRound(lead, id);
  for (const code of members) await leaderOf(code).ask(`POST /api/deliveries/${id}/return`);
}

const rows = { level: "rows", interimDays: [], legalBasis: "Ja.", purpose: "Ja." };

function preparing(code: string, round: string): Promise<number> {
  return leaderOf(code).status(`POST /api/deliveries/${round}/preparation`, { statedCases: null });
}

/** In piles; and one meeting at a time, of which one is taken back. */
async function noteAll(code: string, year: number): Promise<void> {
  const leader = leaderOf(code);
  const path = `/api/campaigns/${campaignOf(code, year)}`;
  for (const kind of kindsOf(code)) {
    const unit = unitOf(code, kind);
    const [[combination], ...others] = pileOf(code, year, kind) as [Line, ...Line[]];
    const [, first] = pileOf(code, year, kind)[0] ?? assert.fail();
    const lines = [[combination, first - 1] as Line, ...others].map(([text, count]) => {
      return { combination: text, count };
    });
    const forms = lines.reduce((sum, { count }) => sum + count, 0);
    const pile = { receipt: newReceipt(), unit, day: `${year}-11-16`, number: `H-${kind}` };
    await leader.ask(`POST ${path}/piles`, { ...pile, forms, lines });
    const meeting = { receipt: newReceipt(), unit, day: `${year}-11-18`, combination };
    await leader.ask(`POST ${path}/meetings`, meeting);
    const mistake = { ...meeting, receipt: newReceipt(), combination: "F04=2;F05=7" };
    await leader.ask(`POST ${path}/meetings`, mistake);
    await leader.ask(`POST ${path}/meetings/undo`, mistake);
  }
}

/** All that was noted of these municipalities, counted anew by nothing but the texts. */
function recounted(members: readonly string[], year: number) {
  const forms = members.flatMap((code) =>
    kindsOf(code).flatMap((kind) =>
      pileOf(code, year, kind).map(([text, count]) => {
        const given = new Map([["F03", [kind as number]]]);
        for (const part of text.split(";")) {
          const [id = "", chosen = ""] = part.split("=");
          given.set(id, chosen.split("+").map(Number));
        }
        return { given, count };
      }),
    ),
  );
  const sum = (isCounted: (given: ReadonlyMap<string, readonly number[]>) => boolean) =>
    forms.reduce((total, { given, count }) => total + (isCounted(given) ? count : 0), 0);
  return {
    meetings: sum(() => true),
    answered: (variable: string) => sum((given) => given.has(variable)),
    with: (variable: string, codes: readonly number[]) =>
      sum((given) => (given.get(variable) ?? []).some((code) => codes.includes(code))),
  };
}

/** How many told numbers of a release were looked at; each is as it is counted anew. */
function compared(release: Release, members: readonly string[], year: number): number {
  let looked = 0;
  for (const { id, tables } of [{ id: "nation", tables: release.tables }, ...release.regions]) {
    const own = recounted(members.includes(id) ? [id] : members, year);
    const same = (told: number | null, counted: number, about: string) => {
      if (told === null) return;
      looked++;
      assert.equal(told, counted, `${year} ${id} ${about}`);
    };
    for (const { specification, counts } of tables) {
      const { id: table, measure, population } = specification;
      if (population === "closed") continue;
      if (counts.kind === "cases") same(counts.cases, own.meetings, table);
      if (counts.kind === "share" && measure.kind === "share") {
        same(counts.numerator, own.with(measure.variable, measure.codes), table);
        same(counts.denominator, own.answered(measure.variable), `${table} of`);
      }
      if (counts.kind === "frequencies" && measure.kind === "frequencies") {
        for (const { codes, isMissing, count } of counts.rows) {
          if (!isMissing) same(count, own.with(measure.variable, codes), `${table} ${codes}`);
        }
      }
    }
  }
  return looked;
}

async function releaseOf(round: string, folder = "0091"): Promise<Release> {
  const outcome = await openRelease(join(files, "releases", folder, `${round}-1`));
  return outcome.kind === "done" ? outcome.value : assert.fail(`no release of ${round}`);
}

const nation = () => leaderOf(large).text("/api/nation");

test("the first month is played, from the county's question to what comes back", async () => {
  await playYear(years[0]);
  assert.equal(await nation(), '{"nation":null}', "meetings are no figures of cases");
});

test("cases of the same time are published by the same county, and are what the nation shows", async () => {
  const id = "2023-2026";
  const text = await askForRound({
    ...{ id, name: "Uppföljningen 2023–2026", from: "2023-01-01", through: "2026-12-31" },
    ...{ cutOff: "2027-01-31T12:00:00Z", level: "counts", codebook: await caseCodebook() },
  });
  for (const code of years[0].members) await agree(code, id, text, "counts");
  for (const code of years[0].members) await deliver(code, id);
  clock.set(instant("2027-02-01T08:00:00Z"));
  await publishRound(lead, id);
  nationWas.push(await nation());
  assert.match(nationWas[0] ?? "", /"codebook":"su-kvinnofrid-2021"/);
});

async function caseCodebook() {
  const { codebooks } = await lead.ask<{
    readonly codebooks: readonly { readonly id: string; readonly version: string }[];
  }>("GET /api/rounds");
  const found = codebooks.find(({ id }) => id === "su-kvinnofrid-2021") ?? assert.fail();
  return { id: found.id, version: found.version };
}

test("the second month stands beside the first, and the nation is as it was, also after a restart", async () => {
  await playYear(years[1]);
  assert.equal(await nation(), nationWas[0]);
  await server.close();
  server = await started();
  assert.equal(await nation(), nationWas[0]);
});

for (const { year, members } of years) {
  test(`what is published of ${year} equals an independent recount`, async () => {
    const release = await releaseOf(roundOf(year));
    const looked = compared(release, members, year);
    const places = release.regions.filter(({ level }) => level === "municipality");
    assert.equal(places.length, members.length);
    assert.ok(looked > 25 * members.length, `${looked} numbers`);
    assert.match(release.verdict.sv, /0 av \d+ dolda tal kan räknas ut/);
    const came = await releaseOf(roundOf(year), `${large}/returned`);
    assert.equal(compared(came, members, year), looked);
  });
}

test("the county and who took part read the same; who did not is told that there is nothing here", async () => {
  const path = `/api/campaign-rounds/${roundOf(2027)}/results`;
  const told = await lead.ask<RoundResultsView>(`GET ${path}`);
  assert.deepEqual(await leaderOf(large).ask(`GET ${path}`), told);
  assert.equal(told.meetings, recounted(years[1].members, 2027).meetings);
  assert.equal(told.before?.id, roundOf(2026));
  assert.match(told.took, /Fokusmånad 2026: sju kommuner .*Fokusmånad 2027: fem kommuner/);
  assert.deepEqual(told.absent, ["Kommun 9905", "Kommun 9906", "Kommun 9907"]);
  const [asked] = told.results.sections[0]?.panels ?? [];
  assert.equal(asked?.tables.length, 2, "both years in one table");
  assert.deepEqual(
    told.places?.tables.map(({ rows }) => rows.map(({ label }) => label)),
    [codes, codes].map((each) => each.map((code) => `Kommun ${code}`)),
  );
  const words = JSON.stringify(told);
  assert.doesNotMatch(words, /[Rr]iket|ärenden/);
  assert.equal(await leaderOf(codes[5] ?? "").status(`GET ${path}`), 409);
});
