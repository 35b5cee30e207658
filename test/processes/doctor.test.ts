import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { municipalityCode, strongRandomness, systemClock } from "#kernel";
import { givenMunicipality } from "#scenario";
import { openEmbedded } from "#store";
import { asOwner, openTestStore, type TestStore } from "#store/testing";
import { freePort } from "./given-instance.ts";
import { ownCertificate } from "./own-certificate.ts";
import { startProgram } from "./running-program.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-doctor-"));
chmodSync(root, 0o755);
let store: TestStore;
let url: string;
before(async () => {
  store = await openTestStore();
  const { user, password, host, port, database } = store.owner;
  const at = `host=${encodeURIComponent(host ?? "")}&port=${port}`;
  url = `postgres://${user}:${password}@localhost/${database}?${at}`;
});
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

type Told = {
  readonly isSound: boolean;
  readonly findings: readonly { code: string; state: string; words: { sv: string; en: string } }[];
};

async function run(words: readonly string[], environment: { readonly [name: string]: string }) {
  const program = startProgram(process.execPath, ["src/cli/index.ts", ...words], environment);
  return { code: await program.ended, said: program.said() };
}

async function doctor(environment: { readonly [name: string]: string }) {
  const port = String(await freePort());
  const { code, said } = await run(["doctor", "--json"], { PORT: port, ...environment });
  const told = JSON.parse(said) as Told;
  assert.equal(code, told.isSound ? 0 : 1);
  return { ...told, codes: told.findings.map((each) => each.code) };
}

test("a machine where nothing has begun is sound, and both languages say what comes", async () => {
  const { isSound, codes, findings } = await doctor({ SKILLNAD_DATA: join(root, "none") });
  assert.ok(isSound, JSON.stringify(findings));
  for (const code of ["node-known", "folder-missing", "port-free", "backup-note"]) {
    assert.ok(codes.includes(code), code);
  }
  for (const { words } of findings) {
    assert.doesNotMatch(words.sv + words.en, /[{}]|undefined/);
  }
  const alike = findings.filter(({ words }) => words.sv === words.en);
  assert.deepEqual(
    alike.map(({ code }) => code),
    ["node-known"],
  );
});

test("a folder of one's own is looked into, and one that others may read must be mended", async () => {
  const folder = join(root, "kept");
  const passedIn = { clock: systemClock, randomness: strongRandomness };
  const opened = await openEmbedded({ folder, kind: "real", isDurable: false, ...passedIn });
  assert.ok(opened.kind === "done");
  const beside = await doctor({ SKILLNAD_DATA: folder });
  assert.ok(beside.isSound && beside.codes.includes("schema-current"), beside.codes.join());
  await opened.value.close();
  chmodSync(folder, 0o777);
  const { isSound, codes } = await doctor({ SKILLNAD_DATA: folder });
  assert.ok(!isSound);
  for (const code of ["folder-open", "database-answers", "schema-current", "logs-whole"]) {
    assert.ok(codes.includes(code), `${code} in ${codes}`);
  }
});

test("a port that somebody else has, and a certificate of another name, must be mended", async () => {
  const { createServer } = await import("node:net");
  const other = createServer((socket) => socket.end("hello"));
  const { promise, resolve } = Promise.withResolvers<void>();
  other.listen(0, "127.0.0.1", resolve);
  await promise;
  const address = other.address();
  const port = String(typeof address === "object" && address ? address.port : 0);
  const taken = await doctor({ SKILLNAD_DATA: join(root, "none"), PORT: port });
  other.close();
  assert.ok(taken.codes.includes("port-taken") && !taken.isSound);

  const { cert, key } = ownCertificate();
  const files = { cert: join(root, "cert.pem"), key: join(root, "key.pem") };
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key);
  const tls = await doctor({
    SKILLNAD_DATA: join(root, "none"),
    SKILLNAD_ORIGIN: "https://annan.example",
    SKILLNAD_TLS_CERT: files.cert,
    SKILLNAD_TLS_KEY: files.key,
  });
  assert.ok(tls.codes.includes("certificate-other") && !tls.isSound, tls.codes.join());
});

test("a setting that cannot be used is told, and nothing is looked into", async () => {
  const { isSound, findings } = await doctor({ PORT: "http" });
  assert.ok(!isSound);
  assert.match(findings.at(-1)?.words.sv ?? "", /PORT/);
});

test("a bundle holds how much there is, and nothing about anybody", async () => {
  const code = municipalityCode("9001");
  await givenMunicipality(code, { seed: 7 })
    .withUnit("Kanarieenheten")
    .withWorker("Kanariefågel")
    .withCases(13)
    .writtenTo(store);
  const texts = await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', '9001', false)");
    const { rows } = await client.query(
      `select case_code as text from cases union all select case_id from cases
       union all select account_id from accounts union all select sign_in_name from accounts
       union all select display_name from accounts union all select hash from audit_log`,
    );
    return rows.map(({ text }) => String(text));
  });
  assert.ok(texts.length > 30, `${texts.length} things to be found`);
  const log = join(root, "program.log");
  const request = { at: "2026-11-02T08:00:00Z", event: "request", status: 200, milliseconds: 3 };
  writeFileSync(
    log,
    [
      JSON.stringify({ ...request, route: "GET /api/cases" }),
      JSON.stringify({ ...request, route: `GET /api/cases/${texts[0]}` }),
      `${texts[1]} said something`,
    ].join("\n"),
  );
  const out = join(root, "bundle.json");
  const secrets = { SKILLNAD_METRICS_TOKEN: "kanariefagel-kanariefagel", DATABASE_URL: url };
  const { code: exit, said } = await run(["support-bundle", "--out", out, "--log", log], {
    ...secrets,
    SKILLNAD_ORIGIN: "https://kanarie.example",
    PORT: String(await freePort()),
  });
  assert.equal(exit, 0, said);
  const text = readFileSync(out, "utf8");
  for (const each of [...texts, "Kanarie", "kanarie", String(store.owner.password), root]) {
    assert.ok(!text.includes(each), each);
  }
  const bundle = JSON.parse(text);
  assert.equal(bundle.rowsInTens.cases, 20);
  assert.equal(bundle.settings.SKILLNAD_ORIGIN, "set");
  assert.equal(bundle.log.length, 1);
  assert.ok(bundle.migrations.applied.length > 5);
  const again = await run(["support-bundle", "--out", out], secrets);
  assert.equal(again.code, 1, "no file is written over");
});

test("a log that was changed must be mended", async () => {
  await asOwner(store, async (client) => {
    await client.query("alter table audit_log disable trigger user");
    await client.query("select set_config('app.municipality', '9001', false)");
    await client.query("update audit_log set action = 'case.other' where sequence = 2");
    await client.query("alter table audit_log enable trigger user");
  });
  const { isSound, codes } = await doctor({ DATABASE_URL: url });
  assert.ok(!isSound && codes.includes("logs-broken"), codes.join());
});

test("a newer database is told by doctor, and refused at start with one sentence", async () => {
  await asOwner(store, (client) =>
    client.query(
      "insert into schema_migrations values (9999, '9999-from-the-future.sql', 'x', now())",
    ),
  );
  const { isSound, codes } = await doctor({ DATABASE_URL: url });
  assert.ok(!isSound && codes.includes("schema-newer"), codes.join());
  const { code, said } = await run(["start"], { DATABASE_URL: url, PORT: "0" });
  assert.equal(code, 1);
  assert.match(said.trim(), /^[^\n]*9999-from-the-future\.sql[^\n]*$/);
});
