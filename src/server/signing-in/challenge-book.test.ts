import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { addSeconds, strongRandomness } from "#kernel";
import { openKeyCupboard } from "../key-cupboard.ts";
import { movableClock } from "../testing/given-app.ts";
import { createChallengeBook } from "./challenge-book.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "skillnad-challenges-"));
});
after(() => rm(folder, { recursive: true }));

test("when it is full nothing that was answered is forgotten, and there is room when it has grown old", async () => {
  const clock = movableClock("2026-03-12T08:00:00Z");
  const book = createChallengeBook(openKeyCupboard(folder), clock, strongRandomness, 2);
  const issued = await Promise.all([1, 2, 3].map((nth) => book.issue("a", { nth })));
  const [first = "", second = "", third = ""] = issued;
  assert.deepEqual(await book.take("a", first), { nth: 1 });
  assert.deepEqual(await book.take("a", second), { nth: 2 });
  assert.equal(await book.take("a", third), undefined, "no room");
  assert.equal(await book.take("a", first), undefined, "not once more");
  clock.set(addSeconds(clock.now(), 301));
  const later = await book.issue("a", { nth: 4 });
  assert.deepEqual(await book.take("a", later), { nth: 4 });
});
