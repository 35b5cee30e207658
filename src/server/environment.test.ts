import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { problemSentence } from "#kernel";
import { defaultPort, readEnvironment } from "./environment.ts";

test("without variables the defaults hold", () => {
  assert.deepEqual(readEnvironment({}), {
    kind: "done",
    value: {
      port: defaultPort,
      isPortChosen: false,
      origin: undefined,
      release: undefined,
      store: { kind: "folder", folder: undefined },
    },
  });
});

test("each broken variable is named, with what to do, and all are told at once", () => {
  const read = readEnvironment({
    PORT: "80a",
    SKILLNAD_ORIGIN: "http://kommunen.example",
    DATABASE_URL: "mysql://user:secret@host/db",
  });
  assert.ok(read.kind === "refused");
  const sentences = read.problems.map((found) => problemSentence(found, "en"));
  assert.deepEqual(sentences, [
    "PORT=80a cannot be used: It must be a whole number from 0 to 65535.",
    "SKILLNAD_ORIGIN=http://kommunen.example cannot be used: It must be like https://host, without a path.",
    "DATABASE_URL=… cannot be used: It must be like postgres://user:password@host:5432/database.",
  ]);
  assert.ok(!JSON.stringify(sentences).includes("secret"));
});

test("folder and server exclude each other", () => {
  const read = readEnvironment({ SKILLNAD_DATA: "/x", DATABASE_URL: "postgres://a@b/c" });
  assert.ok(read.kind === "refused");
});

test("a release is named by its folder, from wherever the program was started", () => {
  const read = readEnvironment({ SKILLNAD_RELEASE: "slapp/2022-2023" });
  assert.ok(read.kind === "done");
  assert.equal(read.value.release, join(process.cwd(), "slapp/2022-2023"));
});
