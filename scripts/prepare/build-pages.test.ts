import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fingerprint, whyBuild } from "./build-pages.mjs";

const root = mkdtempSync(join(tmpdir(), "skillnad-pages-"));
after(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, "src/web/routes"), { recursive: true });
mkdirSync(join(root, "src/store"), { recursive: true });
mkdirSync(join(root, "dist/web"), { recursive: true });

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

test("the pages are stale when what they are made of changes, by name or content", () => {
  write("src/web/index.ts", "one");
  const first = fingerprint(root);
  write("src/web/index.ts", "two");
  const second = fingerprint(root);
  write("src/web/routes/Start.tsx", "");
  const third = fingerprint(root);
  assert.equal(new Set([first, second, third]).size, 3);
  write("src/web/index.ts", "one");
  rmSync(join(root, "src/web/routes/Start.tsx"));
  assert.equal(fingerprint(root), first);
});

test("tests, READMEs and the server's rooms do not make them stale", () => {
  const before = fingerprint(root);
  write("src/web/index.test.ts", "assert");
  write("src/web/README.md", "# web");
  write("src/store/index.ts", "select");
  assert.equal(fingerprint(root), before);
});

test("they are built when there are none, and again when the stamp is another", () => {
  assert.match(whyBuild(root) ?? "", /not built yet/);
  write("dist/web/.built-from", "older");
  assert.match(whyBuild(root) ?? "", /changed/);
  write("dist/web/.built-from", fingerprint(root));
  assert.equal(whyBuild(root), undefined);
});
