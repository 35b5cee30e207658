import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { compiled, done, pathTo, published, skillnad, smallNation } from "./given-release.ts";

const at = (name: string) => pathTo(`packages/${name}`);
let deliveries: string;
let plain: string;
let code: string;
/** The names of three municipalities' files: as few as make a nation. */
let three: readonly string[];

before(async () => {
  mkdirSync(at("sealed"), { recursive: true });
  mkdirSync(at("lines"), { recursive: true });
  ({ deliveries } = await smallNation.made());
  three = readdirSync(deliveries).sort().slice(0, 3);
  for (const name of three) {
    writeFileSync(join(at("lines"), name), readFileSync(join(deliveries, name)));
  }
  plain = join(deliveries, three[0] ?? "");
  code = (three[0] ?? "").slice(0, 4);
  await done("keys", "--receive", at("nation.key"));
  for (const name of three) {
    const key = at(`${name}.key`);
    await done("keys", "--sign", key, "--municipality", name.slice(0, 4));
    const from = join(deliveries, name);
    const words = ["--key", key, "--to", at("nation.key.pub"), "--out"];
    await done("seal", from, ...words, join(at("sealed"), `${name}.package`));
  }
  const senders = three.map((name) => JSON.parse(readFileSync(at(`${name}.key.pub`), "utf8")));
  writeFileSync(at("senders.json"), JSON.stringify(senders));
});

const opening = () => ["--key", at("nation.key"), "--senders", at("senders.json")];
const packageOf = (name = "") => join(at("sealed"), `${name}.package`);

test("a private key is its owner's alone, and no key is written over another", async () => {
  assert.equal(statSync(at("nation.key")).mode & 0o777, 0o600);
  const kept = readFileSync(at("nation.key"), "utf8");
  const again = await skillnad("keys", "--receive", at("nation.key"));
  assert.equal(again.exitCode, 1);
  assert.match(again.errors, /nation\.key\.pub exists already/);
  assert.equal(readFileSync(at("nation.key"), "utf8"), kept);
  const told = JSON.parse(await done("keys", "--receive", at("other.key"), "--json"));
  assert.deepEqual(Object.keys(told), ["file", "publicFile", "kind", "public"]);
  assert.ok(readFileSync(at("other.key.pub"), "utf8").startsWith(told.public));
});

test("a package says what it is to whoever can open it, and nothing to anybody else", async () => {
  const name = three[0];
  const told = await done("check-delivery", packageOf(name), ...opening());
  assert.match(told, new RegExp(`municipality +${code} `));
  assert.match(told, /Signed by the municipality and sealed\./);
  const json = JSON.parse(await done("check-delivery", packageOf(name), ...opening(), "--json"));
  assert.equal(json.isSigned, true);
  assert.equal(json.municipality.code, code);
  assert.equal(json.level, "rows");
  const asLines = JSON.parse(await done("check-delivery", plain, "--json"));
  assert.deepEqual({ ...asLines, file: "", isSigned: true }, { ...json, file: "" });

  const closed = await skillnad("check-delivery", packageOf(name));
  assert.match(closed.errors, /sealed package: the receiver's key/);
  const others = ["--key", at("other.key"), "--senders", at("senders.json")];
  const hers = await skillnad("check-delivery", packageOf(name), ...others);
  assert.match(hers.errors, /sealed to another receiver/);
  for (const { exitCode, output } of [closed, hers]) {
    assert.equal(exitCode, 1);
    assert.equal(output, "");
  }
});

test("every fault is told with its line, also as JSON", async () => {
  const spoilt = at("spoilt.jsonl");
  writeFileSync(spoilt, readFileSync(plain, "utf8").replace('"V01":', '"V99":'));
  const told = await skillnad("check-delivery", spoilt);
  assert.equal(told.exitCode, 1);
  assert.match(told.errors, /spoilt\.jsonl, line \d+: «V99»/);
  const json = await skillnad("check-delivery", spoilt, "--json");
  assert.equal(json.exitCode, 1);
  const codes = JSON.parse(json.output).problems.map(
    (each: { readonly code: string }) => each.code,
  );
  assert.ok(codes.includes("delivery-unknown-name"), String(codes));
  const unsealed = await skillnad("seal", spoilt, ...sealing(), "--out", at("spoilt.package"));
  assert.equal(unsealed.exitCode, 1);
  assert.match(unsealed.errors, /«V99»/);
});

const sealing = () => ["--key", at(`${three[0]}.key`), "--to", at("nation.key.pub")];

test("nobody seals in another's name, to nobody, or over what is there", async () => {
  const other = join(deliveries, three[1] ?? "");
  const refusals: readonly (readonly [words: readonly string[], says: RegExp])[] = [
    [["seal", other, ...sealing(), "--out", at("x")], /a key of \d{4} but is of \d{4}/],
    [["seal", plain, ...sealing(), "--out", packageOf(three[0])], /exists already/],
    [["seal", plain, ...sealing().with(3, "age1x"), "--out", at("x")], /age1x is not a key/],
    [["seal", plain, ...sealing().with(1, plain), "--out", at("x")], /is not a key of the kind/],
    [["seal", plain, "--out", at("x")], /--key, --to and --out are needed/],
    [["keys", "--sign", at("y")], /--municipality CODE/],
    [["keys", "--sign", at("y"), "--receive", at("z")], /Name one file/],
    [["check-delivery", plain, "--key", at("nation.key")], /named together/],
    [["check-delivery", at("nowhere")], /cannot be read/],
  ];
  const told = await Promise.all(refusals.map(([words]) => skillnad(...words)));
  for (const [index, [words, says]] of refusals.entries()) {
    const { exitCode, errors } = told[index] ?? assert.fail();
    assert.equal(exitCode, 1, words.join(" "));
    assert.match(errors, says);
    assert.doesNotMatch(errors, /\bat file:|AGE-SECRET-KEY-/);
  }
});

test("the nation of packages is the nation of their lines", async () => {
  const ofPackages = await compiled(at("sealed"), "--interim", ...opening());
  const ofLines = await compiled(at("lines"), "--interim");
  assert.deepEqual(await published(ofPackages), await published(ofLines));
});

test("packages without a key, and real cases without a package, are not compiled", async () => {
  const closed = await skillnad("compile", at("sealed"), "--out", pathTo("packages/none/release"));
  assert.equal(closed.exitCode, 1);
  assert.match(closed.errors, /sealed package: the receiver's key/);
  mkdirSync(at("real"));
  for (const name of three) {
    const text = readFileSync(join(deliveries, name), "utf8").replace('"demo"', '"real"');
    writeFileSync(join(at("real"), name), text);
  }
  const real = await skillnad("compile", at("real"), "--out", pathTo("packages/none/release"));
  assert.equal(real.exitCode, 1);
  for (const name of three) assert.ok(real.errors.includes(`${name} is a real delivery`), name);
});
