/** The log's commands as people run them, on logs that somebody with the database's password has changed. */
import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type AuditLink, type ChainHead, emptyChain, linkEntry } from "#access";
import { accountId, instant, municipalityCode } from "#kernel";
import { asOwner, openTestStore, type TestStore } from "#store/testing";
import { startProgram } from "./running-program.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-verify-log-"));
chmodSync(root, 0o755);
const heads = join(root, "monday.heads");
const [granviken, almviken] = [municipalityCode("9001"), municipalityCode("9003")];
const at = instant("2026-11-02T08:00:00Z");
let store: TestStore;
let environment: { readonly [name: string]: string };

before(async () => {
  store = await openTestStore();
  const { user, password, host, port, database } = store.owner;
  const place = `host=${encodeURIComponent(host ?? "")}&port=${port}`;
  environment = {
    DATABASE_URL: `postgres://${user}:${password}@localhost/${database}?${place}`,
    SKILLNAD_FILES: join(root, "files"),
  };
  for (const code of [granviken, almviken]) {
    await store.within(code, (tx) =>
      tx.municipality.register({ kind: "municipality", name: `Kommun ${code}`, county: null }),
    );
    await write(code, 6);
  }
});
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

function write(code: typeof granviken, lines: number): Promise<void> {
  return store.within(code, async (tx) => {
    for (let line = 0; line < lines; line++) {
      const account = accountId(`anna-${line}`);
      tx.audit.append({ at, account, action: "case.read", details: { line } });
    }
  });
}

async function run(...words: readonly string[]) {
  const program = startProgram(process.execPath, ["src/cli/index.ts", ...words], environment);
  return { code: await program.ended, said: program.said() };
}

type Told = {
  readonly isWhole: boolean;
  readonly logs: readonly { municipality: string; kind: string; at: number; why: string }[];
};

async function verify(...words: readonly string[]): Promise<Told> {
  const { code, said } = await run("verify-log", "--json", ...words);
  const told = JSON.parse(said) as Told;
  assert.equal(code, told.isWhole ? 0 : 1, said);
  return told;
}

/** What is said of Granviken's; the other one is always whole. */
async function granvikens(...words: readonly string[]) {
  const { logs } = await verify(...words);
  assert.deepEqual(
    logs.map(({ municipality, kind }) => [municipality, municipality === "9001" || kind]),
    [
      ["9001", true],
      ["9003", "intact"],
    ],
  );
  const { municipality: _, ...told } = logs[0] ?? assert.fail();
  return told;
}

/**
 * As a database administrator who knows this source could: the log is written anew with every hash and
 * the head row, and put back afterwards.
 */
async function whileRewritten(
  change: (links: readonly AuditLink[]) => readonly AuditLink[],
  look: () => Promise<void>,
): Promise<void> {
  const links = (await store.within(granviken, (tx) => tx.audit.list(0, 1000))).toReversed();
  let head: ChainHead = emptyChain;
  const forged = change(links).map(({ municipality, at, account, action, case: of, details }) => {
    const link = linkEntry(head, { municipality, at, account, action, case: of, details });
    head = link;
    return link;
  });
  await putInPlace(forged);
  try {
    await look();
  } finally {
    await putInPlace(links);
  }
}

async function putInPlace(links: readonly AuditLink[]): Promise<void> {
  const { sequence, hash } = links.at(-1) ?? emptyChain;
  await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [granviken]);
    await client.query("alter table audit_log disable trigger audit_log_is_append_only");
    await client.query("delete from audit_log");
    for (const link of links) {
      await client.query("insert into audit_log values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
        ...[granviken, link.sequence, link.at, link.account, link.action, link.case],
        ...[JSON.stringify(link.details), link.previousHash, link.hash],
      ]);
    }
    await client.query("update audit_heads set sequence = $1, hash = $2", [sequence, hash]);
    await client.query("alter table audit_log enable trigger audit_log_is_append_only");
  });
}

test("heads are signed and kept; a log that grows still fits them", async () => {
  const { code, said } = await run("log-heads", "--out", heads);
  assert.equal(code, 0, said);
  const lines = readFileSync(heads, "utf8").trimEnd().split("\n");
  assert.equal(lines.length, 2);
  assert.ok(!readFileSync(heads, "utf8").includes("anna"));
  await write(granviken, 2);
  assert.deepEqual((await verify("--heads", heads)).isWhole, true);
  const { said: words } = await run("verify-log", "--heads", heads);
  assert.match(words, /9001: whole, 8 entries, fits 1 kept head\n/);
  // Never over one that was kept.
  assert.equal((await run("log-heads", "--out", heads)).code, 1);
});

