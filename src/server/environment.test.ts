import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { problemSentence } from "#kernel";
import { defaultPort, readEnvironment } from "./environment.ts";

test("without variables the defaults hold", () => {
  assert.deepEqual(readEnvironment({}), {
    kind: "done",
    value: {
      port: defaultPort,
      isPortChosen: false,
      origin: undefined,
      tls: undefined,
      files: undefined,
      release: undefined,
      leaveTo: undefined,
      practiceAt: undefined,
      isLogged: false,
      metricsToken: undefined,
      providers: [],
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

test("clients who leave the survey in a hurry are sent to an https address, or nowhere", () => {
  const read = readEnvironment({ SKILLNAD_LEAVE_TO: "https://vader.example/idag?plats=1" });
  assert.ok(read.kind === "done");
  assert.equal(read.value.leaveTo, "https://vader.example/idag?plats=1");
  for (const wrong of [
    "vader.example",
    "http://vader.example/",
    "javascript:alert(1)",
    "/e",
    "https://någon:ord@vader.example/",
  ]) {
    const refused = readEnvironment({ SKILLNAD_LEAVE_TO: wrong });
    assert.ok(refused.kind === "refused", wrong);
    assert.deepEqual(
      refused.problems.map((found) => problemSentence(found, "en")),
      [`SKILLNAD_LEAVE_TO=${wrong} cannot be used: It must be like https://host/page.`],
    );
  }
});

const folder = mkdtempSync(join(tmpdir(), "skillnad-environment-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test("a certificate goes with its key and with the address that people use", () => {
  const SKILLNAD_TLS_CERT = written("cert.pem", "-----BEGIN CERTIFICATE-----\nMII=\n");
  const SKILLNAD_TLS_KEY = written("key.pem", "-----BEGIN PRIVATE KEY-----\nMII=\n");
  const SKILLNAD_ORIGIN = "https://uppfoljning.example";
  const read = readEnvironment({ SKILLNAD_TLS_CERT, SKILLNAD_TLS_KEY, SKILLNAD_ORIGIN });
  assert.ok(read.kind === "done");
  assert.match(read.value.tls?.cert ?? "", /BEGIN CERTIFICATE/);
  assert.match(read.value.tls?.key ?? "", /BEGIN PRIVATE KEY/);
  for (const variables of [
    { SKILLNAD_TLS_CERT, SKILLNAD_ORIGIN },
    { SKILLNAD_TLS_KEY, SKILLNAD_ORIGIN },
    { SKILLNAD_TLS_CERT, SKILLNAD_TLS_KEY },
    { SKILLNAD_TLS_CERT: SKILLNAD_TLS_KEY, SKILLNAD_TLS_KEY, SKILLNAD_ORIGIN },
    { SKILLNAD_TLS_CERT, SKILLNAD_TLS_KEY: join(folder, "none.pem"), SKILLNAD_ORIGIN },
  ]) {
    const refused = readEnvironment(variables);
    assert.ok(refused.kind === "refused", JSON.stringify(variables));
    assert.equal(refused.problems.length, 1);
    assert.ok(!JSON.stringify(refused).includes("MII="), "nothing of a key is told");
  }
});

test("what is told of the program's work: as JSON or not at all, to whoever knows a long token", () => {
  const read = readEnvironment({ SKILLNAD_LOG: "json", SKILLNAD_METRICS_TOKEN: "x".repeat(24) });
  assert.ok(read.kind === "done" && read.value.isLogged);
  assert.equal(read.value.metricsToken, "x".repeat(24));
  const wrong = readEnvironment({ SKILLNAD_LOG: "text", SKILLNAD_METRICS_TOKEN: "hemlig" });
  assert.ok(wrong.kind === "refused");
  assert.deepEqual(
    wrong.problems.map(({ at }) => at),
    ["SKILLNAD_LOG", "SKILLNAD_METRICS_TOKEN"],
  );
  assert.ok(!JSON.stringify(wrong).includes("hemlig"));
});
