import assert from "node:assert/strict";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Instant, municipalityCode } from "#kernel";
import { lookAtBackups, openBackupDiary, openCaseKeyBook, workApart } from "#store";
import { databaseUrl, openTestStore, type TestStore } from "#store/testing";
import { createBackupDesk } from "./backups/backup-desk.ts";
import { viewBackups } from "./backups/backups-view.ts";
import { createTelemetry } from "./telemetry/telemetry.ts";
import { type GivenApp, givenApp, movableClock, type SignedIn } from "./testing/given-app.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { BackupKeyView, BackupsView } from "./wire-of-backups.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-page-"));
chmodSync(root, 0o755);
const [files, folder] = [join(root, "files"), join(root, "kopior")];
const start = "2026-11-02T08:00:00Z";
const canary = "KANARIEFAGEL-7731";

const clock = movableClock(start);
let store: TestStore;
let given: GivenApp;
let administrator: SignedIn;
let key: BackupKeyView;

before(async () => {
  mkdirSync(folder);
  mkdirSync(join(files, "keys"), { recursive: true });
  writeFileSync(join(files, "keys/signing-9001.key"), canary, { mode: 0o600 });
  store = await openTestStore();
  const telemetry = createTelemetry({ clock, isBehindProxy: false });
  const place = { kind: "server", url: databaseUrl(store.owner) } as const;
  const tools = { openDiary: openBackupDiary, look: lookAtBackups, work: workApart };
  const order = { store, clock, kind: "demo", files, place, telemetry, tools } as const;
  const backups = createBackupDesk(order);
  given = givenApp(store, { kind: "demo", clock, files, backups });
  administrator = await given.givenPerson({
    name: "Ada",
    municipality: "9001",
    role: "administrator",
  });
  key = await bodyOf(await administrator.request("POST /api/backups/key"), 201);
});
after(async () => {
  await given.services.backups.settled();
  await store.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

const look = async () => bodyOf<BackupsView>(await administrator.request("GET /api/backups"));

async function settled(): Promise<BackupsView> {
  await given.services.backups.settled();
  return look();
}

function setPlan(change: object = {}): Promise<Response> {
  const plan = { time: "02:15", folder, recipients: [key.public], keep: 2, drillDays: 90 };
  return administrator.request("PUT /api/backups/plan", { ...plan, ...change });
}

function backupsIn(where = folder): readonly string[] {
  return readdirSync(where).filter((name) => name.endsWith(".skillnad"));
}

async function actions(): Promise<readonly string[]> {
  return store.within(municipalityCode("9001"), async (tx) => {
    const lines = await tx.audit.list(0, 1000);
    return lines.map(({ action }) => action);
  });
}

test("before anything is set the page says what to do, and nothing is made", async () => {
  const { decider, plan, made, next, faults, notes } = await look();
  assert.deepEqual([decider, plan, made, next, notes], ["administrator", null, null, null, []]);
  assert.match(faults.join(" "), /^Ingen säkerhetskopia är gjord\. .*nu\.$/);
  const begun = await administrator.request("POST /api/backups/runs");
  assert.deepEqual(await problemsOf(begun), ["backup-no-plan"]);
  const { identity } = { identity: key.private };
  const drilled = await administrator.request("POST /api/backups/drills", { identity });
  assert.deepEqual(await problemsOf(drilled), ["backup-no-file"]);
});

test("a plan that cannot be carried out is refused, all that is wrong at once", async () => {
  const told = await problemsOf(
    await setPlan({ time: "25:00", recipients: ["age1short"], keep: 1, drillDays: 1, folder: "x" }),
  );
  assert.deepEqual(told.toSorted(), [
    "backup-drill-days-wrong",
    "backup-folder-unusable",
    "backup-keep-wrong",
    "backup-recipient-wrong",
    "backup-time-wrong",
  ]);
  assert.deepEqual(await problemsOf(await setPlan({ recipients: [" "] })), [
    "backup-recipient-missing",
  ]);
  // A private key in the field of the public ones is not told again, and kept nowhere.
  const pasted = await setPlan({ recipients: [key.private] });
  assert.ok(!(await pasted.text()).includes(key.private.slice(20)));
  for (const wrong of [join(root, "missing"), join(files, "keys"), "/proc", "kopior"]) {
    const response = await setPlan({ folder: wrong });
    assert.deepEqual(await problemsOf(response), ["backup-folder-unusable"], wrong);
  }
  assert.equal((await look()).plan, null);
});

test("what is set is carried out each night, once, and the oldest go", async () => {
  const { backups } = given.services;
  const view = await bodyOf<BackupsView>(await setPlan({ time: "02.15" }));
  assert.deepEqual([view.plan?.time, view.plan?.keep, view.next?.day], ["02:15", 2, "2026-11-03"]);
  await backups.look();
  const first = await settled();
  assert.equal(first.made?.at, "2026-11-02T08:00:00.000Z");
  const marked = await openBackupDiary(files).mark();
  const mark = marked.kind === "done" ? marked.value : assert.fail("it has a book");
  assert.deepEqual(backupsIn(), [`skillnad-2026-11-02-0900-${mark}.skillnad`]);
  assert.ok(first.keyFileAt !== null && (first.freeBytes ?? 0) > 0);
  assert.deepEqual(first.faults, []);
  await backups.look();
  assert.equal(backups.underWay(), null, "once a night");
  const killed = `skillnad-2026-11-01-0215-${mark}.skillnad.00ff.unfinished`;
  writeFileSync(join(folder, killed), "killed");
  for (const day of ["03", "04"]) {
    clock.set(`2026-11-${day}T01:15:00Z` as Instant);
    await backups.look();
    await backups.settled();
  }
  assert.deepEqual(
    readdirSync(folder).filter((name) => !name.startsWith("skillnad-nycklar")),
    ["03", "04"].map((day) => `skillnad-2026-11-${day}-0215-${mark}.skillnad`),
  );
  clock.set(start);
  const all = backupsIn().map((name) => readFileSync(join(folder, name)));
  assert.ok(all.every((bytes) => bytes.indexOf(canary) === -1));
});

test("a backup by hand is drilled with the key that was pasted, which is kept nowhere", async () => {
  await bodyOf(await administrator.request("POST /api/backups/runs"));
  const busy = await administrator.request("POST /api/backups/runs");
  assert.deepEqual(await problemsOf(busy), ["backup-under-way"]);
  await settled();
  const wrong = await administrator.request("POST /api/backups/drills", { identity: "AGE-" });
  assert.deepEqual(await problemsOf(wrong), ["backup-identity-wrong"]);

  const another = await bodyOf<BackupKeyView>(
    await administrator.request("POST /api/backups/key"),
    201,
  );
  await administrator.request("POST /api/backups/drills", { identity: another.private });
  const failed = await settled();
  assert.equal(failed.drilled?.passed, false);
  assert.match(failed.faults.join(" "), /Senaste övningen blev underkänd/);

  const identity = `# created\n${key.private.toLowerCase()}\n`;
  await bodyOf(await administrator.request("POST /api/backups/drills", { identity }));
  const { drilled, faults } = await settled();
  const lines = await store.within(municipalityCode("9001"), (tx) => tx.audit.list(0, 1));
  assert.deepEqual([drilled?.passed, faults], [true, []], JSON.stringify(lines));
  for (const name of ["plan.json", "diary.json", "case-keys.jsonl"]) {
    const kept = readFileSync(join(files, "backups", name), "utf8");
    assert.ok(!kept.includes(key.private.slice(20)), name);
  }
});

test("every act is in the log", async () => {
  const told = new Set(await actions());
  for (const action of [
    ...["backup.key-made", "backup.plan-set", "backup.begun", "backup.made"],
    ...["backup.drill-begun", "backup.drilled"],
  ]) {
    assert.ok(told.has(action), `${action} in ${[...told]}`);
  }
  const lines = await store.within(municipalityCode("9001"), (tx) => tx.audit.list(0, 1000));
  const plans = lines.filter(({ action }) => action === "backup.plan-set");
  assert.ok(plans.length > 0 && plans.every(({ details }) => details.folder === folder));
});

test("a newest backup that is gone, or a key file, is told; nothing is written there unasked", async () => {
  const { made } = await look();
  const [keyFile = ""] = readdirSync(folder).filter((name) => name.startsWith("skillnad-nycklar"));
  mkdirSync(join(root, "aside"));
  renameSync(made?.file ?? "", join(root, "aside", "b"));
  assert.match((await look()).faults.join(" "), /^Den senaste säkerhetskopian är borta: .*kopior/);
  renameSync(join(root, "aside", "b"), made?.file ?? "");

  renameSync(join(folder, keyFile), join(root, "aside", keyFile));
  assert.match((await look()).faults.join(" "), /^Nyckelfilen är borta ur .*kopior\./);
  clock.set("2026-11-05T01:15:00Z");
  const before = readdirSync(folder);
  await given.services.backups.look();
  await given.services.backups.settled();
  assert.deepEqual(readdirSync(folder), before, "the disk may not be mounted");
  const { faults } = await viewBackups(given.services);
  assert.match(faults[0] ?? "", /^Säkerhetskopian 2026-11-05 blev inte av: Nyckelfilen är borta/);
  clock.set(start);
  await bodyOf(await administrator.request("POST /api/backups/runs"));
  assert.deepEqual((await settled()).faults, [], "somebody has looked, and made one by hand");
});

test("a folder that is gone, a late backup and a drill of long ago are told, with what to do", async () => {
  clock.set("2026-11-20T08:00:00Z");
  const late = await viewBackups(given.services);
  assert.match(late.faults.join(" "), /är 18 dagar gammal/);
  await openBackupDiary(files).setPlan({
    ...{ time: "02:15", folder: join(root, "away"), recipients: [key.public] },
    ...{ keep: 2, drillDays: 7 },
  });
  await given.services.backups.look();
  await given.services.backups.settled();
  const lost = await viewBackups(given.services);
  assert.match(lost.faults[0] ?? "", /^Säkerhetskopian 2026-11-20 blev inte av: Mappen .*away/);
  assert.match(lost.notes.join(" "), /Senaste övningen är 18 dagar gammal/);
  clock.set(start);
  await openBackupDiary(files).note({ failed: null });
  await bodyOf(await setPlan());
});

test("a key file that could not be renewed after an erasing is told until it is", async () => {
  const book = openCaseKeyBook(files);
  const place = { folder: join(root, "away"), recipients: [key.public] };
  await book.keysFor(["a"], place);
  await book.erase(["a" as never]);
  assert.match((await look()).faults.join(" "), /Nyckelfilen i .*away kunde inte bytas/);
  mkdirSync(place.folder);
  await administrator.request("POST /api/backups/runs");
  assert.deepEqual((await settled()).faults, []);
});

test("she who has not just proved who she is does nothing of it, but looks", async () => {
  clock.set("2026-11-02T08:12:00Z");
  for (const [route, body] of [
    ["PUT /api/backups/plan", {}],
    ["POST /api/backups/runs", undefined],
    ["POST /api/backups/drills", {}],
    ["POST /api/backups/key", undefined],
  ] as const) {
    const response = await administrator.request(route, body);
    assert.deepEqual(await problemsOf(response), ["step-up-needed"], route);
  }
  await look();
  clock.set(start);
});

test("where several organisations are, only the operator decides, and where it lies is hers", async () => {
  await given.givenUnit("9002", "elsewhere");
  const { decider, plan, made, faults } = await look();
  assert.deepEqual([decider, plan, faults], ["operator", null, []]);
  assert.match(made?.file ?? "", /^skillnad-[\da-f-]+\.skillnad$/);
  for (const response of [
    await setPlan(),
    await administrator.request("POST /api/backups/runs"),
    await administrator.request("POST /api/backups/drills", { identity: key.private }),
  ]) {
    assert.deepEqual(await problemsOf(response), ["backup-elsewhere"]);
  }
});

test("a book of keys that is damaged is told as that, and no backup is begun", async () => {
  const path = join(files, "backups", "case-keys.jsonl");
  const book = readFileSync(path);
  writeFileSync(path, book.subarray(0, book.length - 1));
  const before = readdirSync(folder);
  const begun = await given.services.backups.begin(null);
  assert.equal(begun.kind === "refused" && begun.problems[0]?.code, "case-keys-damaged");
  const { failed } = await openBackupDiary(files).read();
  assert.match(failed?.sentence ?? "", /^Ärendenas nycklar i filmappen är skadade/);
  assert.deepEqual(readdirSync(folder), before);
  writeFileSync(path, book);
});
