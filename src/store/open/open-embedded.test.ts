import assert from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  fixedClock,
  municipalityCode,
  type Outcome,
  problemSentence,
  strongRandomness,
  systemClock,
} from "#kernel";
import type { OpenStore } from "../open-store.ts";
import { registerExample } from "../testing/examples.ts";
import { takeFolderLock } from "./folder-lock.ts";
import { openEmbedded, openThrowAway } from "./open-embedded.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-open-"));
chmodSync(root, 0o755);
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

const randomness = strongRandomness;
const clock = fixedClock("2026-03-12T13:02:00Z");

function open(folder: string, kind: "demo" | "real" = "demo"): Promise<Outcome<OpenStore>> {
  return openEmbedded({ folder, kind, clock, randomness, isDurable: false });
}

async function sure(opening: Promise<Outcome<OpenStore>>): Promise<OpenStore> {
  const opened = await opening;
  assert.ok(opened.kind === "done", JSON.stringify(opened));
  return opened.value;
}

/** The one sentence that a person at the terminal reads. */
async function refusal(opening: Promise<Outcome<OpenStore>>): Promise<string> {
  const opened = await opening;
  if (opened.kind === "done") await opened.value.close();
  assert.ok(opened.kind === "refused", "it opened");
  return opened.problems
    .map((found) => `${found.code}: ${problemSentence(found, "en")}`)
    .join("\n");
}

/** A folder that has been opened and closed once, with a municipality in it. */
const used = join(root, "used");

before(async () => {
  const first = await sure(open(used));
  await registerExample(first, "9001");
  await first.close();
});

/** A copy to spoil. */
function copyOfUsed(name: string): string {
  const folder = join(root, name);
  cpSync(used, folder, { recursive: true });
  return folder;
}

test("a folder is stamped once, keeps what was stored, and is opened as its own kind only", async () => {
  const stamp = readFileSync(join(used, "skillnad.json"), "utf8");
  assert.deepEqual(JSON.parse(stamp), {
    kind: "demo",
    format: 1,
    createdAt: "2026-03-12T13:02:00.000Z",
  });
  const sentence = await refusal(open(used, "real"));
  assert.match(sentence, /^data-folder-kind: .* is stamped demo but real was asked for/);
  const second = await sure(open(used));
  const municipalities = await second.municipalities();
  assert.equal(second.kind, "demo");
  await second.close();
  assert.deepEqual(
    municipalities.map(({ code }) => code),
    ["9001"],
  );
  assert.equal(readFileSync(join(used, "skillnad.json"), "utf8"), stamp);
});

test("nobody but their owner can read the passwords or enter the database's folders", () => {
  const modes = ["secrets.json", "postgres", "socket"].map(
    (name) => statSync(join(used, name)).mode & 0o777,
  );
  assert.deepEqual(modes, [0o600, 0o700, 0o700]);
});

test("a second Skillnad on the same folder is told who is there", async () => {
  const holder = await sure(open(used));
  const sentence = await refusal(open(used));
  await holder.close();
  assert.match(sentence, new RegExp(`^data-folder-busy: .* \\(process ${process.pid}\\)`));
  await (await sure(open(used))).close();
});

test("a folder with somebody else's files in it is left as it is", async () => {
  const folder = join(root, "foreign");
  mkdirSync(folder);
  writeFileSync(join(folder, "letter.txt"), "Dear all");
  assert.match(await refusal(open(folder)), /^data-folder-unusable: .* holds «letter\.txt»/);
  assert.deepEqual(readdirSync(folder), ["letter.txt"]);
});

test("a database without a stamp is never made anew over", async () => {
  const folder = copyOfUsed("unstamped");
  rmSync(join(folder, "skillnad.json"));
  assert.match(await refusal(open(folder)), /^data-folder-unusable: .* holds «postgres»/);
  assert.ok(readdirSync(join(folder, "postgres")).includes("PG_VERSION"));
});

