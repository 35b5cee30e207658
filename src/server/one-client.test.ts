import assert from "node:assert/strict";
import { after, test } from "node:test";
import { instant, isoDate, municipalityCode } from "#kernel";
import { applyRevision } from "#registration";
import { fillDemo, givenMunicipality } from "#scenario";
import { openTestStore, type TestStore } from "#store/testing";
import { givenApp, type SignedIn } from "./testing/given-app.ts";
import { bodyOf } from "./testing/given-team.ts";
import { type ChosenAnswers, chosen, happy } from "./testing/play-case.ts";
import type { UnitResultsView } from "./wire-of-results.ts";

/**
 * Two histories that differ by what one client said, asked the same questions by the same people at the
 * same time: over the whole app, the store included. (Over random histories, and whatever happens to
 * the cases: `tabulation/client-sealed.property.test.ts`.)
 */
const stores: TestStore[] = [];
after(async () => {
  for (const store of stores) await store.close();
});

const unhappy: ChosenAnswers = { ...happy, V26: chosen(3), V27: chosen(1) };
const questions = {
  worker: [
    "GET /api/units/9001-frid/figures",
    "GET /api/units/9001-frid/results",
    "GET /api/units/9001-frid/results?group=with-children",
    "GET /api/units/9001-frid/exploration",
    "GET /api/units/9001-frid/exploration?show=V26",
    "GET /api/units/9001-frid/exploration?show=client-much-better&by=V01",
    "GET /api/units/9001-frid/exploration?show=V22&by=V26",
    "GET /api/units/9001-frid/exploration?show=V22&time=half-year&group=with-children",
    "GET /api/units/9001-frid/exploration?show=V10&by=V11&period=2026",
    "GET /api/start",
  ],
  manager: [
    "GET /api/units/9001-frid/figures",
    "GET /api/units/9001-frid/results?group=has-left",
    "GET /api/start",
    "GET /api/units/9001-frid/quality",
  ],
  coordinator: ["GET /api/units/9001-frid/quality", "GET /api/start"],
  reviewer: ["GET /api/log"],
} as const;
type Who = keyof typeof questions;

type History = {
  readonly said: (answers: ChosenAnswers) => Promise<void>;
  /** Everything that anybody in the unit is told, byte for byte. */
  readonly told: () => Promise<string>;
  readonly results: (question: string) => Promise<UnitResultsView>;
};

const code = municipalityCode("9001");

/** A unit with ten closed cases and no client's answer yet. */
async function givenHistory(): Promise<History> {
  const store = await openTestStore();
  stores.push(store);
  const story = givenMunicipality(code).withUnit("Frid").withWorker("Anna").withCases(60);
  const silent = [...story.organisation.cases].filter(
    ({ record, response }) => record.state === "closed" && response === null,
  );
  const cases = silent.slice(0, 10);
  assert.equal(cases.length, 10);
  await fillDemo(store, { organisations: [{ ...story.organisation, cases }] });
  const given = givenApp(store);
  const place = { municipality: code, unit: "9001-frid" };
  const people: { readonly [who in Who]: SignedIn } = {
    worker: await given.givenPerson({ name: "Anna", role: "caseWorker", ...place }),
    manager: await given.givenPerson({ name: "Maria", role: "unitManager", ...place }),
    coordinator: await given.givenPerson({ name: "Kim", role: "coordinator", ...place }),
    reviewer: await given.givenPerson({ name: "Lova", role: "logReviewer", municipality: code }),
  };
  const waiting = cases.map(({ record }) => record.code);
  return {
    async said(answers) {
      const from = waiting.shift() ?? assert.fail("all have answered");
      await offered(store, from, people.worker);
      const body = { answeredOn: "2026-10-12", answers };
      const receipt = await people.coordinator.request(`POST /api/survey-answers/${from}`, body);
      assert.equal(receipt.status, 201, await receipt.text());
    },
    async results(question) {
      const route = `GET /api/units/9001-frid/results${question}`;
      return bodyOf<UnitResultsView>(await people.worker.request(route));
    },
    async told() {
      const texts: string[] = [];
      for (const [who, asked] of Object.entries(questions)) {
        for (const route of asked) {
          const response = await people[who as Who].request(route);
          assert.equal(response.status, 200, `${who} ${route}`);
          texts.push(`${who} ${route}\n${await response.text()}`);
        }
      }
      return texts.join("\n");
    },
  };
}

async function offered(store: TestStore, caseCode: string, { account }: SignedIn): Promise<void> {
  await store.within(code, async (tx) => {
    const record = (await tx.cases.findForUpdate(caseCode)) ?? assert.fail(caseCode);
    const to = { kind: "offered", on: isoDate("2026-10-12") } as const;
    const changes = [{ kind: "survey-changed", from: record.survey, to } as const];
    const at = instant("2026-11-02T08:00:00Z");
    const revision = { revision: record.revision + 1, by: account, at, changes };
    await tx.cases.save(applyRevision(record, revision), revision, { birthYear: null });
  });
}

test("what one client said moves nothing that anybody is told until five have come, nor who of them said it", async () => {
  const [one, other, third] = [await givenHistory(), await givenHistory(), await givenHistory()];
  for (let client = 1; client <= 5; client++) {
    await one.said(client === 2 ? unhappy : happy);
    await other.said(client === 4 ? unhappy : happy);
    await third.said(happy);
    const told = await one.told();
    // That it was the second and not the fourth cannot be told afterwards either.
    assert.equal(await other.told(), told, `after ${client}`);
    assert.equal((await third.told()) === told, client < 5, `after ${client}`);
  }
  for (let client = 6; client <= 10; client++) {
    await one.said(client === 6 ? unhappy : happy);
    await other.said(happy);
    assert.equal((await one.told()) === (await other.told()), client < 10, `after ${client}`);
  }
});

/** What the client said, wherever the results tell it: her section, and her part of the change. */
async function clientIn(history: History, question: string) {
  const { results } = await history.results(question);
  const { findings, panels } =
    results.sections.find(({ id }) => id === "client") ?? assert.fail("no section of the client");
  const changed = results.sections.filter(({ panels }) =>
    panels.some(({ id }) => id.includes("change of")),
  );
  return {
    section: JSON.stringify({ findings, panels }),
    // How sure it is is said once: by the findings, or where these have no room, by the panel.
    besideChange: changed.map((section) => {
      const beside = section.panels.filter(({ id }) => id.includes("change of"));
      const sentences = [
        ...(section.findings?.howSure ?? []),
        ...beside.flatMap((panel) => panel.sentences),
      ];
      return [...new Set(sentences.filter((each) => each.startsWith("Klient")))].sort();
    }),
  };
}

test("whatever period or group is chosen, and whoever is in it, what clients said is the same", async () => {
  const history = await givenHistory();
  for (let client = 1; client <= 7; client++) await history.said(client === 3 ? unhappy : happy);
  const { periods, groups } = await history.results("");
  assert.ok(periods.length > 1 && groups.length === 5);
  const all = await clientIn(history, "");
  const [voice = assert.fail("no change is told")] = all.besideChange;
  assert.ok(voice.length > 0);
  for (const period of ["", ...periods.map(({ id }) => id)]) {
    for (const group of ["", ...groups.map(({ id }) => id)]) {
      const question = `?period=${period}&group=${group}`;
      const { section, besideChange } = await clientIn(history, question);
      assert.equal(section, all.section, question);
      for (const each of besideChange) assert.deepEqual(each, voice, question);
    }
  }
});
