import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { problem } from "#kernel";
import type { CaseView } from "#server";
import type { Reply } from "../api/reply.ts";
import { aCaseView } from "../testing/a-case-view.ts";
import { requestOf } from "./case-change.ts";
import type { SaveEntry } from "./save-queue.ts";
import { saveSentence } from "./save-sentence.ts";
import { createSaving } from "./saving.ts";

const code = "M-7F3K-2";

/** A server in miniature: counts what it carried out, and fails as it is told to. */
function aServer(weather: readonly ("ok" | "lost" | "lost-after" | "signed-out" | "full")[]) {
  const carriedOut = new Map<string, SaveEntry>();
  const remaining = [...weather];
  let view = aCaseView();

  function carryOut(entry: SaveEntry): CaseView {
    if (carriedOut.has(entry.key) || entry.change.kind !== "answer") return view;
    carriedOut.set(entry.key, entry);
    const { variable } = entry.change.address;
    assert.equal(entry.change.basedOn, view.marks[variable]?.revision ?? 0, "right basis");
    const revision = view.revision + 1;
    const answers = { ...view.sheet.answers, [variable]: entry.change.value ?? chosen(0) };
    const marks = { ...view.marks, [variable]: { revision, by: "Anna", at: view.savedAt } };
    view = { ...view, revision, marks, sheet: { ...view.sheet, answers } };
    return view;
  }

  async function send(entry: SaveEntry): Promise<Reply<CaseView>> {
    const sky = remaining.shift() ?? "ok";
    if (sky === "lost") return { kind: "no-contact" };
    if (sky === "full") return { kind: "no-contact", refusal: { problems: [noRoom] } };
    if (sky === "signed-out") return { kind: "refused", status: 401, refusal: { problems: [] } };
    const value = carryOut(entry);
    return sky === "lost-after" ? { kind: "no-contact" } : { kind: "ok", value };
  }
  return { send, carriedOut, view: () => view };
}

const noRoom = { ...problem("storage-full"), sentence: "Servern har ingen plats kvar." };

function chosen(number: number) {
  return { kind: "codes", codes: [number] } as const;
}

/** Long enough for every reply that is on its way, without any wall clock. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

function aDesk(server: ReturnType<typeof aServer>) {
  let keys = 0;
  const timers: { wait: number; callBack: () => void; off: boolean }[] = [];
  const saving = createSaving({
    send: server.send,
    newKey: () => `key-${++keys}`,
    after: (wait, callBack) => {
      const timer = { wait, callBack, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  });
  saving.opened(server.view());

  async function settle(): Promise<void> {
    for (;;) {
      await turns();
      const timer = timers.shift();
      if (!timer) return;
      if (!timer.off) timer.callBack();
    }
  }
  function answer(variable: string, number: number): void {
    const basedOn = saving.queue().cases[code]?.marks[variable]?.revision ?? 0;
    saving.change(code, { kind: "answer", address: { variable }, value: chosen(number), basedOn });
  }
  return { saving, timers, settle, answer };
}

test("contact that is lost after the server had saved gives one saving, not two", async () => {
  const server = aServer(["lost-after", "lost", "ok"]);
  const desk = aDesk(server);
  desk.answer("V01", 1);
  await desk.settle();
  assert.equal(server.carriedOut.size, 1);
  assert.deepEqual(server.view().sheet.answers, { V01: chosen(1) });
  assert.equal(desk.saving.queue().waiting.length, 0);
});

test("each failed try waits longer, up to half a minute", async () => {
  const server = aServer(Array.from({ length: 8 }, () => "lost" as const));
  const desk = aDesk(server);
  const waits: number[] = [];
  desk.answer("V01", 1);
  for (let tries = 0; tries < 8; tries++) {
    await turns();
    const timer = desk.timers.shift();
    waits.push((timer?.wait ?? 0) / 1000);
    timer?.callBack();
  }
  assert.deepEqual(waits, [1, 2, 4, 8, 15, 30, 30, 30]);
});

test("new answers wait in line while contact is lost; «try now» sends them all", async () => {
  const server = aServer(["lost"]);
  const desk = aDesk(server);
  desk.answer("V01", 1);
  await turns();
  desk.answer("V03", 4);
  assert.equal(desk.saving.queue().waiting.length, 2);
  assert.equal(server.carriedOut.size, 0);
  desk.saving.retryNow();
  await turns();
  assert.equal(desk.saving.queue().waiting.length, 0);
  assert.ok(desk.timers.every((timer) => timer.off));
});

test("a full server is named, and the answer is saved when it has room", async () => {
  const server = aServer(["full", "ok"]);
  const desk = aDesk(server);
  desk.answer("V01", 1);
  await turns();
  const seen = { now: server.view().savedAt, holdsTypedProblem: false };
  assert.equal(
    saveSentence(desk.saving.queue(), code, seen).text,
    "Servern är full. Ditt senaste svar sparas när det finns plats. Säg till den som sköter driften.",
  );
  await desk.settle();
  assert.deepEqual(server.view().sheet.answers, { V01: chosen(1) });
  assert.equal(desk.saving.queue().trouble, undefined);
});

test("signed out in the middle: nothing is sent until the person has signed in again", async () => {
  const server = aServer(["signed-out"]);
  const desk = aDesk(server);
  desk.answer("V01", 1);
  await desk.settle();
  desk.answer("V03", 4);
  desk.saving.retryNow();
  await desk.settle();
  assert.deepEqual(desk.saving.queue().trouble, { kind: "signed-out" });
  assert.equal(server.carriedOut.size, 0);
  desk.saving.signedIn();
  await desk.settle();
  assert.deepEqual(server.view().sheet.answers, { V01: chosen(1), V03: chosen(4) });
});

test("in any weather, what the person last answered is what the server has in the end", async () => {
  const sky = fc.constantFrom("ok" as const, "lost" as const, "lost-after" as const);
  const answers = fc.array(
    fc.tuple(
      fc.constantFrom("V01", "V03", "V04"),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom("at once", "after the reply", "after everything"),
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sky, { maxLength: 20 }), answers, async (weather, given) => {
      const server = aServer(weather);
      const desk = aDesk(server);
      for (const [variable, number, pause] of given) {
        desk.answer(variable, number);
        if (pause === "after the reply") await turns();
        if (pause === "after everything") await desk.settle();
      }
      await desk.settle();
      const last = Object.fromEntries(
        given.map(([variable, number]) => [variable, chosen(number)]),
      );
      assert.deepEqual(server.view().sheet.answers, last);
      assert.equal(desk.saving.queue().waiting.length, 0);
    }),
  );
});

test("a variable's name is safe in an address", () => {
  const change = {
    kind: "answer",
    address: { variable: "k9001.a/b" },
    value: null,
    basedOn: 0,
  } as const;
  assert.equal(requestOf(code, change).path, "/api/cases/M-7F3K-2/answers/k9001.a%2Fb");
});
