import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { startProgram } from "./running-program.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-account-"));
// PostgreSQL refuses to run as root, and so runs as somebody who must get in.
chmodSync(root, 0o755);
after(() => rmSync(root, { recursive: true, force: true }));

const environment = { PORT: "0", SKILLNAD_DATA: join(root, "data"), DATABASE_URL: "" };

async function skillnad(...words: readonly string[]) {
  const program = startProgram(process.execPath, ["src/cli/index.ts", ...words], environment);
  return { code: await program.ended, said: program.said() };
}

const anna = ["--municipality", "9001", "--sign-in", "anna.berg"];
const named = [...anna, "--name", "Anna Berg", "--role", "administrator"];

function linkIn(said: string): string {
  const [, link] = /\/valkommen#(9001\.[\w-]{22})$/m.exec(said) ?? [];
  return link ?? assert.fail(said);
}

test("the terminal gives a link and no password, and a new one for whoever lost her way in", async () => {
  const added = await skillnad("add-account", ...named);
  assert.equal(added.code, 0, added.said);
  assert.doesNotMatch(added.said, /password/);
  const first = linkIn(added.said);
  const taken = await skillnad("add-account", ...named);
  assert.equal(taken.code, 1);
  assert.match(taken.said, /anna\.berg is taken.*--new-link/);
  const unknown = await skillnad("add-account", ...anna.with(3, "bo"), "--new-link");
  assert.match(unknown.said, /Nobody here signs in as bo/);
  const again = await skillnad("add-account", ...anna, "--new-link");
  assert.equal(again.code, 0, again.said);

  const program = startProgram(process.execPath, ["src/cli/index.ts", "start"], environment);
  const [, origin = ""] = await program.says(/serves at (http:\/\/127\.0\.0\.1:\d+)/);
  const look = async (link: string) => {
    const response = await fetch(`${origin}/api/account-link`, {
      method: "POST",
      headers: { Origin: origin, "Content-Type": "application/json" },
      body: JSON.stringify({ link }),
    });
    return { status: response.status, body: (await response.json()) as { purpose?: string } };
  };
  assert.equal((await look(first)).status, 410, "the newer takes its place");
  const { status, body } = await look(linkIn(again.said));
  assert.deepEqual([status, body.purpose], [200, "recovery"]);
  program.process.kill("SIGTERM");
  await program.ended;
});
