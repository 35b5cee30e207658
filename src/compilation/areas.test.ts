import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { municipalityCode, problemSentence } from "#kernel";
import { areasOf, givenAreas, leastInArea, type ParticipatingMunicipality } from "./areas.ts";

/** So many participants in each county, with codes from 9001 on. */
function participantsIn(counties: { readonly [code: string]: number }) {
  let next = 9001;
  return Object.entries(counties).flatMap(([county, count]) =>
    Array.from({ length: count }, (): ParticipatingMunicipality => {
      const code = municipalityCode(String(next++));
      return { code, name: `Påhittköping ${code}`, county };
    }),
  );
}

function told(counties: { readonly [code: string]: number }): readonly string[] {
  return areasOf(participantsIn(counties)).map(
    ({ id, name, municipalities }) => `${id} | ${name} | ${municipalities.join(" ")}`,
  );
}

test("a county with three participants is an area; smaller ones are joined in the order of their codes", () => {
  assert.deepEqual(told({ 91: 3, 92: 1, 93: 4, 94: 2, 95: 1, 96: 1, 97: 1 }), [
    "county-91 | Län 91 | 9001 9002 9003",
    "counties-92-94 | Länsgrupp 92 och 94 | 9004 9009 9010",
    "county-93 | Län 93 | 9005 9006 9007 9008",
    "counties-95-96-97 | Länsgrupp 95–97 | 9011 9012 9013",
  ]);
});

test("what is left over joins the last group, or the smallest county where there is no group", () => {
  assert.deepEqual(told({ 91: 2, 93: 1, 95: 1 }), [
    "counties-91-93-95 | Länsgrupp 91, 93 och 95 | 9001 9002 9003 9004",
  ]);
  assert.deepEqual(told({ 91: 4, 92: 3, 93: 3, 94: 2 }), [
    "county-91 | Län 91 | 9001 9002 9003 9004",
    "counties-92-94 | Länsgrupp 92 och 94 | 9005 9006 9007 9011 9012",
    "county-93 | Län 93 | 9008 9009 9010",
  ]);
});

test("fewer than three participants have no area", () => {
  assert.deepEqual(told({ 91: 2 }), []);
  assert.deepEqual(told({}), []);
});

test("everybody is in exactly one area, no area has fewer than three, and the order does not matter", () => {
  const counties = fc.dictionary(
    fc.integer({ min: 26, max: 99 }).map(String),
    fc.integer({ min: 1, max: 7 }),
    { minKeys: 1, maxKeys: 25 },
  );
  fc.assert(
    fc.property(counties, fc.infiniteStream(fc.nat()), (sizes, order) => {
      const participants = participantsIn(sizes);
      const areas = areasOf(participants);
      if (participants.length < leastInArea) return assert.deepEqual(areas, []);
      assert.ok(areas.every(({ municipalities }) => municipalities.length >= leastInArea));
      const codes = areas.flatMap(({ municipalities }) => municipalities);
      assert.deepEqual(codes.toSorted(), participants.map(({ code }) => code).toSorted());
      assert.equal(new Set(areas.flatMap(({ id, name }) => [id, name])).size, areas.length * 2);
      for (const { id, municipalities } of areas) {
        const [only, ...more] = new Set(
          municipalities.map((code) => participants.find((each) => each.code === code)?.county),
        );
        if (more.length === 0) assert.equal(id, `county-${only}`);
      }
      const shuffled = participants
        .map((each) => ({ each, key: order.next().value ?? 0 }))
        .sort((one, other) => one.key - other.key)
        .map(({ each }) => each);
      assert.deepEqual(areasOf(shuffled), areas);
    }),
  );
});

const six = participantsIn({ 91: 2, 92: 4 });

function refusals(input: unknown): readonly string[] {
  const outcome = givenAreas(input, six, "areas.json");
  assert.equal(outcome.kind, "refused");
  return outcome.problems.map((found) => problemSentence(found, "sv"));
}

test("a given list says otherwise", () => {
  const list = [
    { id: "kusten", name: "Kusten", municipalities: ["9005", "9001", "9003"] },
    { id: "skogen", name: "Skogen", municipalities: ["9002", "9004", "9006"] },
  ];
  const outcome = givenAreas(list, six, "areas.json");
  assert.equal(outcome.kind, "done");
  assert.deepEqual(outcome.value, [
    { id: "kusten", name: "Kusten", municipalities: ["9001", "9003", "9005"] },
    list[1],
  ]);
});

test("every fault of a given list is named", () => {
  assert.deepEqual(
    refusals([
      { id: "kusten", name: "Kusten", municipalities: ["9001", "9002", "9003"] },
      { id: "kusten", name: "Skogen", municipalities: ["9003", "9004", "9099"] },
      { id: "fjallen", name: "Fjällen", municipalities: ["9005", "9005"] },
    ]),
    [
      "areas.json: två områden heter «kusten». Ge dem olika id och namn.",
      "Kommunen 9006 hör inte till något område. Lägg den i ett område med minst tre deltagare.",
      "areas.json: kommunen 9003 står flera gånger: Kusten, Skogen. Den ska höra till ett område.",
      "areas.json: ingen deltagare har koden 9099 (området «Skogen»). Rätta koden, eller ta bort den.",
      "areas.json: kommunen 9005 står flera gånger: Fjällen, Fjällen. Den ska höra till ett område.",
      "Området «Fjällen» har 1 deltagare. Ett område behöver minst 3: slå ihop det med ett annat.",
    ],
  );
});

test("what is no list of areas is refused with the place of each fault", () => {
  const named = (input: unknown) => refusals(input).map((each) => / ([$][\w.]*) /.exec(each)?.[1]);
  assert.deepEqual(named({}), ["$"]);
  assert.deepEqual(named([]), ["$"]);
  assert.deepEqual(
    named([
      { id: "nation", name: "Riket", municipalities: ["9001"] },
      { id: "9001", name: "", municipalities: ["901"] },
    ]),
    ["$.0.id", "$.1.id", "$.1.name", "$.1.municipalities.0"],
  );
});
