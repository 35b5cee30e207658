/**
 * Whatever the server tells in pictures and sentences stands in the tables below them. The routes are those
 * of the policy: one that is new and has a part that nobody has thought of here stops the walk.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { policy, type Role } from "#access";
import { effectiveCodebooks } from "#codebook";
import { localGroups, type Release } from "#compilation";
import { type HalfYear, municipalityCode, systemClock } from "#kernel";
import { csvForms, documentKinds, type Panel, type SafePanel, tableCsv } from "#report";
import { meetingCodebook } from "#screening";
import {
  type ComparisonView,
  codebookShelf,
  type DocumentSources,
  type DocumentView,
  type ExplorationView,
  freezeInStore,
  type LocalReleaseView,
  type LocalResultsView,
  type UnitResultsView,
} from "#server";
import { strayNumbers } from "../../src/report/testing/index.ts";
import {
  type GivenApp,
  givenApp,
  givenClosing,
  givenMeetings,
  publishedNation,
  type SignedIn,
} from "../../src/server/testing/index.ts";
import { type FilledDemo, filledDemo } from "../filled-demo.ts";
import { codebook, numbersIn } from "./canaries.ts";
import { type Asked, addresses, everyRole } from "./canary-app.ts";
import { compiledFrom } from "./compiled-from.ts";
import { pdfWords } from "./pdf-words.ts";
import { type ToldInAnswer, toldIn, toldInDocument } from "./told-in-answers.ts";

const own = municipalityCode("9001");
const halfYear = "2023-H2" as HalfYear;

const [campaignBefore, campaign] = ["fokus-2025", "fokus-2026"];

/** Of each unit: enough of some to be told, and too few of others. */
const meetingsOfEach = [
  ...([
    ["F04=1;F06=3", 71],
    ["F04=1;F06=3;F07=1;F08=4", 32],
    ["F04=1;F06=4;F07=2", 9],
  ] as const),
  ...([
    ["F04=1;F06=1;F09=1+2", 13],
    ["F04=1;F06=2;F09=3;F08=1", 17],
  ] as const),
  ...([
    ["F04=1;F06=2;F09=5", 1],
    ["F04=2;F05=1+3", 44],
    ["F04=2;F05=6;F07=3", 2],
  ] as const),
] as const;

let filled: FilledDemo;
let release: Release;
let given: GivenApp;
let people: ReadonlyMap<Role, SignedIn>;
let asked: Asked;
let answers: readonly Answered[];

before(async () => {
  filled = await filledDemo({ municipalities: 9, cases: 450 });
  const { store, world } = filled;
  release = await compiledFrom(store, filled, { isInterim: false });
  given = givenApp(store, { kind: "demo", release: publishedNation(release) });
  given.clock.set(systemClock.now());
  const organisation = world.organisations.find(({ code }) => code === own) ?? assert.fail();
  const unit = organisation.units[0]?.id ?? assert.fail();
  people = await everyRole(given, own, unit);
  const by = people.get("coordinator")?.account ?? assert.fail();
  const problems = await freezeInStore(store, codebookShelf(effectiveCodebooks()), {
    municipality: { code: own, name: organisation.name },
    halfYear,
    by,
    at: systemClock.now(),
  });
  assert.deepEqual(problems, []);
  for (const [at, year] of [campaignBefore, campaign].entries()) {
    const units = organisation.units.slice(0, 3);
    const plan = await givenMeetings(store, {
      ...{ municipality: own, id: year, by },
      meetings: units.flatMap(({ id }) =>
        meetingsOfEach.map(([combination, count]) => ({
          unit: id,
          combination,
          count: count + at,
        })),
      ),
      year: 2025 + at,
    });
    await givenClosing(store, own, plan);
  }
  asked = await askedOf(unit);
  answers = await answered();
});
after(() => filled?.store.close());

