import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isoDate, problem } from "#kernel";
import type { MeetingNoted } from "#server";
import type { Reply } from "../../api/reply.ts";
import { isWaiting, type NotedMeeting, type TallyEntry, waitingMeetings } from "./tally-queue.ts";
import { createTallySending } from "./tally-sending.ts";
import { waitingSentence } from "./waiting-words.ts";

type Sky = "ok" | "lost" | "lost-after" | "signed-out" | "closed";

/** A server in miniature, with the receipts that make a repeat harmless; it fails as it is told to. */
function aServer(weather: readonly Sky[]) {
  const receipts = new Set<string>();
  const counted = new Set<string>();
  const order: string[] = [];
  const remaining = [...weather];

  function carryOut({ kind, meeting: { receipt } }: TallyEntry): Reply<MeetingNoted> {
    const isKnown = receipts.has(receipt);
    receipts.add(receipt);
    if (kind === "undo") {
      if (!counted.delete(receipt) && !isKnown) return refusedBy("meeting-not-noted");
      return { kind: "ok", value: { outcome: "undone", ofTheDay: counted.size } };
    }
    if (!isKnown) {
      counted.add(receipt);
      order.push(receipt);
    }
    const outcome = isKnown ? "again" : "noted";
    return { kind: "ok", value: { outcome, ofTheDay: counted.size } };
  }

  async function send(entry: TallyEntry): Promise<Reply<MeetingNoted>> {
    const sky = remaining.shift() ?? "ok";
    if (sky === "lost") return { kind: "no-contact" };
    if (sky === "signed-out") return { kind: "refused", status: 401, refusal: { problems: [] } };
    if (sky === "closed") return refusedBy("campaign-closed");
    const reply = carryOut(entry);
    return sky === "lost-after" ? { kind: "no-contact" } : reply;
  }
  return { send, counted, order };
}

function refusedBy(code: "meeting-not-noted" | "campaign-closed"): Reply<MeetingNoted> {
  const problems = [{ ...problem(code), sentence: "Det går inte." }];
  return { kind: "refused", status: 409, refusal: { problems } };
}

