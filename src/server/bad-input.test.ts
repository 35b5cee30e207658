import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { policy } from "#access";
import { type HalfYear, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { givenLocalRelease } from "./testing/given-local-release.ts";
import { givenRound } from "./testing/given-round.ts";
import { hostileTexts } from "./testing/hostile-texts.ts";
import type { Stage } from "./testing/text-field.ts";
import { textFields } from "./testing/text-fields.ts";
import type { CaseView, Refusal } from "./wire.ts";

/** Whatever is written into whatever field: kept as text and read back the same, or refused in words. */
let store: TestStore;
let given: GivenApp;
let people: Omit<Stage, "code" | "session">;
let session: string;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo" });
  for (const unit of ["here", "there"]) await given.givenUnit("9001", unit);
  const here = { municipality: "9001", unit: "here" };
  people = {
    worker: await given.givenPerson({ name: "Anna", role: "caseWorker", ...here }),
    colleague: await given.givenPerson({ name: "Berit", role: "caseWorker", ...here }),
    manager: await given.givenPerson({ name: "Leila", role: "unitManager", municipality: "9001" }),
    coordinator: await given.givenPerson({ name: "Samir", role: "coordinator", ...here }),
    administrator: await given.givenPerson({
      name: "Ada",
      role: "administrator",
      municipality: "9001",
    }),
    reviewer: await given.givenPerson({ name: "Lova", role: "logReviewer", municipality: "9001" }),
    analyst: (await givenRound(given)).analyst,
  };
  const opened = await people.coordinator.request("POST /api/units/here/sessions", {
    name: "Stugan",
  });
  session = ((await opened.json()) as { id: string }).id;
  const frozen = "2025-H1" as HalfYear;
  await givenLocalRelease(store, municipalityCode("9001"), frozen, people.coordinator.account);
  await store.within(municipalityCode("9001"), ({ publishedReleases }) =>
    publishedReleases.insert({
      round: "2026",
      publication: 1,
      isInterim: false,
      folder: "2026-1",
      sha256: "0".repeat(64),
      verdict: "",
      by: null,
      at: given.clock.now(),
    }),
  );
});
after(() => store.close());

async function stage(): Promise<Stage> {
  return { ...people, session, code: await people.worker.startCase("here") };
}

async function viewOf({ worker, code }: Stage): Promise<CaseView> {
  return (await (await worker.request(`GET /api/cases/${code}`)).json()) as CaseView;
}

/** Refused as people are: every problem has its Swedish sentence. */
function assertTold(status: number, body: string, what: string): Refusal {
  assert.ok(status >= 400 && status < 500, `${what}: ${status} ${body.slice(0, 200)}`);
  const told = JSON.parse(body) as Refusal;
  assert.ok(told.problems.length > 0, what);
  for (const { sentence } of told.problems) assert.match(sentence, /.{10,}/, what);
  return told;
}

test("no text that a request may hold is missing from the list", async () => {
  const known = new Set(textFields.map(({ field }) => field.replace(/ .*/, "")));
  const asked = new Set<string>();
  const files = readdirSync(import.meta.dirname).filter((name) => /^requests.*\.ts$/.test(name));
  for (const file of files) {
    const schemas = (await import(`./${file}`)) as { readonly [name: string]: unknown };
    for (const [name, schema] of Object.entries(schemas)) {
      // What is written small is a part of others, and is found in those.
      if (!(schema instanceof z.ZodType) || !/^[A-Z]/.test(name)) continue;
      const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
      for (const path of textsIn(json)) asked.add([name, ...path].join("."));
    }
  }
  // Checked by `parseAnswerValue`, which no schema describes.
  asked.add("SetAnswer.value");
  assert.deepEqual([...known].toSorted(), [...asked].toSorted());
});

type Json = { readonly [key: string]: unknown };

/** The ways to every text within a JSON schema; a list adds nothing to the way, a map of any keys `*`. */
function textsIn(schema: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { type, properties, items, prefixItems, anyOf, oneOf, additionalProperties, ...rest } =
    schema as Json;
  if (type === "string" && !("enum" in rest) && !("const" in rest)) return [path];
  const parts = [anyOf, oneOf, prefixItems].flatMap((list) => (Array.isArray(list) ? list : []));
  const isMap = typeof additionalProperties === "object" && additionalProperties !== null;
  return [
    ...parts.flatMap((part) => textsIn(part, path)),
    ...textsIn(items, path),
    ...(isMap ? [[...path, "*"]] : []),
    ...Object.entries((properties ?? {}) as Json).flatMap(([name, part]) =>
      textsIn(part, [...path, name]),
    ),
  ];
}

