import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { publishedFigures } from "#scenario";
import { allEndWithin, living, mainProcess, processTree, startProgram } from "./running-program.ts";

// Process trees are read from /proc.
const options = { skip: process.platform !== "linux" && "needs /proc" };

/** Where these programs put what they throw away, and no others; the database has a user of its own. */
const temporary = mkdtempSync(join(tmpdir(), "skillnad-demos-"));
chmodSync(temporary, 0o755);
after(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));

/** As quick as a start can be: nine of the municipalities, with few cases. */
const small = ["--", "--municipalities", "9", "--cases", "60"];

/** Whatever becomes of the test, what was started for it ends with it. */
async function startDemo(
  t: TestContext,
  environment: { readonly [name: string]: string } = { PORT: "0" },
  size: readonly string[] = small,
) {
  const itsOwn = { ...environment, TMPDIR: temporary };
  const program = startProgram("npm", ["run", "demo", ...size], itsOwn);
  const pid = program.process.pid ?? 0;
  t.after(() => {
    if (living([pid]).length > 0) process.kill(-pid, "SIGKILL");
  });
  const [, address = ""] = await program.says(/serves at (http\S+)/);
  return { program, address, pid, tree: processTree(pid) };
}

test("a small demo on a taken port", options, async (t) => {
  const blocker = createServer();
  const { promise, resolve } = Promise.withResolvers<number>();
  blocker.listen(0, "127.0.0.1", () => resolve((blocker.address() as { port: number }).port));
  const port = await promise;
  const { program, address, pid, tree } = await startDemo(t, { PORT: String(port) }).finally(() =>
    blocker.close(),
  );
  await t.test("the next port is used, and that is told", async () => {
    await program.says(new RegExp(`Port ${port} is taken; using \\d+ instead`));
    assert.notEqual(address, `http://127.0.0.1:${port}`);
    assert.equal((await fetch(address)).status, 200);
  });
  await t.test(
    "the nation is there at once; areas and municipalities follow when they have been audited",
    async () => {
      assert.match(program.said(), /9 municipalities, 60 cases/);
      assert.doesNotMatch(program.said(), /published/);
      await program.says(/Areas and municipalities are published\. Audited: .*\b0 of \d+ hidden/);
      assert.equal((await fetch(address)).status, 200);
    },
  );
  await t.test("asked to end it ends well, and puts away what it has used", async () => {
    process.kill(-pid, "SIGTERM");
    assert.equal(await program.ended, 0);
    const left = readdirSync(temporary);
    assert.deepEqual(
      left.filter((name) => name.startsWith("skillnad-workshop-")),
      [],
    );
    assert.ok(await allEndWithin(tree, 10), `still there: ${living(tree)}`);
  });
});

test("the whole demo", options, async (t) => {
  const { program, address, pid, tree } = await startDemo(t, { PORT: "0" }, []);
  await t.test("its greeting holds the published figures, counted from its database", () => {
    const { municipalities, cases, indicators, interventions, interventionsPerCase } =
      publishedFigures;
    const greeting = program.said();
    assert.match(greeting, new RegExp(`${municipalities} municipalities, ${cases} cases`));
    for (const [id, percent] of Object.entries(indicators)) {
      assert.match(greeting, new RegExp(`^ +${percent} % .*\\b${id} `, "m"));
    }
    assert.match(
      greeting,
      new RegExp(`^ +${interventionsPerCase} .* interventions-per-case `, "m"),
    );
    for (const [code, percent] of Object.entries(interventions)) {
      assert.match(greeting, new RegExp(`^ +${percent} % +\\d+  ${code} `, "m"));
    }
  });
  await t.test("it serves, and lists one sign-in per role", async () => {
    assert.equal((await fetch(address)).status, 200);
    await program.says(/caseWorker[^\n]+\n[\s\S]*administrator/);
    assert.ok(tree.length >= 6, "npm, a shell, the program, and the database's processes");
  });
  await t.test("Ctrl-C leaves nothing behind", async () => {
    process.kill(-pid, "SIGINT");
    assert.ok(await allEndWithin(tree, 10), `still there: ${living(tree)}`);
  });
});

test("kill −9 of the program leaves no database behind", options, async (t) => {
  const { tree } = await startDemo(t);
  process.kill(mainProcess(tree), "SIGKILL");
  assert.ok(await allEndWithin(tree, 10), `still there: ${living(tree)}`);
});

test("kill −9 of npm ends the program and the database", options, async (t) => {
  const { pid, tree } = await startDemo(t);
  process.kill(pid, "SIGKILL");
  assert.ok(await allEndWithin(tree, 10), `still there: ${living(tree)}`);
});
