import { type AsvsSection, asvsSections } from "./asvs.ts";
import { type Promised, promises } from "./promises.ts";
import type { FileResult, Occasion, TestRun, TortureRun } from "./proof-files.ts";

const nothing: FileResult = { passed: 0, failed: 0, skipped: 0 };

/** The whole page; the same results give the same page. */
export function renderProof(tests: TestRun | undefined, torture: TortureRun | undefined): string {
  return [
    "# How it is tested",
    "<!-- Written by `npm test -- --write-proof` and `npm run torture`; the words are in scripts/proof/. -->",
    "Ten promises, the tests that hold each, how they last went, and what they do not hold. A test that a promise names must exist, or the suite fails. What nobody has tried stands under «not held».",
    tests
      ? `Last run of the whole suite: ${on(tests)}. ${inWords(sumOf(Object.values(tests.files)))}.`
      : "The suite has not been run for this page yet: `npm test -- --write-proof`.",
    [
      "| promise | checks | passed | failed | not run | held |",
      "|---|--:|--:|--:|--:|---|",
      ...promises.map((promised) => promiseRow(promised, tests)),
    ].join("\n"),
    "A check counts for every promise that names its file. «Not run»: the machine could not, and the run said why.",
    ...promises.map(promiseSection),
    "## Killed, and kept busy",
    tortureWords(torture),
    "## ASVS 5.0, the six chapters of level 3",
    "By section. «Held» is the project's own word, after looking at each requirement that concerns a program like this; nobody outside has. The chapters that level 2 asks for besides these have not been gone through.",
    [
      "| section | | state | evidence | not held |",
      "|---|---|---|---|---|",
      ...asvsSections.map(asvsRow),
    ].join("\n"),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

function on({ day, commit, isClean, node, cores }: Occasion): string {
  const changed = isClean ? "" : " with changes that were not committed";
  return `${day}, commit \`${commit}\`${changed}, Node ${node}, ${cores} cores`;
}

function inWords({ passed, failed, skipped }: FileResult): string {
  return `${passed} checks passed, ${failed} failed, ${skipped} were not run`;
}

function sumOf(results: readonly FileResult[]): FileResult {
  return results.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    nothing,
  );
}

/** A file of its own, or everything in a folder. */
function isNamed(path: string, { tests }: Promised): boolean {
  return tests.some((named) => (named.endsWith("/") ? path.startsWith(named) : path === named));
}

function promiseRow(promised: Promised, tests: TestRun | undefined): string {
  const { id, says, missing } = promised;
  const held = missing.length === 0 ? "yes" : "in part";
  if (tests === undefined) return `| **${id}** ${says} | – | – | – | – | ${held} |`;
  const results = Object.entries(tests.files).flatMap(([path, result]) =>
    isNamed(path, promised) ? [result] : [],
  );
  const { passed, failed, skipped } = sumOf(results);
  const checks = passed + failed + skipped;
  const verdict = failed > 0 || passed === 0 ? "**no**" : held;
  return `| **${id}** ${says} | ${checks} | ${passed} | ${failed} | ${skipped} | ${verdict} |`;
}

function promiseSection({ id, says, how, tests, missing }: Promised): string {
  return [
    `## ${id}. ${says}`,
    how,
    tests.map((path) => `[${path}](../${path})`).join(" · "),
    missing.length === 0
      ? "Not held: nothing that we know of."
      : `Not held:\n${missing.map((each) => `- ${each}`).join("\n")}`,
  ].join("\n\n");
}

function tortureWords(torture: TortureRun | undefined): string {
  if (torture === undefined) {
    return "`npm run torture -- --kills 1000 --minutes 30` has not been run for this page yet.";
  }
  const { kills, acknowledged, cases, logEntries, troubles, load } = torture;
  const total = Object.values(kills).reduce((sum, count) => sum + count, 0);
  const [before, after] = load?.heap ?? [];
  const [residentBefore, residentAfter] = load?.resident ?? [];
  return [
    `\`npm run torture\`, ${on(torture)}, every write synced to the disk.`,
    [
      "| | |",
      "|---|--:|",
      `| kills with −9 under write load | ${total} |`,
      ...Object.entries(kills).map(
        ([kind, count]) => `| … of ${kindWords[kind] ?? kind} | ${count} |`,
      ),
      `| writes that were acknowledged | ${acknowledged} |`,
      "| … of them lost, doubled or half done | 0 |",
      `| cases · lines of the log, its chain whole | ${cases} · ${logEntries} |`,
      ...Object.entries(troubles).map(
        ([kind, count]) => `| answers «${kind}», and the write sent again | ${count} |`,
      ),
      ...(load
        ? [
            `| minutes of load · requests | ${load.minutes} · ${load.requests} |`,
            `| heap when warm → at the end | ${before} → ${after} MB |`,
            `| resident memory when warm → at the end | ${residentBefore} → ${residentAfter} MB |`,
            `| left behind by each request | ${load.bytesLeftPerRequest} bytes |`,
          ]
        : []),
    ].join("\n"),
  ].join("\n\n");
}

const kindWords: { readonly [kind: string]: string } = {
  program: "the program",
  database: "the database server",
  everything: "everything at once",
  helper: "one of the database's processes",
};

function asvsRow({ section, name, state, evidence, missing }: AsvsSection): string {
  const links = evidence.map((path) => `[${path.split("/").findLast(Boolean)}](../${path})`);
  return `| ${section} | ${name} | ${state} | ${links.join(" · ")} | ${missing} |`;
}