test("folders of another format, and of another PostgreSQL, are refused by version", async () => {
  const folder = copyOfUsed("versions");
  const stampFile = join(folder, "skillnad.json");
  const stamp = JSON.parse(readFileSync(stampFile, "utf8"));
  writeFileSync(stampFile, JSON.stringify({ ...stamp, format: 2 }));
  assert.match(await refusal(open(folder)), /^data-folder-version: .*\(format 2;/);
  writeFileSync(stampFile, JSON.stringify(stamp));
  writeFileSync(join(folder, "postgres", "PG_VERSION"), "17\n");
  assert.match(await refusal(open(folder)), /^data-folder-version: .*\(PostgreSQL 17;/);
});

test("a server that will not start is told with its own last words, and leaves no process", async () => {
  const folder = join(root, "damaged");
  await (await sure(open(folder))).close();
  rmSync(join(folder, "postgres", "global", "pg_control"));
  assert.match(
    await refusal(open(folder)),
    /^data-folder-unusable: .*does not start: .*pg_control/,
  );
});

test("a database that is killed is told of, and the next start recovers what was saved", async () => {
  const folder = join(root, "killed");
  const first = await sure(open(folder));
  await registerExample(first, "9001");
  const pid = Number.parseInt(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8"), 10);
  process.kill(pid, "SIGKILL");
  assert.equal(typeof (await first.ended), "string");
  await first.close();
  const second = await sure(open(folder));
  assert.equal((await second.municipalities()).length, 1);
  await second.close();
});

test("a stamp that cannot be read is told, not replaced", async () => {
  const folder = join(root, "garbled");
  mkdirSync(folder);
  writeFileSync(join(folder, "skillnad.json"), "{");
  assert.match(
    await refusal(open(folder)),
    /^data-folder-unusable: .*skillnad\.json cannot be read/,
  );
});

test("what an interrupted first start left behind is made anew", async () => {
  const folder = join(root, "interrupted");
  mkdirSync(join(folder, "postgres.new-0a1b2c3d"), { recursive: true });
  writeFileSync(join(folder, "postgres.new-0a1b2c3d", "PG_VERSION"), "18\n");
  writeFileSync(join(folder, "secrets.json"), "{}");
  await (await sure(open(folder))).close();
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith("postgres")),
    ["postgres", "postgres.log"],
  );
});

test("a folder on a path too long for a socket works all the same", async () => {
  const folder = join(root, "x".repeat(60), "y".repeat(60));
  const holder = await sure(open(folder));
  assert.match(await refusal(open(folder)), /^data-folder-busy/);
  await holder.close();
  await (await sure(open(folder))).close();
});

test("a folder whose name holds blanks, quotes, commas and umlauts works all the same", async () => {
  const folder = join(root, `Bosses, "mapp" för 'data' $HOME`);
  await (await sure(open(folder))).close();
});

test("started by root, a folder that the database's own user cannot reach is refused untouched", {
  skip: process.getuid?.() !== 0 && "only root has a user to hand the database to",
}, async () => {
  const closed = join(root, "closed-to-others");
  mkdirSync(closed, { mode: 0o700 });
  const sentence = await refusal(open(join(closed, "below", "data")));
  assert.match(sentence, /^data-folder-unusable: .*who may not enter .*closed-to-others/);
  assert.deepEqual(readdirSync(closed), []);
});

test("what is no folder is told in one sentence", async () => {
  const file = join(root, "file");
  writeFileSync(file, "");
  assert.match(await refusal(open(file)), /^data-folder-unusable: .* it is not a folder/);
  assert.match(
    await refusal(open(join(file, "below"))),
    /^data-folder-unusable: .* it is not a folder/,
  );
});

test("throw-away data is gone when it is closed", async () => {
  const opened = await sure(
    openThrowAway({ kind: "demo", clock: systemClock, randomness, isDurable: false }),
  );
  const [own, ...others] = await ownThrowAwayFolders();
  assert.ok(own && others.length === 0);
  await opened.close();
  assert.equal(existsSync(own), false);
});

test("throw-away data can be filled before it is opened, by whoever has the folder then", async () => {
  const options = { kind: "demo", clock: systemClock, randomness, isDurable: false } as const;
  const code = municipalityCode("9001");
  const opened = await sure(
    openThrowAway(options, async (folder) => {
      const filling = await sure(openEmbedded({ ...options, folder }));
      await filling.within(code, (tx) =>
        tx.municipality.register({ kind: "municipality", name: "Granviken", county: "91" }),
      );
      await filling.close();
      return true;
    }),
  );
  assert.deepEqual(
    (await opened.municipalities()).map(({ name }) => name),
    ["Granviken"],
  );
  await opened.close();
  const failed = await openThrowAway(options, async () => false);
  assert.deepEqual(failed, { kind: "refused", problems: [] });
  assert.deepEqual(await ownThrowAwayFolders(), []);
});

/** Those whose lock answers with our process. */
async function ownThrowAwayFolders(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith("skillnad-throw-away-") || !existsSync(join(folder, "lock"))) continue;
    // Another person's cannot be asked, and is not ours.
    const lock = await takeFolderLock(folder).catch(() => undefined);
    if (lock?.kind === "taken") await lock.release();
    else if (lock?.pid === String(process.pid)) found.push(folder);
  }
  return found;
}