/** Every choice that an answer offers is made, each by itself, and divisions of one question. */
async function askedOf(unit: string): Promise<Asked> {
  const unitResults = await read<UnitResultsView>(`GET /api/units/${unit}/results`);
  const localPath = `GET /api/local-releases/${halfYear}`;
  const localResults = await read<LocalResultsView>(`${localPath}/results`);
  const local = await read<LocalReleaseView>(localPath);
  const { published } = await read<ComparisonView>("GET /api/comparison");
  const { sources } = await read<DocumentSources>("GET /api/documents");
  const indicators = (published?.comparison.indicators ?? []).map(({ id }) => `indicator=${id}`);
  const ids = (name: string, choices: readonly { readonly id: string }[]) =>
    choices.map(({ id }) => `${name}=${id}`);
  // One area, the own municipality, and one of which less is shown.
  const all = release.regions.map(({ id }) => id);
  const regions = [...new Set([all[0] ?? assert.fail(), own, all.at(-1) ?? assert.fail()])];
  const municipality = regions.find((id) => id === own) ?? assert.fail("the own is not told of");
  const sets = [`local:${halfYear}`, "nation", municipality, regions[0] ?? assert.fail()];
  return {
    ...Object.fromEntries(
      [
        ...["code", "session", "variable", "table", "file", "id"],
        ...["round", "sequence", "receiver", "number", "account", "provider", "review", "mark"],
      ].map((part) => [part, ["none"]]),
    ),
    unit: [unit],
    campaign: [campaign, campaignBefore],
    region: regions,
    halfYear: [halfYear],
    way: [`9071${"A".repeat(22)}`],
    language: ["sv"],
    kind: documentKinds,
    source: sources.map(({ id }) => id),
    place: ["riket", ...regions],
    chapter: codebook.chapters.map(({ id }) => id),
    "GET /api/units/:unit/results": [
      ...ids("group", unitResults.groups),
      ...ids("period", unitResults.periods),
    ],
    "GET /api/local-releases/:halfYear": ids("group", local.groups),
    "GET /api/local-releases/:halfYear/results": ids("group", localResults.groups),
    "GET /api/comparison": indicators,
    "GET /api/units/:unit/comparison": indicators,
    "GET /api/units/:unit/exploration": await questionsAt(`GET /api/units/${unit}/exploration`, 9),
    "GET /api/published/exploration": (
      await Promise.all(
        sets.map(async (set) => {
          const questions = await questionsAt(`GET /api/published/exploration?set=${set}`, 12);
          return questions.map((question) => `set=${set}&${question}`);
        }),
      )
    ).flat(),
  };
}

/** @param nth every so many of the questions are also divided and asked of groups. */
async function questionsAt(address: string, nth: number): Promise<readonly string[]> {
  const { choices } = await read<ExplorationView>(address);
  const shows = choices.shows.flatMap((group) => group.choices);
  const divisions = choices.divisions.flatMap((group) => group.choices);
  const some = shows.filter((_, index) => index % nth === 0);
  return [
    ...shows.map(({ id }) => `show=${id}`),
    ...some.flatMap(({ id }) => [
      ...divisions.slice(0, 3).map((by) => `show=${id}&by=${by.id}`),
      ...choices.times.map((time) => `show=${id}&time=${time.id}`),
      ...choices.groups.map((group) => `show=${id}&group=${group.id}`),
    ]),
    ...divisions.map((by) => `show=V10&by=${by.id}`),
    ...choices.periods.map((period) => `show=V10&period=${period.id}`),
  ];
}

async function ask(address: string): Promise<Response> {
  return (people.get("caseWorker") ?? assert.fail()).request(address);
}

async function read<View>(address: string): Promise<View> {
  const response = await ask(address);
  assert.equal(response.status, 200, address);
  return (await response.json()) as View;
}

type Answered = { readonly address: string; readonly told: ToldInAnswer };

/** What the unit's worker is answered: she may see all that is shown of figures. */
async function answered(): Promise<readonly Answered[]> {
  const found: Answered[] = [];
  for (const address of addresses(asked)) {
    const response = await ask(address);
    if (!response.headers.get("Content-Type")?.includes("json")) continue;
    const told = toldIn(await response.json());
    if (told.panels.length > 0) found.push({ address, told });
  }
  return found;
}

/** Sizes of municipalities that stand together, and how often chance makes what is told. */
const sizes = [5, 29, 30, 59, 60, 99, 100, 199, 200, 19, 20];

