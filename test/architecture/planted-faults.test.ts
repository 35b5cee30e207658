import assert from "node:assert/strict";
import { after, test } from "node:test";
import { everyTestRuns, nobodyForgesTables, nobodyReachesOut } from "./code-rules.ts";
import {
  lockfileNamesNoRegistry,
  noMachinePaths,
  noPersonnummer,
  nothingLeftOver,
  onlyKnownHosts,
  swedishSaysChange,
} from "./content-rules.ts";
import { countsStayBehind } from "./counts-rule.ts";
import { noFigureIsKnown } from "./figures-rule.ts";
import { filesMostlyShort, filesWellNamed, noFileTooLong, roomsComplete } from "./file-rules.ts";
import { identifiersFollowGlossary } from "./glossary-rule.ts";
import { checkImports } from "./import-rules.ts";
import { houseWith, readme, tearDownHouses } from "./planted-house.ts";
import { decisionsComplete, linksLeadSomewhere, readmesTellTheRoom } from "./readme-rules.ts";
import { type Finding, type Rule, readTree } from "./source-tree.ts";

after(tearDownHouses);

const rules: readonly Rule[] = [
  countsStayBehind,
  decisionsComplete,
  everyTestRuns,
  filesMostlyShort,
  filesWellNamed,
  identifiersFollowGlossary,
  linksLeadSomewhere,
  lockfileNamesNoRegistry,
  noFileTooLong,
  noMachinePaths,
  noPersonnummer,
  noFigureIsKnown,
  nobodyForgesTables,
  nobodyReachesOut,
  nothingLeftOver,
  onlyKnownHosts,
  readmesTellTheRoom,
  roomsComplete,
  swedishSaysChange,
];

async function inspect(folder: string): Promise<readonly Finding[]> {
  const tree = readTree(folder);
  const { findings } = await checkImports(folder, ["src"]);
  return [...findings, ...rules.flatMap((rule) => rule(tree))];
}

test("a sound house gives no finding", async () => {
  assert.deepEqual(await inspect(houseWith({})), []);
});

/** Ten digits with Luhn's check digit, put together here so that no file holds one. */
function madeUpPersonnummer(): string {
  const nine = ["64", "08", "23", "323"].join("");
  const sum = [...nine].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${nine.slice(0, 6)}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
}

const long = (lines: number) => "export {};\n".repeat(lines);

type Planted = {
  readonly name: string;
  readonly files: { readonly [path: string]: string | null };
  readonly at: string;
  readonly fault: RegExp;
};