describe("Every text field", () => {
  for (const [index, { field, send, read }] of textFields.entries()) {
    test(`${field} (${index})`, async () => {
      for (const { name, text, mustBeRefused } of hostileTexts) {
        const here = await stage();
        const before = await viewOf(here);
        const response = await send(here, text);
        const body = await response.text();
        const what = `${field}: ${name}`;
        if (response.ok && mustBeRefused) {
          // A name of nothing that there is: nothing happened, and the name is nowhere.
          assert.equal(read, undefined, `${what} was kept`);
          assert.ok(!body.includes(JSON.stringify(text).slice(1, -1)), what);
          assert.deepEqual(await viewOf(here), before, what);
        } else if (response.ok) {
          const kept = read ? await read(here, JSON.parse(body)) : undefined;
          if (kept) assert.ok(kept.includes(text), `${what} was kept as something else`);
        } else {
          assertTold(response.status, body, what);
          const after = await viewOf(here);
          if (!/restoring/.test(String(send))) assert.deepEqual(after, before, what);
        }
      }
    });
  }
});

test("what is a personnummer is called so, wherever words of one's own are kept", async () => {
  const personnummer = hostileTexts.find(({ name }) => name === "personnummer")?.text ?? "";
  for (const { field, send, read } of textFields) {
    if (!read) continue;
    const here = await stage();
    const response = await send(here, personnummer);
    const { problems } = assertTold(response.status, await response.text(), field);
    assert.deepEqual([field, problems[0]?.code], [field, "looks-like-personnummer"]);
  }
});

test("a request that is nested ever deeper is refused in words", async () => {
  const content = { measures: [], groups: [], indicators: [], checks: [] };
  let nested: unknown = {};
  for (let depth = 0; depth < 1000; depth++) nested = { all: [nested] };
  const body = { basedOn: 0, content: { ...content, variables: [{ condition: nested }] } };
  const response = await people.coordinator.request("PUT /api/local-codebook/draft", body);
  assertTold(response.status, await response.text(), "nested");
});

test("no address leads to anything but an answer in words", async () => {
  const pieces = ["%00", "__proto__", "'%20or%201=1--", "%E2%80%AEx", "%ED%A0%80", "..%2f..%2fetc"];
  const askers: readonly SignedIn[] = Object.values(people);
  for (const route of Object.keys(policy)) {
    if (!route.includes("/:")) continue;
    for (const piece of [...pieces, "x".repeat(3000)]) {
      for (const asker of askers) {
        const here = { unit: "here", session, code: "M-2345-6" };
        const names = [...route.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
        for (const hostile of names) {
          const path = names.reduce((so, name) => {
            const honest = here[name as keyof typeof here] ?? "sex";
            return so.replace(`:${name}`, name === hostile ? piece : honest);
          }, route);
          const response = await asker.request(path, bodyFor(route));
          const body = await response.text();
          assert.ok(response.status < 500, `${path}: ${response.status}`);
          // Who has no account, or prints, is answered with a page.
          if (body.startsWith("<!doctype html>")) assert.match(body, pageOfNothing, path);
          else if (!response.ok) assertTold(response.status, body, path);
        }
      }
    }
  }
});

/** Of what is published, of what is printed, and where clients come in whatever stands in the address. */
const pageOfNothing = /Sidan finns inte|Inte på det språket|<title>Enkät</;

test("no query does either", async () => {
  const queries = [
    "text=%00",
    "text=%ED%A0%80",
    "text=%E2%80%AEx",
    "from=1e99",
    "from=-1",
    "text=%25_",
    "period=%00&group=__proto__",
    "period=2999&group=%ED%A0%80",
  ];
  const results = "/api/units/here/results";
  for (const path of ["/api/cases", "/api/log", "/api/local-codebook", "/api/start", results]) {
    for (const query of queries) {
      for (const asker of Object.values(people)) {
        const response = await asker.request(`GET ${path}?${query}`);
        assert.ok(response.status < 500, `${path}?${query}: ${response.status}`);
      }
    }
  }
});

function bodyFor(route: string): unknown {
  if (/^(GET|DELETE)/.test(route)) return undefined;
  if (route.includes("guidance")) return { guidance: "Fråga klienten." };
  if (route.includes("answers/:variable")) {
    return { value: { kind: "codes", codes: [1] }, basedOn: 0 };
  }
  return { reason: "Fel svar skrevs" };
}
