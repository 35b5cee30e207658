import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { afterEach, test } from "node:test";
import { publishedFigures } from "#scenario";
import {
  allEndWithin,
  living,
  mainProcess,
  processTree,
  type RunningProgram,
  startProgram,
} from "./running-program.ts";

// Process trees are read from /proc.
const options = { skip: process.platform !== "linux" && "needs /proc" };

function workshops(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("skillnad-workshop-"));
}
/** Of others, or of a program that was killed. */
const there = workshops();

let running: RunningProgram | undefined;
afterEach(() => {
  const pid = running?.process.pid;
  if (pid !== undefined && living([pid]).length > 0) process.kill(-pid, "SIGKILL");
  running = undefined;
});

/** As quick as a start can be: nine of the municipalities, with few cases. */
const small = ["--", "--municipalities", "9", "--cases", "60"];

async function startDemo(
  environment: { readonly [name: string]: string } = { PORT: "0" },
  size: readonly string[] = small,
) {
  running = startProgram("npm", ["run", "demo", ...size], environment);
  const [, address = ""] = await running.says(/serves at (http\S+)/);
  const pid = running.process.pid ?? 0;
  return { program: running, address, pid, tree: processTree(pid) };
}

test(
  "the demo serves, lists one sign-in per role, and Ctrl-C leaves nothing behind",
  options,
  async () => {
    const { program, address, pid, tree } = await startDemo();
    assert.equal((await fetch(address)).status, 200);
    await program.says(/caseWorker[^\n]+\n[\s\S]*administrator/);
    assert.ok(tree.length >= 6, "npm, a shell, the program, and the database's processes");
    process.kill(-pid, "SIGINT");
    assert.ok(await allEndWithin(tree, 10), `still there: ${living(tree)}`);
  },
);

test(
  "the nation is there at once; areas and municipalities follow when they have been audited",
  options,
  async () => {
    const { program, address, pid } = await startDemo();
    assert.match(program.said(), /9 municipalities, 60 cases/);
    assert.doesNotMatch(program.said(), /published/);
    await program.says(/Areas and municipalities are published\. Audited: .*\b0 of \d+ hidden/);
    assert.equal((await fetch(address)).status, 200);
    process.kill(-pid, "SIGTERM");
    assert.equal(await program.ended, 0);
    assert.deepEqual(
      workshops().filter((name) => !there.includes(name)),
      [],
    );
  },
);

test(
  "the demo's greeting holds the published figures, counted from its database",
  options,
  async () => {
    const { program, pid, tree } = await startDemo({ PORT: "0" }, []);
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
    process.kill(-pid, "SIGTERM");
    assert.ok(await allEndWithin(tree, 10));
  },
);

test("kill −9 of the program leaves no database behind", options, async () => {
  const { tree } = await startDemo();
  process.kill(mainProcess(tree), "SIGKILL");
  assert.ok(await allEndWithin(tree, 10), `still there: ${living(tree)}`);
});

test("kill −9 of npm ends the program and the database", options, async () => {
  const { pid, tree } = await startDemo();
  process.kill(pid, "SIGKILL");
  assert.ok(await allEndWithin(tree, 10), `still there: ${living(tree)}`);
});

test("a taken port is told, and the next one is used", options, async () => {
  const blocker = createServer();
  const { promise, resolve } = Promise.withResolvers<number>();
  blocker.listen(0, "127.0.0.1", () => resolve((blocker.address() as { port: number }).port));
  const port = await promise;
  try {
    const { program, address, pid, tree } = await startDemo({ PORT: String(port) });
    await program.says(new RegExp(`Port ${port} is taken; using \\d+ instead`));
    assert.notEqual(address, `http://127.0.0.1:${port}`);
    process.kill(-pid, "SIGTERM");
    assert.ok(await allEndWithin(tree, 10));
  } finally {
    blocker.close();
  }
});
