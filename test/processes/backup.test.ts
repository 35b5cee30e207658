/** The three commands as people run them, beside programs that save, serve, or are stopped. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { municipalityCode, strongRandomness, systemClock } from "#kernel";
import { openEmbedded } from "#store";
import { allEndWithin, living, processTree, startProgram } from "./running-program.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-commands-"));
chmodSync(root, 0o755);
const key = join(root, "backup.key");
const holder = "src/store/testing/hold-open.ts";

before(async () => {
  await told(["keys", "--receive", key]);
});
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

async function run(
  words: readonly string[],
  environment: { readonly [name: string]: string } = {},
) {
  const program = startProgram(process.execPath, ["src/cli/index.ts", ...words], environment);
  const code = await program.ended;
  return { code, said: program.said() };
}

/** What it said, all being well. */
async function told(
  words: readonly string[],
  environment: { readonly [name: string]: string } = {},
): Promise<string> {
  const { code, said } = await run(words, environment);
  assert.equal(code, 0, said);
  return said;
}

function jsonIn<Told>(said: string): Told {
  return JSON.parse(said.split("\n").find((line) => line.startsWith("{")) ?? "");
}

type Summary = { readonly sha256: string; readonly kind: string; readonly rows: number };

test("a backup under load is of one moment: all that was saved before, no half case, whole logs", async () => {
  const folder = join(root, "loaded");
  mkdirSync(folder);
  const saving = spawn(process.execPath, [holder, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const acknowledged: string[] = [];
  const { promise: isSaving, resolve } = Promise.withResolvers<void>();
  createInterface(saving.stdout).on("line", (line) => {
    if (line !== "open") acknowledged.push(line);
    if (acknowledged.length === 200) resolve();
  });
  await isSaving;
  const before = [...acknowledged];
  const backup = join(root, "loaded.skillnad");
  const said = await told(["backup", "--to", `${key}.pub`, "--out", backup, "--json"], {
    SKILLNAD_DATA: folder,
  });
  const during = acknowledged.length - before.length;
  saving.kill("SIGKILL");
  assert.ok(during > 0, "somebody saved while the backup was made");
  const log = join(root, "loaded.log");
  await told(["export-log", "--out", log], { SKILLNAD_DATA: folder });
  const [line = ""] = readFileSync(log, "utf8").match(/^.*"backup\.made".*$/m) ?? [];
  assert.ok(line.includes(jsonIn<Summary>(said).sha256), `told beside who saves: ${line}`);

  const restored = join(root, "restored");
  const back = await told(["restore", backup, "--identity", key, "--demo", "--json"], {
    SKILLNAD_DATA: restored,
  });
  assert.equal(jsonIn<Summary>(back).sha256, jsonIn<Summary>(said).sha256);
  const passedIn = { clock: systemClock, randomness: strongRandomness };
  const opened = await openEmbedded({ ...passedIn, folder: restored, kind: "demo" });
  assert.ok(opened.kind === "done", JSON.stringify(opened));
  const store = opened.value;
  try {
    await store.within(municipalityCode("9001"), async (tx) => {
      const { cases } = await tx.cases.list({ from: 0, limit: 1_000_000 });
      const codes = new Set(cases.map(({ code }) => String(code)));
      assert.deepEqual(
        before.filter((code) => !codes.has(code)),
        [],
      );
      for (const { id } of cases) assert.equal((await tx.cases.history(id)).length, 1);
      const verdict = await tx.audit.verify();
      const [last] = await tx.audit.list(0, 1);
      assert.equal(last?.action, "store.restored");
      assert.equal(verdict.kind === "intact" && verdict.head.sequence, cases.length + 1);
    });
  } finally {
    await store.close();
  }
});

test("while Skillnad serves, a backup is made; where nothing runs, the drill says how it went", async () => {
  const folder = join(root, "served");
  // A drill that was killed has left all in clear.
  const temporary = join(root, "left");
  const leftByDrill = join(temporary, "skillnad-throw-away-drill-x");
  mkdirSync(leftByDrill, { recursive: true });
  chmodSync(temporary, 0o755);
  utimesSync(leftByDrill, 0, 0);
  const environment = { SKILLNAD_DATA: folder, PORT: "0", TMPDIR: temporary };
  const serving = startProgram(process.execPath, ["src/cli/index.ts", "start"], environment);
  const backup = join(root, "served.skillnad");
  try {
    await serving.says(/serves at/);
    assert.ok(!existsSync(leftByDrill), "a start takes it away");
    await told(["backup", "--to", `${key}.pub`, "--out", backup], { SKILLNAD_DATA: folder });
  } finally {
    serving.process.kill("SIGTERM");
    await serving.ended;
  }
  const drilled = await told(["drill", backup, "--identity", key]);
  assert.match(drilled, /^Godkänd återställningsövning\.$/m);
  assert.match(drilled, /^Varje logg håller från första raden till den sista\.$/m);
  const asDemo = await run(["drill", backup, "--identity", key, "--demo", "--json"]);
  assert.equal(asDemo.code, 1);
  assert.equal(jsonIn<{ readonly passed: boolean }>(asDemo.said).passed, false);
  const stopped = await told(
    ["backup", "--to", `${key}.pub`, "--out", join(root, "stopped.skillnad"), "--json"],
    { SKILLNAD_DATA: folder },
  );
  assert.equal(jsonIn<Summary>(stopped).kind, "real");
});

test("a drill that is stopped with Ctrl-C takes its database away and leaves no process", async () => {
  const temporary = join(root, "temporary");
  mkdirSync(temporary);
  chmodSync(temporary, 0o755);
  const words = ["src/cli/index.ts", "drill", join(root, "loaded.skillnad")];
  const drilling = startProgram(process.execPath, [...words, "--identity", key, "--demo"], {
    TMPDIR: temporary,
  });
  const pid = drilling.process.pid ?? 0;
  while (living([pid]).length > 0 && !someCluster(temporary)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const family = processTree(pid);
  drilling.process.kill("SIGINT");
  assert.equal(await drilling.ended, 1);
  assert.ok(await allEndWithin(family, 20));
  assert.match(drilling.said(), /Avbrutet\. Ingenting är kvar av det\./);
  assert.deepEqual(
    readdirSync(temporary).filter((name) => name.startsWith("skillnad-throw-away")),
    [],
  );
});

function someCluster(temporary: string): boolean {
  return readdirSync(temporary).some((name) => existsSync(join(temporary, name, "postgres")));
}

test("what is lacking is told in one sentence", async () => {
  const faults: readonly [readonly string[], RegExp][] = [
    [["backup"], /^--to and --out are needed/],
    [["backup", "--to", "age1nobody", "--out", join(root, "x")], /age1nobody/],
    [["restore"], /^Name one backup/],
    [["drill", "x"], /^--identity is needed/],
    [["restore", "x", "--identity", `${key}.pub`], /backup\.key\.pub/],
  ];
  for (const [words, sentence] of faults) {
    const { code, said } = await run(words, { SKILLNAD_DATA: join(root, "none") });
    assert.equal(code, 1);
    assert.match(said.trim(), sentence);
    assert.ok(!said.includes("    at "), said);
  }
});
