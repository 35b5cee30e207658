import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, isoDate } from "#kernel";
import type { CompilingView, ParticipantView, RoundView } from "#server";
import { nextStep, whichDraft } from "./next-step.ts";
import { aDelivery, aParticipant, aRound } from "./testing/a-round.ts";

const during = instant("2026-10-01T08:00:00Z");
const after = instant("2027-02-10T08:00:00Z");
const idle: CompilingView = { state: { kind: "idle" }, accepted: 0, participants: 0 };

function next(
  round: Partial<RoundView>,
  {
    now = during,
    state = idle.state,
  }: { now?: typeof during; state?: CompilingView["state"] } = {},
) {
  return nextStep(aRound(round), { ...idle, state }, now);
}

function of(...states: readonly ParticipantView["state"][]) {
  return { participants: states.map((state) => aParticipant({ state })) };
}

test("a new round waits for those who shall take part", () => {
  assert.equal(next({}).action, "Lägg till deltagare");
  assert.equal(next(of("left")).action, "Lägg till deltagare");
});

test("those without a key cannot deliver: that comes before waiting for them", () => {
  const found = next(of("named", "accepted"));
  assert.equal(found.action, "Registrera nycklar");
  assert.match(found.sentence, /^En deltagare saknar nyckel/);
});

test("a delivery that waits comes before a draft, since it would not be in it", () => {
  const round = { ...of("delivered"), deliveries: [aDelivery({ state: "waiting" })] };
  const state = { kind: "refused", isInterim: true, sentences: ["Nej."] } as const;
  assert.equal(next(round, { state }).step, "leveranser");
  assert.equal(next(of("delivered"), { state }).step, "rakna");
});

test("after the cut-off those are reminded who have not been since; then nobody is waited for", () => {
  const reminded = aParticipant({ state: "checked", remindedAt: instant("2027-02-05T08:00:00Z") });
  const before = aParticipant({ state: "checked", remindedAt: instant("2026-12-05T08:00:00Z") });
  const accepted = aParticipant({ state: "accepted" });
  assert.equal(next({ participants: [accepted, before] }, { now: after }).action, "Påminn dem");
  assert.equal(next({ participants: [accepted, reminded] }, { now: after }).step, "rakna");
  assert.equal(next({ participants: [accepted, reminded] }).step, "deltagare");
});

test("a round that has ended waits for nobody: its figures are made, or it is let be", () => {
  const ended = { endedAt: during };
  assert.equal(next({ ...of("checked"), ...ended }, { now: after }).action, "Se tavlan");
  assert.equal(next({ ...of("checked", "accepted"), ...ended }, { now: after }).step, "rakna");
});

test("before the cut-off those are reminded who have not been, four weeks and one week before", () => {
  const now = instant("2027-01-10T08:00:00Z");
  const round = (remindedAt: string) => ({
    participants: [aParticipant({ state: "checked", remindedAt: instant(remindedAt) })],
  });
  assert.equal(next(round("2026-12-01T08:00:00Z"), { now }).action, "Påminn dem");
  assert.equal(next(round("2027-01-09T08:00:00Z"), { now }).action, "Se tavlan");
});

test("figures under way wait for the day that is agreed on, and the final ones for the cut-off", () => {
  const round = aRound({ interimDays: [isoDate("2026-10-01"), isoDate("2026-12-01")] });
  const once = { publication: 1, isInterim: true, verdict: "Håller.", by: null, at: during };
  const early = instant("2026-09-30T08:00:00Z");
  assert.deepEqual(whichDraft(round, early), { kind: "wait", interimDay: "2026-10-01" });
  assert.deepEqual(whichDraft(round, during), { kind: "interim" });
  const published = { ...round, published: [once] };
  assert.deepEqual(whichDraft(published, during), { kind: "wait", interimDay: "2026-12-01" });
  assert.deepEqual(whichDraft(aRound(), during), { kind: "wait", interimDay: null });
  assert.deepEqual(whichDraft(published, after), { kind: "final" });
  const taken = { ...of("accepted"), interimDays: round.interimDays };
  assert.equal(next(taken).action, "Räkna och skydda");
});

test("figures under way and a draft are followed to the end, and what is final stays so", () => {
  const running = {
    kind: "running",
    isInterim: false,
    since: after,
    step: "reading",
    share: null,
  } as const;
  assert.equal(next(of("accepted"), { state: running }).action, "Följ arbetet");
  const publication = { publication: 1, verdict: "Håller.", by: null, at: after };
  const interim = { ...of("accepted"), published: [{ ...publication, isInterim: true }] };
  assert.equal(next(interim, { now: after }).step, "rakna");
  const final = { ...of("accepted"), published: [{ ...publication, isInterim: false }] };
  assert.equal(next(final, { now: after }).action, "Se vad som är publicerat");
});
