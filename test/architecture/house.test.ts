import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
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
import { identifiersFollowGlossary, readGlossary } from "./glossary-rule.ts";
import { checkImports } from "./import-rules.ts";
import { decisionsComplete, linksLeadSomewhere, readmesTellTheRoom } from "./readme-rules.ts";
import { type Finding, isScript, type Rule, readTree } from "./source-tree.ts";

const root = join(import.meta.dirname, "../..");
const house = readTree(root);

const rules: readonly { readonly says: string; readonly rule: Rule }[] = [
  { says: "every room has its README, its door and its line in package.json", rule: roomsComplete },
  { says: "every README tells its room, with the imports of the matrix", rule: readmesTellTheRoom },
  { says: "no file is longer than 400 lines", rule: noFileTooLong },
  { says: "most files are short", rule: filesMostlyShort },
  { says: "files are named after what they hold", rule: filesWellNamed },
  { says: "clock, chance and environment are handed in", rule: nobodyReachesOut },
  { says: "no table is made by a cast", rule: nobodyForgesTables },
  { says: "counts that are not protected go no further", rule: countsStayBehind },
  { says: "no published figure stands in the program", rule: noFigureIsKnown },
  { says: "no test is skipped", rule: everyTestRuns },
  { says: "identifiers use the words of the glossary", rule: identifiersFollowGlossary },
  { says: "no file holds a personnummer", rule: noPersonnummer },
  { says: "no file names a folder of some machine", rule: noMachinePaths },
  { says: "no file points at an unknown host", rule: onlyKnownHosts },
  { says: "the lockfile names no registry", rule: lockfileNamesNoRegistry },
  { says: "nothing is left over", rule: nothingLeftOver },
  { says: "what users read speaks of change, never of effect", rule: swedishSaysChange },
  { says: "links in the documents lead somewhere", rule: linksLeadSomewhere },
  { says: "every decision is complete and fits on a page", rule: decisionsComplete },
];

for (const { says, rule } of rules) {
  test(says, () => assertNothingFound(rule(house)));
}

test("imports follow the data, through the doors", async () => {
  const { findings, modules } = await checkImports(root, ["src", "test", "bench", "scripts"]);
  assertNothingFound(findings);
  const scripts = house.files
    .filter((file) => isScript(file) && /^(?:src|test|bench|scripts)\//.test(file.path))
    .map(({ path }) => path);
  assert.ok(scripts.length > 200, `only ${scripts.length} source files were found`);
  const unread = scripts.filter((path) => !modules.includes(path));
  assert.deepEqual(unread, [], "dependency-cruiser has not read these");
});

test("the glossary holds the words of the field", () => {
  const terms = readGlossary(house);
  assert.ok(terms.length >= 30, `only ${terms.length} terms were read`);
  assert.ok(terms.some(({ identifier }) => identifier === "caseWorker"));
});

function assertNothingFound(findings: readonly Finding[]): void {
  const lines = findings.map(({ at, fault }) => `${at}  ${fault}`);
  assert.equal(lines.length, 0, `\n${lines.join("\n")}`);
}