const faults: readonly Planted[] = [
  {
    name: "a backwards import",
    files: { "src/kernel/oops.ts": `export { store } from "#store";\n` },
    at: "src/kernel/oops.ts:1",
    fault: /kernel-may-import.*src\/store\/index\.ts/,
  },
  {
    name: "a backwards import of a type",
    files: {
      "src/access/oops.ts": `import type { store } from "#store";\nexport type Oops = typeof store;\n`,
    },
    at: "src/access/oops.ts:1",
    fault: /access-may-import/,
  },
  {
    name: "a deep import past a door",
    files: { "src/survey/oops.ts": `export { kernel } from "../kernel/compose.ts";\n` },
    at: "src/survey/oops.ts:1",
    fault: /through-the-door.*src\/kernel\/compose\.ts/,
  },
  {
    name: "a value where only types may be imported",
    files: { "src/web/oops.ts": `export { access } from "#access";\n` },
    at: "src/web/oops.ts:1",
    fault: /web-may-import-only-types/,
  },
  {
    name: "a route that opens the store",
    files: { "src/server/routes/oops.ts": `export { store } from "#store";\n` },
    at: "src/server/routes/oops.ts:1",
    fault: /only-compose-opens-the-store/,
  },
  {
    name: "SQL outside the store",
    files: { "src/registration/oops.ts": `import pg from "pg";\nexport const oops = pg;\n` },
    at: "src/registration/oops.ts:1",
    fault: /sql-in-store/,
  },
  {
    name: "the component library outside web/ui",
    files: { "src/web/Oops.tsx": `export { Button } from "@midas-ds/components";\n` },
    at: "src/web/Oops.tsx:1",
    fault: /components-in-web-ui/,
  },
  {
    name: "files read in a pure room",
    files: { "src/tabulation/oops.ts": `export { readFileSync } from "node:fs";\n` },
    at: "src/tabulation/oops.ts:1",
    fault: /files: imports fs/,
  },
  {
    name: "Node in a room that also runs in the browser",
    files: { "src/codebook/oops.ts": `export { createHash } from "node:crypto";\n` },
    at: "src/codebook/oops.ts:1",
    fault: /runs-in-the-browser/,
  },
  {
    name: "a published figure in the program",
    files: { "src/report/oops.ts": `export const women = 0.94;\n` },
    at: "src/report/oops.ts:1",
    fault: /is a published figure/,
  },
  {
    name: "an import that leads nowhere",
    files: { "src/access/oops.ts": `export { gone } from "./gone.ts";\n` },
    at: "src/access/oops.ts:1",
    fault: /resolvable/,
  },
  {
    name: "two files that import each other",
    files: {
      "src/access/one.ts": `import { two } from "./two.ts";\nexport const one = () => two;\n`,
      "src/access/two.ts": `import { one } from "./one.ts";\nexport const two = () => one;\n`,
    },
    at: "src/access/one.ts:1",
    fault: /no-circle/,
  },
  {
    name: "a file of 401 lines",
    files: { "src/report/long.ts": long(401) },
    at: "src/report/long.ts",
    fault: /has 401 lines/,
  },
  {
    name: "files that are long on the whole",
    files: Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`src/report/part-${index}.ts`, long(91)]),
    ),
    at: "src",
    fault: /median is 91 lines/,
  },
  {
    name: "too many very long files",
    files: Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`src/report/part-${index}.ts`, long(251)]),
    ),
    at: "src",
    fault: /90th percentile is 251 lines/,
  },
  {
    name: "a room without README",
    files: { "src/screening/README.md": null },
    at: "src/screening",
    fault: /no README/,
  },
  {
    name: "a room without door",
    files: {
      "src/screening/index.ts": null,
      "src/store/compose.ts": "export const store = 1;\n",
      "src/server/compose.ts": "export const server = 1;\n",
      "src/scenario/compose.ts": "export const scenario = 1;\n",
      "src/cli/compose.ts": "export const cli = 1;\n",
    },
    at: "src/screening",
    fault: /no door/,
  },
  {
    name: "a folder that is no room",
    files: { "src/attic/attic.ts": "export {};\n" },
    at: "src/attic",
    fault: /is no room/,
  },
  {
    name: "a README that allows itself an import",
    files: { "src/access/README.md": readme("access", "kernel, store") },
    at: "src/access/README.md:5",
    fault: /says store/,
  },
  {
    name: "a README that hides an import",
    files: { "src/access/README.md": readme("access", "") },
    at: "src/access/README.md:5",
    fault: /lacks kernel/,
  },
  {
    name: "a README without a part",
    files: { "src/access/README.md": "# access\nDecides.\n\n**May import**: kernel.\n" },
    at: "src/access/README.md:1",
    fault: /no part «\*\*Does not/,
  },
  {
    name: "a README that became a handbook",
    files: { "src/access/README.md": readme("access", "kernel") + "More.\n".repeat(40) },
    at: "src/access/README.md:1",
    fault: /at most 40/,
  },
  {
    name: "a file of utilities",
    files: { "src/access/date-utils.ts": "export {};\n" },
    at: "src/access/date-utils.ts",
    fault: /«utils» names nothing/,
  },
  {
    name: "a file named like a class",
    files: { "src/access/Policy.ts": "export {};\n" },
    at: "src/access/Policy.ts",
    fault: /kebab-case/,
  },
  {
    name: "JSX outside the web",
    files: { "src/report/Page.tsx": "export {};\n" },
    at: "src/report/Page.tsx",
    fault: /JSX lives in src\/web/,
  },
  {
    name: "the clock read in passing",
    files: { "src/survey/oops.ts": "export const now = () =>\n  new Date().getFullYear();\n" },
    at: "src/survey/oops.ts:2",
    fault: /new Date\(\): the clock/,
  },
  {
    name: "chance in passing",
    files: { "src/survey/oops.ts": "export const id = () => globalThis.crypto.randomUUID();\n" },
    at: "src/survey/oops.ts:1",
    fault: /chance/,
  },
  {
    name: "the environment read in the store",
    files: { "src/store/oops.ts": "export const url = process.env.DATABASE_URL;\n" },
    at: "src/store/oops.ts:1",
    fault: /the environment/,
  },
  {
    name: "a table made by a cast",
    files: {
      "src/report/oops.ts": "export const safe = (raw: unknown) => raw as readonly SafeTable[];\n",
    },
    at: "src/report/oops.ts:1",
    fault: /a cast to SafeTable/,
  },
  {
    name: "a raw table opened where it would be shown",
    files: { "src/server/oops.ts": "export const oops = (raw: Oops) => raw.counts();\n" },
    at: "src/server/oops.ts:1",
    fault: /opens a raw table/,
  },
  {
    name: "a counted set that goes further than compilation",
    files: {
      "src/cli/oops.ts": `import type { CountedSet as Oops } from "#disclosure";\nexport type O = Oops;\n`,
    },
    at: "src/cli/oops.ts:1",
    fault: /imports CountedSet/,
  },
  {
    name: "a table that is taken for protected on a file's word",
    files: { "src/server/oops.ts": `export { readSafeTable } from "#disclosure";\n` },
    at: "src/server/oops.ts:1",
    fault: /imports readSafeTable/,
  },
  {
    name: "all of disclosure under another name",
    files: {
      "src/report/oops.ts": `import * as oops from "#disclosure";\nexport const all = oops;\n`,
    },
    at: "src/report/oops.ts:1",
    fault: /imports all of disclosure/,
  },
  {
    name: "a skipped test",
    files: {
      "src/access/oops.test.ts": `import { test } from "node:test";\n\ntest.${"skip"}("later", () => {});\n`,
    },
    at: "src/access/oops.test.ts:3",
    fault: /test\.skip/,
  },
  {
    name: "a test with an option that skips it",
    files: {
      "src/access/oops.test.ts": `import { test } from "node:test";\ntest("later", { skip: true }, () => {});\n`,
    },
    at: "src/access/oops.test.ts:2",
    fault: /the option skip/,
  },
  {
    name: "a second word for the same thing",
    files: { "src/access/oops.ts": "export type Oops = { readonly socialWorkers: number };\n" },
    at: "src/access/oops.ts:1",
    fault: /caseWorker, not social worker/,
  },
  {
    name: "a second word in SQL",
    files: { "src/store/migrations/0001.sql": "create table x (\n  social_worker_id text\n);\n" },
    at: "src/store/migrations/0001.sql:2",
    fault: /caseWorker/,
  },
  {
    name: "a personnummer",
    files: { "src/scenario/people.ts": `\nexport const who = "${madeUpPersonnummer()}";\n` },
    at: "src/scenario/people.ts:2",
    fault: /personnummer/,
  },
  {
    name: "a personnummer in a document",
    files: { "docs/example.md": `Anna ${madeUpPersonnummer().replace("-", "")}\n` },
    at: "docs/example.md:1",
    fault: /personnummer/,
  },
  {
    name: "a folder of somebody's machine",
    files: { "docs/example.md": `Look in ${["", "home", "anna"].join("/")}.\n` },
    at: "docs/example.md:1",
    fault: /folder of some machine/,
  },
  {
    name: "an unknown host",
    files: { "docs/example.md": `From ${"https:"}//packages.elsewhere.se/x\n` },
    at: "docs/example.md:1",
    fault: /packages\.elsewhere\.se/,
  },
  {
    name: "a lockfile with addresses",
    files: { "package-lock.json": `{\n  "resolved": "${"https:"}//packages.elsewhere.se/x"\n}\n` },
    at: "package-lock.json:2",
    fault: /records an address/,
  },
  {
    name: "a lost setting of npm",
    files: { ".npmrc": "audit=false\n" },
    at: ".npmrc",
    fault: /lacks omit-lockfile/,
  },
  {
    name: "something left over",
    files: { "src/access/oops.ts": `// ${"TO"}${"DO"}: finish\nexport {};\n` },
    at: "src/access/oops.ts:1",
    fault: /left over/,
  },
  {
    name: "a promise of effect",
    files: { "src/report/oops.ts": `export const title = "Insatsens effekt";\n` },
    at: "src/report/oops.ts:1",
    fault: /förändring/,
  },
  {
    name: "a link to nowhere",
    files: { "docs/example.md": "See [the method](methods/gone.md#there).\n" },
    at: "docs/example.md:1",
    fault: /methods\/gone\.md/,
  },
  {
    name: "a decision without its price",
    files: { "docs/decisions/0099-we-do-it.md": "# 99. We do it\n\n## Context\nNone.\n" },
    at: "docs/decisions/0099-we-do-it.md",
    fault: /no part «Consequences»/,
  },
];

for (const { name, files, at, fault } of faults) {
  test(`${name} is found, with its place`, async () => {
    const findings = await inspect(houseWith(files));
    const hit = findings.find((finding) => finding.at === at && fault.test(finding.fault));
    assert.ok(hit, `nothing at ${at} in\n${JSON.stringify(findings, null, 2)}`);
  });
}
