import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Decrypter } from "age-encryption";
import {
  deliveredCodebooks,
  firstRows,
  generateReceivingKey,
  generateSigningKey,
  packDelivery,
} from "#delivery";
import { instant, isoDate, municipalityCode, type Round, strongRandomness } from "#kernel";
import type { CaseRecord } from "#registration";
import { aCase, givenMunicipality } from "#scenario";
import { deliverFromStore } from "#server";
import { openTestStore, type TestStore } from "#store/testing";
import { agreeTo, anInvitation, givenApp } from "../../src/server/testing/index.ts";
import { codebook } from "./canaries.ts";

/** What stands in the store about cases and those who work with them, and must never leave it. */
const own = municipalityCode("9071");
const round: Round = {
  id: "2023-2026",
  period: { from: isoDate("2023-01-01"), until: isoDate("2027-01-01") },
  cutOff: instant("2026-12-31T12:00:00Z"),
};
const place = { code: own, name: "Xaby", county: "91" };

const story = givenMunicipality(own)
  .withUnit("Kanariefågeln")
  .withWorker("Zelmira Vråkfors")
  .withCases(60)
  .withCase(
    aCase()
      .startedOn("2024-03-19")
      .answering({ V01: 1, V02: 1957, V07: [1], V21: 1 })
      .withRiskAssessment({ method: 1, date: "2024-04-23", level: 3 }),
  );

let store: TestStore;
let records: readonly CaseRecord[];
let sealed: Buffer;
let opened: string;

before(async () => {
  store = await openTestStore();
  await story.writtenTo(store);
  const isDelivered = deliveredCodebooks({ codebook });
  records = await store.within(own, async (tx) =>
    (await Array.fromAsync(tx.cases.asAt(round.cutOff))).filter((each) =>
      isDelivered(each.codebook),
    ),
  );
  const order = { ...firstRows, kind: "demo", municipality: place, round, codebook } as const;
  const lines = deliverFromStore(store, { ...order, randomness: strongRandomness });
  const content = Buffer.from((await Array.fromAsync(lines, (line) => `${line}\n`)).join(""));
  const delivery = {
    name: "9071.jsonl",
    bytes: content.length,
    async *open() {
      yield content;
    },
  };
  const receiver = await generateReceivingKey();
  const signingKey = generateSigningKey(own);
  const packing = packDelivery(delivery, { signingKey, receivers: [receiver.public] });
  sealed = Buffer.concat(await Array.fromAsync(packing));
  const decrypter = new Decrypter();
  decrypter.addIdentity(receiver.private);
  opened = await decrypter.decrypt(sealed, "text");
});
after(() => store.close());

/** Ids, codes, accounts, moments and free texts of the cases, wherever in a record they stand. */
function wordsOf(records: readonly CaseRecord[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown, name: string): void => {
    if (typeof value === "object" && value !== null) {
      for (const [key, member] of Object.entries(value)) look(member, key);
    } else if (typeof value === "string" && isTelling(name, value)) found.add(value);
  };
  look(records, "");
  return found;
}

const names = [
  "id",
  "code",
  "unit",
  "assignee",
  "by",
  "at",
  "reason",
  "lastStepAt",
  "previousCode",
];

function isTelling(name: string, value: string): boolean {
  return names.includes(name) || /^\d{4}-\d{2}-\d{2}/.test(value);
}

/** The rows alone: the heading tells days, but those of the round. */
function rows(): string {
  return opened.split("\n").slice(2).join("\n");
}

test("no id, code, account, day, moment or free text of any case leaves, sealed or opened", () => {
  const words = wordsOf(records);
  for (const planted of ["2024-03-19", "2024-04-23"]) {
    assert.ok(words.has(planted), `${planted} was planted`);
  }
  assert.ok(words.size > 500, String(words.size));
  for (const word of words) {
    assert.ok(!rows().includes(word), word);
    assert.ok(!sealed.includes(word), word);
  }
});

test("no birth year, unit, or name of anybody leaves", () => {
  const years = records.flatMap(({ sheet: { answers } }) => {
    const answer = answers.V02;
    return answer?.kind === "number" ? [answer.number] : [];
  });
  assert.ok(years.includes(1957) && years.length > 40);
  const withoutIds = rows().replace(/"(?:id|hash)":"[0-9a-f]+"/g, "");
  for (const year of years) assert.ok(!withoutIds.includes(String(year)), String(year));
  for (const name of ["Kanariefågeln", "kanariefageln", "Zelmira", "zelmira", "Vråkfors"]) {
    assert.ok(!opened.includes(name), name);
  }
});

test("the package that the page hands out holds none of it either, nor what anybody is shown of it", async () => {
  const given = givenApp(store, { kind: "demo" });
  const coordinator = await given.givenPerson({
    name: "Quendela Xvist",
    municipality: own,
    role: "coordinator",
  });
  const words = wordsOf(records);
  for (const level of ["rows", "coarse-rows", "counts"] as const) {
    const { invitation, key } = await anInvitation({
      kind: "demo",
      level,
      round: { id: `kanarie-${level}`, from: round.period.from, through: isoDate("2026-12-31") },
    });
    assert.equal((await agreeTo(coordinator, invitation, { level })).status, 200);
    const path = `/api/deliveries/${invitation.round.id}`;
    const shown = await coordinator.request(`POST ${path}/preparation`, { statedCases: null });
    const seen = await shown.text();
    assert.equal(shown.status, 200, seen);
    const file = await coordinator.request(`POST ${path}/1/package`);
    const bytes = Buffer.from(await file.arrayBuffer());
    const decrypter = new Decrypter();
    decrypter.addIdentity(key.private);
    const [, heading = "", ...content] = (await decrypter.decrypt(bytes, "text")).split("\n");
    assert.deepEqual(JSON.parse(heading).units, ["Kanariefågeln"]);
    // Units are told by name, as the agreement has it: in the heading, and nowhere else.
    const told = [content.join("\n"), heading.replaceAll("Kanariefågeln", "")];
    const planted = [...words, "Zelmira", "Vråkfors", "Quendela", "Xvist", "kanariefageln"];
    for (const word of planted) {
      for (const text of told) assert.ok(!text.includes(word) || isOfRound(word, text), word);
      assert.ok(!bytes.includes(word), word);
    }
    for (const record of records) assert.ok(!seen.includes(record.code), record.code);
    for (const day of ["2024-03-19", "2024-04-23", "1957"]) {
      assert.ok(!withoutHashes(seen).includes(day), day);
      assert.ok(!withoutHashes(content.join("\n")).includes(day), day);
    }
  }
});

/** The heading tells days, but those of the round. */
function isOfRound(word: string, text: string): boolean {
  return text.startsWith('{"format"') && text.includes(`"${word}"`) && /^\d{4}-/.test(word);
}

function withoutHashes(text: string): string {
  return text.replace(/"(?:id|hash|sha256)":"[0-9a-f]+"/g, "");
}

test("every case that has left can be told from what stood in the store, and no more than that", () => {
  const delivered = rows().split("\n").slice(0, -2);
  assert.equal(delivered.length, records.length);
  const allowed = ["id", "started", "closed", "counts", "begun", "answers", "items"];
  for (const line of delivered) assert.deepEqual(Object.keys(JSON.parse(line)), allowed);
});
