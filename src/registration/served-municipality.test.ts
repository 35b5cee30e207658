import assert from "node:assert/strict";
import { test } from "node:test";
import { municipalityCode } from "#kernel";
import { openRecord } from "./apply-revision.ts";
import { decideServedMunicipality } from "./served-municipality.ts";
import { decideStart } from "./start-case.ts";
import {
  after,
  anna,
  by,
  closed,
  fullyAnswered,
  identity,
  refusals,
  startedCase,
  startedOn,
  voided,
} from "./testing/one-case.ts";

const own = identity.municipality;
const neighbour = municipalityCode("9002");
const stranger = municipalityCode("9003");
const among = { own, serves: [neighbour] };

test("a client is the own municipality's until something else is said", () => {
  assert.equal(startedCase().servedMunicipality, own);
});

test("a case begins for a municipality that the unit receives people from, and for no other", () => {
  const start = (to: typeof own) =>
    decideStart({ startedOn, assignee: anna, served: { to, ...among } }, by());
  const begun = start(neighbour);
  assert.ok(begun.kind === "done");
  assert.equal(openRecord(identity, begun.value).servedMunicipality, neighbour);
  assert.deepEqual(refusals(start(stranger)), ["municipality-not-served servedMunicipality"]);
  const athome = start(own);
  assert.ok(athome.kind === "done");
  assert.deepEqual(athome.value.changes, [{ kind: "case-started", startedOn, assignee: anna }]);
});

test("it can be corrected while the case is open, and a repeat changes nothing", () => {
  const record = startedCase();
  const decision = decideServedMunicipality(record, { to: neighbour, ...among }, by());
  const corrected = after(record, decision);
  assert.equal(corrected.servedMunicipality, neighbour);
  const again = decideServedMunicipality(corrected, { to: neighbour, own, serves: [] }, by());
  assert.ok(again.kind === "done");
  assert.deepEqual(again.value.changes, []);
  const refused = decideServedMunicipality(record, { to: stranger, ...among }, by());
  assert.deepEqual(refusals(refused), ["municipality-not-served servedMunicipality"]);
});

test("of a closed or a voided case it stands", () => {
  const change = { to: neighbour, ...among };
  const ended = decideServedMunicipality(closed(fullyAnswered()), change, by());
  assert.deepEqual(refusals(ended), ["case-closed"]);
  const gone = decideServedMunicipality(voided(startedCase()), change, by());
  assert.deepEqual(refusals(gone), ["case-voided"]);
});
