import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode, type Outcome, problemSentence, systemClock } from "#kernel";
import type { OpenStore } from "../open-store.ts";
import { asOwner } from "../testing/as-owner.ts";
import { openTestStore, type TestStore } from "../testing/test-store.ts";
import { appRole, startOptionsOfApp } from "./connection.ts";
import { openServer } from "./open-server.ts";

let store: TestStore;

before(async () => {
  store = await openTestStore();
});
after(() => store.close());

/** The test's own database as an address, as in DATABASE_URL. */
function address(change: (url: URL) => void = () => {}): string {
  const { connectionString, host, user, password, database, options } = store.owner;
  const url = new URL(connectionString ?? "postgres://localhost");
  if (!connectionString) {
    url.username = user ?? "";
    url.password = String(password ?? "");
    url.pathname = `/${database}`;
    url.searchParams.set("host", host ?? "");
  }
  if (options) url.searchParams.set("options", options);
  change(url);
  return url.href;
}

function open(url: string, kind: "demo" | "real" = "demo"): Promise<Outcome<OpenStore>> {
  return openServer({ url, kind, clock: systemClock });
}

async function refusal(opening: Promise<Outcome<OpenStore>>): Promise<string> {
  const opened = await opening;
  if (opened.kind === "done") await opened.value.close();
  assert.ok(opened.kind === "refused", "it opened");
  return opened.problems
    .map((found) => `${found.code}: ${problemSentence(found, "en")}`)
    .join("\n");
}

test("the address of a server opens the same store as the embedded one", async () => {
  const opened = await open(address());
  assert.ok(opened.kind === "done", JSON.stringify(opened));
  const found = await opened.value.within(municipalityCode("9001"), (tx) =>
    tx.cases.list({ from: 0, limit: 1 }),
  );
  await opened.value.close();
  assert.equal(found.total, 0);
  assert.equal(opened.value.kind, "demo");
});

test("an address that is none is told with the form it should have, and without its password", async () => {
  for (const url of ["skillnad", "mysql://ann:hush@db.example/x", "postgres://ann:hush@:x/y", ""]) {
    const sentence = await refusal(open(url));
    assert.match(
      sentence,
      /^environment-invalid: DATABASE_URL=.*write postgres:\/\/user:password@/,
    );
    assert.doesNotMatch(sentence, /hush/);
  }
});

test("a server that does not answer is told by its address, without the password", async () => {
  const sentence = await refusal(open("postgres://ann:hush@127.0.0.1:1/skillnad"));
  assert.match(
    sentence,
    /^database-unreachable: The database at 127\.0\.0\.1:1\/skillnad does not/,
  );
  assert.match(sentence, /ECONNREFUSED/);
  assert.doesNotMatch(sentence, /hush/);
});

test("a database that does not exist and a role that may not sign in are told as the server says it", async () => {
  const missing = address((url) => {
    url.pathname = "/skillnad_test_none";
  });
  assert.match(
    await refusal(open(missing)),
    /^database-unreachable: .*skillnad_test_none.* not exist/,
  );
  const stranger = address((url) => {
    url.searchParams.delete("options");
    url.username = "skillnad_test_stranger";
    url.password = "guess";
  });
  assert.match(await refusal(open(stranger)), /^database-unreachable: .*skillnad_test_stranger/);
});

test("a database of the other kind is refused", async () => {
  assert.match(await refusal(open(address(), "real")), /^database-kind: .*stamped demo but real/);
});

test("the program's role cannot sign the migrations", async () => {
  const asApp = address((url) => url.searchParams.set("options", `-c role=${appRole}`));
  assert.match(await refusal(open(asApp)), /^database-unusable: .* not as skillnad_app/);
});

test("a table of somebody else's in the way is told, and nothing is half made", async () => {
  const other = await openTestStore();
  const { database, connectionString } = other.owner;
  const url = address((here) => {
    here.pathname = connectionString ? new URL(connectionString).pathname : `/${database}`;
  });
  await other.close();
  await asOwner(other, async (client) => {
    const ours = await client.query<{ name: string }>(tables);
    await client.query(`drop table ${ours.rows.map(({ name }) => name).join(", ")} cascade`);
    await client.query("create table grants (money integer)");
    assert.match(await refusal(open(url)), /^database-unusable: .*already exists/);
    const left = await client.query(tables);
    assert.deepEqual(left.rows, [{ name: "grants" }]);
  });
});

const tables = "select tablename as name from pg_tables where schemaname = current_schema()";

test("what the address asks for beside the role is kept", async () => {
  const options = startOptionsOfApp("-c search_path=elsewhere");
  const asked = { ...store, owner: { ...store.owner, options } };
  const { rows } = await asOwner(asked, (client) =>
    client.query("select current_user as role, current_setting('search_path') as path"),
  );
  assert.deepEqual(rows, [{ role: appRole, path: "elsewhere" }]);
});