/** What the pages call groups, places and answers by. */
function namesKnown(): readonly string[] {
  const { subgroups } = codebook;
  const variables = [...codebook.variables, ...meetingCodebook().variables];
  const groups = [...subgroups, ...localGroups(codebook)];
  const all = [
    ...variables.flatMap(({ label, options }) => [
      label.sv,
      ...options.map((each) => each.label.sv),
    ]),
    ...groups.flatMap(({ label, noun }) => [label.sv, noun.sv]),
    ...release.regions.map(({ name }) => name),
    `Kommun ${own}`,
  ];
  // In pictures long names stand on several lines: «35+», «senaste 12».
  return [...all, ...all.flatMap((name) => name.match(/\S*\d\S*(?= år)|\S+ \d+(?= )/gu) ?? [])];
}

/** Of places it may be said how many there are, and of how many anything is shown. */
function uncountedIn({ id, tables: [table] }: Panel): readonly number[] {
  if (!/^(similar|funnel):/.test(id) || !table) return sizes;
  const places = table.rows.filter(({ label }) => label !== "Riket");
  const shown = places.filter(({ cells }) => typeof cells[0] === "number");
  return [...sizes, places.length, shown.length];
}

test("every number of a picture, of what is said instead of it and of a title stands in a table", () => {
  const names = namesKnown();
  const stray = answers.flatMap(({ address, told: { panels, headlines } }) => [
    ...panels.flatMap((panel) => {
      // Steps of time in a row are told together, and each for itself in the table.
      const title = address.includes("time=") ? "" : panel.title;
      // A unit's own findings also tell what chance can do and who is missing; protected ones do not.
      const sentences = panel.lane === "safe" ? panel.sentences : [];
      const found = strayNumbers(
        { ...panel, title, sentences },
        { others: uncountedIn(panel), names },
      );
      return found.map((number) => `${address} ${panel.id}: ${number}`);
    }),
    ...headlines.flatMap(({ sentence, panels }) =>
      strayNumbers(saidOf(sentence, panels), { names }).map((number) => `${address}: ${number}`),
    ),
  ]);
  assert.deepEqual(stray, []);
  const pictures = answers.flatMap(({ told }) => told.panels.filter(({ picture }) => picture));
  assert.ok(pictures.length > 500, `${pictures.length} pictures`);
});

test("a number of a picture that its table does not hold is found by the same walk", () => {
  const [panel] = answers.flatMap(({ told }) => told.panels.filter(({ picture }) => picture));
  assert.ok(panel?.picture);
  const attributes = { ...panel.picture.attributes, "aria-label": "77 777 ärenden" };
  const spoilt = { ...panel, picture: { ...panel.picture, attributes } };
  assert.deepEqual(strayNumbers(spoilt, { others: uncountedIn(panel), names: namesKnown() }), [
    "77 777",
  ]);
});

test("panels are told by these routes; outside the unit's own all are protected", () => {
  const byRoute = Map.groupBy(answers, ({ address }) => routeOf(address));
  assert.deepEqual([...byRoute.keys()].sort(), telling);
  for (const [route, told] of byRoute) {
    const lanes = new Set(told.flatMap((each) => each.told.panels.map(({ lane }) => lane)));
    const isExact = route.startsWith("GET /api/units/") || route === "GET /api/start";
    assert.deepEqual([...lanes], [isExact ? "internal" : "safe"], route);
  }
});

const telling = [
  "GET /api/campaigns/:campaign/results",
  "GET /api/comparison",
  "GET /api/local-releases/:halfYear",
  "GET /api/local-releases/:halfYear/results",
  "GET /api/nation",
  "GET /api/nation/regions/:region",
  "GET /api/published/exploration",
  "GET /api/start",
  "GET /api/units/:unit/campaigns/:campaign/results",
  "GET /api/units/:unit/comparison",
  "GET /api/units/:unit/exploration",
  "GET /api/units/:unit/figures",
  "GET /api/units/:unit/results",
] as const;

test("a chain of denominators says which cases it begins with: of what is asked at the close the closed ones", () => {
  const chained = answers.flatMap(({ told }) => told.panels.filter(({ base }) => base !== null));
  assert.deepEqual(
    chained.filter(({ population }) => population === null),
    [],
  );
  const ofClosed = new Set(
    codebook.variables.flatMap(({ id, phase }) => (phase === "after" ? [id] : [])),
  );
  const asked = chained.filter(({ id }) => ofClosed.has(id.replace(/^.*:/, "")));
  assert.ok(asked.length > 10);
  assert.deepEqual([...new Set(asked.map(({ population }) => population))], ["closed"]);
});

