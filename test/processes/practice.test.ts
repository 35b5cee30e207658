/** Practising beside a real installation, started by somebody who has the real one's environment. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { municipalityCode, strongRandomness, systemClock } from "#kernel";
import type { SignInOptions } from "#server";
import { openEmbedded, openThrowAway } from "#store";
import { allEndWithin, living, processTree, startProgram } from "./running-program.ts";

const options = { skip: process.platform !== "linux" && "needs /proc" };

const temporary = mkdtempSync(join(tmpdir(), "skillnad-practice-"));
chmodSync(temporary, 0o755);
after(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));

const entry = join(import.meta.dirname, "../../src/cli/index.ts");
const real = join(temporary, "real");
const passedIn = { clock: systemClock, randomness: strongRandomness, isDurable: false };

before(async () => {
  const opened = await openEmbedded({ ...passedIn, folder: real, kind: "real" });
  assert.ok(opened.kind === "done", JSON.stringify(opened));
  await opened.value.within(municipalityCode("0199"), (tx) =>
    tx.municipality.register({ kind: "municipality", name: "Verkliga", county: null }),
  );
  await opened.value.close();
});

test(
  "a practice opens nothing of the real installation, whatever its environment says",
  options,
  async (t) => {
    const asItWas = digestOf(real);
    const own = join(temporary, "thrown-away");
    const program = startProgram(
      process.execPath,
      [entry, "practice", "--port", "0", "--municipalities", "9", "--cases", "60"],
      {
        TMPDIR: temporary,
        SKILLNAD_DATA: real,
        SKILLNAD_FILES: join(real, "files"),
        SKILLNAD_RELEASE: own,
        DATABASE_URL: "postgres://somebody:secret@127.0.0.1:1/skillnad",
        PORT: "3210",
      },
    );
    const pid = program.process.pid ?? 0;
    t.after(() => {
      if (living([pid]).length > 0) process.kill(-pid, "SIGKILL");
    });
    const [, address = ""] = await program.says(/serves at (http\S+)/);
    const tree = processTree(pid);

    const response = await fetch(`${address}/api/sign-in`);
    const { kind, municipalities, practiceAt } = (await response.json()) as SignInOptions;
    assert.equal(kind, "demo");
    assert.ok(practiceAt, "its pages do not say that it is a practice");
    assert.ok(municipalities.length >= 9);
    assert.ok(!municipalities.some(({ name }) => name === "Verkliga"));

    await program.says(/Areas and municipalities are (?:not )?published/);
    process.kill(-pid, "SIGTERM");
    assert.equal(await program.ended, 0);
    assert.ok(await allEndWithin(tree, 10), `still there: ${living(tree)}`);
    assert.equal(digestOf(real), asItWas, "the real folder has changed");
    assert.ok(!program.said().includes("secret"));
    const left = readdirSync(temporary).filter((name) => name.startsWith("skillnad-"));
    assert.deepEqual(left, [], "what was practised with is still there");
  },
);

test("the stamp keeps each out of the other's folder, also when it is named on purpose", async () => {
  const refused = await openEmbedded({ ...passedIn, folder: real, kind: "demo" });
  assert.ok(refused.kind === "refused");
  assert.deepEqual(
    refused.problems.map(({ code }) => code),
    ["data-folder-kind"],
  );
  let practised = "";
  const practice = await openThrowAway({ ...passedIn, kind: "demo" }, async (folder) => {
    practised = folder;
    return true;
  });
  assert.ok(practice.kind === "done", JSON.stringify(practice));
  const asReal = await openEmbedded({ ...passedIn, folder: practised, kind: "real" });
  await practice.value.close();
  assert.ok(asReal.kind === "refused");
  assert.deepEqual(
    asReal.problems.map(({ code }) => code),
    ["data-folder-kind"],
  );
});

/** Names and contents of all files. */
function digestOf(folder: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    hash.update(`${path}\n`).update(readFileSync(path));
  }
  return hash.digest("hex");
}
