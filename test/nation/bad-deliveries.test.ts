import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { done, pathTo, published, skillnad } from "./given-release.ts";

const sound = pathTo("sound");
let names: readonly string[];

before(async () => {
  await done("demo-data", "--out", sound, "--municipalities", "12", "--cases", "400");
  names = readdirSync(sound).sort();
});

type Spoil = (folder: string, file: string) => void;

/** A copy of the folder with one file spoilt; the others are as they were. */
function spoilt(name: string, spoil: Spoil) {
  const folder = pathTo(`spoilt-${name}`);
  cpSync(sound, folder, { recursive: true });
  const file = names[2] ?? "";
  spoil(folder, file);
  return { folder, file };
}

function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

const faults: readonly {
  readonly name: string;
  readonly says: RegExp;
  readonly spoil: Spoil;
}[] = [
  {
    name: "cut-off",
    says: /line \d+/,
    spoil: (folder, file) =>
      truncateSync(join(folder, file), Math.floor(textOf(folder, file).length / 2)),
  },
  {
    name: "without-its-end",
    says: /line \d+|end/,
    spoil: (folder, file) => {
      const lines = textOf(folder, file).trimEnd().split("\n");
      writeFileSync(join(folder, file), `${lines.slice(0, -1).join("\n")}\n`);
    },
  },
  {
    name: "of-another-codebook",
    says: /su-kvinnofrid-2019/,
    spoil: (folder, file) => {
      const text = textOf(folder, file).replace("su-kvinnofrid-2021", "su-kvinnofrid-2019");
      writeFileSync(join(folder, file), text);
    },
  },
  {
    name: "empty",
    says: /empty/,
    spoil: (folder, file) => writeFileSync(join(folder, file), ""),
  },
  {
    name: "not-json",
    says: /line 1/,
    spoil: (folder, file) => writeFileSync(join(folder, file), "Kommun;Antal\nGranviken;7\n"),
  },
  {
    name: "a-gigabyte",
    says: /large/,
    // Sparse: it has the length and takes no room.
    spoil: (folder, file) => truncateSync(join(folder, file), 1024 ** 3),
  },
  {
    name: "altered",
    says: /hash|altered|changed/,
    spoil: (folder, file) => {
      const text = textOf(folder, file);
      const altered = text.replace(/"V01":1/, '"V01":2');
      assert.notEqual(altered, text);
      writeFileSync(join(folder, file), altered);
    },
  },
];

for (const { name, says, spoil } of faults) {
  test(`a delivery that is ${name.replaceAll("-", " ")} is named, and stops all`, async () => {
    const { folder, file } = spoilt(name, spoil);
    const release = pathTo(`of-${name}/release`);
    const refused = await skillnad("compile", folder, "--out", release);
    assert.equal(refused.exitCode, 1);
    assert.ok(refused.errors.includes(file), refused.errors);
    assert.match(refused.errors, says);
    assert.ok(!existsSync(release), "nothing is written");
    for (const other of names) {
      if (other !== file) assert.ok(!refused.errors.includes(other), `${other} is sound`);
    }
  });
}

/** Another case is in it, or one less, under the same number. */
const twice: Spoil = (folder, file) => {
  const lines = textOf(folder, file).split("\n");
  writeFileSync(join(folder, `copy-of-${file}`), lines.toSpliced(1, 1).join("\n"));
};

test("two deliveries of one municipality with one number are both named: nobody can tell which is right", async () => {
  const { folder, file } = spoilt("twice", twice);
  const refused = await skillnad("compile", folder, "--out", pathTo("of-twice/release"));
  assert.equal(refused.exitCode, 1);
  assert.ok(refused.errors.includes(file) && refused.errors.includes(`copy-of-${file}`));
});

const ofTheRest = pathTo("of-the-rest/release");

test("those that cannot be used are left out when asked to, each with its reason, and the release says which", async () => {
  const folder = pathTo("spoilt-in-every-way");
  cpSync(sound, folder, { recursive: true });
  const spoiltOnes = [...faults, { name: "twice", says: /twice/, spoil: twice }].map(
    ({ says, spoil }, at) => {
      const file = names[at] ?? assert.fail("too few deliveries");
      spoil(folder, file);
      return { file, says };
    },
  );
  const last = names[spoiltOnes.length - 1] ?? "";
  const words = ["compile", folder, "--out", ofTheRest, "--skip-invalid", "--interim"];
  const { exitCode, errors } = await skillnad(...words);
  assert.equal(exitCode, 0, errors);
  for (const { file, says } of spoiltOnes) {
    const lines = errors.split("\n").filter((line) => line.includes(file));
    assert.match(lines.join("\n"), says, file);
  }
  const nation = await published(ofTheRest);
  assert.equal(nation.municipalities, names.length - spoiltOnes.length);
  assert.deepEqual(
    nation.missing.map((each) => each.file).toSorted(),
    [...spoiltOnes.map(({ file }) => file), `copy-of-${last}`].toSorted(),
  );
});

test("a folder without a delivery, or no folder, makes no release", async () => {
  const nothing = await skillnad(
    "compile",
    pathTo("nowhere"),
    "--out",
    pathTo("of-nothing/release"),
  );
  assert.equal(nothing.exitCode, 1);
  assert.match(nothing.errors, /nowhere/);
  assert.ok(!existsSync(pathTo("of-nothing/release")));
});

test("a release is never overwritten, and data is never written over other data", async () => {
  const kept = readFileSync(join(ofTheRest, "public/tables.json"), "utf8");
  const again = await skillnad("compile", sound, "--out", ofTheRest);
  assert.equal(again.exitCode, 1);
  assert.equal(readFileSync(join(ofTheRest, "public/tables.json"), "utf8"), kept);
  const over = await skillnad("demo-data", "--out", sound);
  assert.equal(over.exitCode, 1);
  assert.deepEqual(readdirSync(sound).sort(), names);
});