/** Long enough for every reply that is on its way, without any wall clock. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

function aPage(server: ReturnType<typeof aServer>) {
  const timers: { wait: number; callBack: () => void; off: boolean }[] = [];
  const sending = createTallySending({
    send: server.send,
    after: (wait, callBack) => {
      const timer = { wait, callBack, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  });
  async function settle(): Promise<void> {
    for (;;) {
      await turns();
      const timer = timers.shift();
      if (!timer) return;
      if (!timer.off) timer.callBack();
    }
  }
  return { sending, timers, settle };
}

function meeting(receipt: string): NotedMeeting {
  const day = isoDate("2026-11-02");
  return { receipt, account: "a", campaign: "k", unit: "e", day, combination: "F04=1;F06=3" };
}

test("meetings wait in line while contact is lost, and are counted once each, in their order", async () => {
  const server = aServer(["lost-after", "lost"]);
  const { sending, settle } = aPage(server);
  for (const receipt of ["1", "2", "3"]) sending.note(meeting(receipt));
  await turns();
  assert.equal(
    waitingSentence(sending.queue(), false),
    "Vi fick ingen kontakt. Tre möten väntar på att sparas. Stäng inte sidan. Du kan fortsätta att notera.",
  );
  await settle();
  assert.deepEqual(server.order, ["1", "2", "3"]);
  assert.equal(waitingSentence(sending.queue(), true), undefined);
});

test("an hour without contact: each try waits longer, up to half a minute, and then all come", async () => {
  const server = aServer(Array.from({ length: 130 }, () => "lost" as const));
  const { sending, timers, settle } = aPage(server);
  sending.note(meeting("1"));
  const waits: number[] = [];
  for (let tries = 0; tries < 130; tries++) {
    await turns();
    const timer = timers.shift();
    waits.push((timer?.wait ?? 0) / 1000);
    timer?.callBack();
  }
  assert.deepEqual(waits.slice(0, 7), [1, 2, 4, 8, 15, 30, 30]);
  assert.ok(waits.reduce((sum, each) => sum + each, 0) > 3600);
  await settle();
  assert.deepEqual([...server.counted], ["1"]);
});

test("one that has not left the page and is taken back is simply gone", async () => {
  const server = aServer(["lost"]);
  const { sending, settle } = aPage(server);
  sending.note(meeting("1"));
  await turns();
  sending.note(meeting("2"));
  sending.undo(meeting("2"));
  assert.equal(sending.queue().waiting.length, 1);
  await settle();
  assert.deepEqual(server.order, ["1"]);
});

test("one that may have come is taken back by its receipt, whether it had come or not", async () => {
  for (const sky of ["lost-after", "lost"] as const) {
    const server = aServer([sky]);
    const { sending, settle } = aPage(server);
    sending.note(meeting("1"));
    await turns();
    sending.undo(meeting("1"));
    assert.equal(waitingMeetings(sending.queue()), 0);
    assert.ok(isWaiting(sending.queue(), meeting("1")));
    await settle();
    assert.deepEqual([[...server.counted], sending.queue().refused], [[], []], sky);
  }
});

test("taken back while it is on its way", async () => {
  for (const sky of ["ok", "lost", "lost-after", "closed"] as const) {
    const server = aServer([sky]);
    const { sending, settle } = aPage(server);
    sending.note(meeting("1"));
    sending.undo(meeting("1"));
    await settle();
    assert.deepEqual([[...server.counted], sending.queue().refused], [[], []], sky);
    assert.equal(sending.queue().waiting.length, 0);
  }
});

test("what is refused stands there with the reason until it is taken away, and holds up nothing", async () => {
  const server = aServer(["closed"]);
  const { sending, settle } = aPage(server);
  sending.note(meeting("1"));
  sending.note(meeting("2"));
  await settle();
  const [refused] = sending.queue().refused;
  assert.deepEqual(refused?.problems[0]?.code, "campaign-closed");
  assert.deepEqual(server.order, ["2"]);
  sending.readRefusal("1");
  assert.deepEqual(sending.queue().refused, []);
});

test("signed out in the middle: nothing is sent until the person has signed in again", async () => {
  const server = aServer(["signed-out"]);
  const { sending, settle } = aPage(server);
  sending.note(meeting("1"));
  await settle();
  sending.note(meeting("2"));
  sending.retryNow();
  await settle();
  assert.equal(
    waitingSentence(sending.queue(), false),
    "Du är utloggad. Två möten väntar på att sparas.",
  );
  assert.equal(server.counted.size, 0);
  sending.signedIn();
  await settle();
  assert.deepEqual(server.order, ["1", "2"]);
});

test("in any weather, what was noted and not taken back is counted once, and nothing else", async () => {
  const sky = fc.constantFrom<Sky[]>("ok", "lost", "lost-after");
  const deeds = fc.array(
    fc.record({
      undoes: fc.boolean(),
      pause: fc.constantFrom("none", "a reply", "everything"),
      undoPause: fc.constantFrom("none", "a reply", "everything"),
    }),
    { maxLength: 10 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sky, { maxLength: 30 }), deeds, async (weather, done) => {
      const server = aServer(weather);
      const { sending, settle } = aPage(server);
      const wait = async (pause: string) => {
        if (pause === "a reply") await turns();
        if (pause === "everything") await settle();
      };
      for (const [index, { undoes, pause, undoPause }] of done.entries()) {
        sending.note(meeting(String(index)));
        await wait(undoPause);
        if (undoes) sending.undo(meeting(String(index)));
        await wait(pause);
      }
      await settle();
      const kept = done.flatMap(({ undoes }, index) => (undoes ? [] : [String(index)]));
      assert.deepEqual([...server.counted], kept);
      assert.deepEqual(sending.queue().waiting, []);
      assert.deepEqual(sending.queue().refused, []);
    }),
  );
});