test("every protected table can be had as a file in both forms, with the numbers that are shown", async () => {
  const shown = answers.filter(({ told }) => told.panels.every(({ lane }) => lane === "safe"));
  // Some of each route: all are made in one place.
  const once = new Map(
    shown.flatMap(({ address, told }) =>
      told.panels.map((panel) => [`${routeOf(address)} ${panel.id}`, { address, panel }] as const),
    ),
  );
  const ofRoutes = Map.groupBy(once.values(), ({ address }) => routeOf(address));
  assert.equal(ofRoutes.size, 7);
  const some = [...ofRoutes.values()].flatMap((each) => each.slice(0, 4));
  for (const { address, panel } of some) {
    const [path, question] = address.split("?");
    const file = new URLSearchParams(question);
    file.set("panel", panel.id);
    for (const form of csvForms) {
      for (const index of panel.tables.keys()) {
        file.set("table", String(index));
        file.set("form", form);
        const response = await ask(`${path}/table?${file}`);
        assert.equal(response.status, 200, `${path}/table?${file}`);
        // With its mark, which a text would be read without.
        const text = Buffer.from(await response.arrayBuffer()).toString();
        assert.equal(text, tableCsv(panel as SafePanel, index, form), `${path}/table?${file}`);
      }
    }
  }
});

test("what a document says stands in the tables of the set that it tells of, and the PDF says the same", async () => {
  const names = namesKnown();
  for (const source of asked.source ?? []) {
    const panels = answers.flatMap(({ address, told }) =>
      isOf(address, source) ? told.panels : [],
    );
    assert.ok(panels.length > 10, source);
    const count = source.startsWith("campaign:") ? documentKinds.length : 3;
    for (const kind of documentKinds.slice(0, count)) {
      const path = `GET /api/documents/${kind}/${source}`;
      const { document } = await read<DocumentView>(path);
      const { sentences, cells } = toldInDocument(document);
      const said = { ...saidOf("", panels), sentences };
      // A campaign's days are told by their dates.
      const days = source.startsWith("campaign:") ? [1, 25] : [];
      const stray = strayNumbers(said, { others: [...sizes, ...days], names });
      const found = stray.filter((number) => !cells.some((cell) => cell.includes(number)));
      assert.deepEqual(found, [], path);
      for (const block of document.blocks) {
        if (block.kind !== "figure") continue;
        const panel =
          panels.find(({ id }) => id === block.id) ?? assert.fail(`${path} ${block.id}`);
        const told = {
          ...panel,
          title: block.title,
          sentences: [block.text],
          picture: block.picture,
        };
        assert.deepEqual(strayNumbers(told, { names }), [], `${path} ${block.id}`);
      }
      const pdf = await ask(`${path}/pdf`);
      const printed = numbersIn(await pdfWords(new Uint8Array(await pdf.arrayBuffer())));
      const written = numbersIn(JSON.stringify(document));
      assert.deepEqual(
        // Pages are numbered, and its properties say when it was printed.
        printed.filter((number) => number > 2 && number < 1e7 && !written.includes(number)),
        [],
        path,
      );
    }
  }
});

/** The route of the policy that answers at the address. */
function routeOf(address: string): string {
  const [asked = ""] = address.split("?");
  const found = Object.keys(policy).find((route) =>
    new RegExp(`^${route.replace(/:\w+/g, "[^/]+")}$`).test(asked),
  );
  return found ?? assert.fail(address);
}

/** What is told of all cases of the set. */
function isOf(address: string, source: string): boolean {
  const ofCampaign = source.replace(/^campaign:/, "");
  if (ofCampaign !== source) return address === `GET /api/campaigns/${ofCampaign}/results`;
  const places = [`GET /api/local-releases/${source}`, `GET /api/nation/regions/${source}`];
  return places.includes(address) || (source === "nation" && address === "GET /api/nation");
}

/** A sentence about several panels, as one with all of their tables. */
function saidOf(sentence: string, panels: readonly Panel[]): Panel {
  const [first = assert.fail("a sentence without a panel")] = panels;
  const tables = panels.flatMap((panel) => panel.tables);
  return { ...first, title: "", label: "", sentences: [sentence], picture: null, tables };
}