const forgeries: readonly {
  readonly name: string;
  readonly change: (links: readonly AuditLink[]) => readonly AuditLink[];
  readonly told: { readonly at: number; readonly why: string };
}[] = [
  {
    name: "an edited entry",
    change: (links) =>
      links.map((link) =>
        link.sequence === 3 ? { ...link, account: accountId("somebody-else") } : link,
      ),
    told: { at: 1, why: "rewritten" },
  },
  {
    name: "a deleted entry",
    change: (links) => links.filter(({ sequence }) => sequence !== 3),
    told: { at: 1, why: "rewritten" },
  },
  {
    name: "two entries that changed places",
    change: ([a, b, c, ...others]) => [a, c, b, ...others].flatMap((link) => link ?? []),
    told: { at: 1, why: "rewritten" },
  },
  {
    name: "a log that was cut off",
    change: (links) => links.slice(0, 4),
    told: { at: 5, why: "cut-off" },
  },
  {
    name: "a log that was emptied",
    change: () => [],
    told: { at: 1, why: "cut-off" },
  },
];

for (const { name, change, told } of forgeries) {
  test(`${name}, with every hash and the head row to match, is found by the kept heads alone`, async () => {
    await whileRewritten(change, async () => {
      assert.equal((await granvikens()).kind, "intact");
      const found = await granvikens("--heads", heads);
      assert.deepEqual({ at: found.at, why: found.why }, told);
    });
  });
}

test("two kept heads tell between which entries it was done", async () => {
  const tuesday = join(root, "tuesday.heads");
  await run("log-heads", "--out", tuesday);
  const change = (links: readonly AuditLink[]) =>
    links.map((link) => (link.sequence === 7 ? { ...link, action: "nothing" } : link));
  await whileRewritten(change, async () => {
    const found = await granvikens("--heads", heads, "--heads", tuesday);
    assert.deepEqual(found, { kind: "broken", at: 7, through: 8, why: "rewritten" });
    const { said } = await run("verify-log", "--heads", heads, "--heads", tuesday);
    assert.match(said, /9001: BROKEN between entries 7 and 8: /);
  });
});

test("an exported log is verified from its file, and a changed file is found with its place", async () => {
  const file = join(root, "log.jsonl");
  assert.equal((await run("export-log", "--out", file)).code, 0);
  assert.equal((await verify("--from", file, "--heads", heads)).isWhole, true);
  // 1: the heading; 2: Granviken's head; 3–10: its entries.
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const changed = async (...kept: readonly (string | undefined)[]) => {
    writeFileSync(file, `${kept.flatMap((line) => line ?? []).join("\n")}\n`);
    const found = await verify("--from", file);
    const { at: place, why } = found.logs.find(({ kind }) => kind === "broken") ?? assert.fail();
    return [place, why];
  };
  const edited = lines.map((line, index) => (index === 4 ? line.replace("anna", "eva") : line));
  assert.deepEqual(await changed(...edited), [3, "altered"]);
  assert.deepEqual(await changed(...lines.toSpliced(4, 1)), [3, "missing"]);
  const [fifth, sixth] = [lines[4], lines[5]];
  assert.deepEqual(await changed(...lines.toSpliced(4, 2, sixth ?? "", fifth ?? "")), [
    3,
    "missing",
  ]);
  assert.deepEqual(await changed(...lines.slice(0, 8)), [7, "cut-off"]);
  // The other municipality's log is gone with its head: the heading still speaks of it.
  assert.deepEqual(await changed(...lines.slice(0, 10)), [1, "cut-off"]);
});

test("a file of heads that was changed, or signed by another key, is refused", async () => {
  const text = readFileSync(heads, "utf8");
  const forged = join(root, "forged.heads");
  writeFileSync(forged, text.replace('"sequence":6', '"sequence":5'));
  const changed = await run("verify-log", "--heads", forged);
  assert.equal(changed.code, 1);
  assert.match(changed.said, /forged\.heads was changed after it was written.* line 1/);
  const keys = join(root, "keys.json");
  const [first, second] = text.trimEnd().split("\n");
  const senders = [first, second].map((line) => {
    const { municipality, key } = JSON.parse(line ?? "");
    return { municipality, key };
  });
  writeFileSync(keys, JSON.stringify(senders));
  assert.equal((await verify("--heads", heads, "--keys", keys)).isWhole, true);
  writeFileSync(keys, JSON.stringify(senders.slice(1)));
  assert.equal((await run("verify-log", "--heads", heads, "--keys", keys)).code, 1);
});

test("what does not hold is not signed", async () => {
  await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [granviken]);
    await client.query("alter table audit_log disable trigger audit_log_is_append_only");
    await client.query("update audit_log set action = 'nothing' where sequence = 4");
    await client.query("alter table audit_log enable trigger audit_log_is_append_only");
  });
  assert.deepEqual(await granvikens(), { kind: "broken", at: 4, why: "altered" });
  const { code, said } = await run("log-heads", "--out", join(root, "none.heads"));
  assert.equal(code, 1);
  assert.match(said, /The log of 9001 does not hold\. Nothing is signed\./);
});

test("a database that is not there, a file that is none and a wrong word are told", async () => {
  for (const words of [["--from", join(root, "none")], ["--from", heads], ["--keys", "x"], ["x"]]) {
    const { code, said } = await run("verify-log", ...words);
    assert.equal(code, 1, said);
    assert.doesNotMatch(said, /at .*\.ts:/);
  }
});
