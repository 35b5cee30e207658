import { parseArgs } from "node:util";
import { type AuditedFolder, auditFolder } from "#compilation";
import { problem } from "#kernel";
import { cancelledBySignal } from "../cancelled-by-signal.ts";
import { fail } from "../fail.ts";
import { attacksTried, stepProgress } from "../step-progress.ts";
import { wholeNumber } from "../whole-number.ts";

const options = {
  json: { type: "boolean", default: false },
  threads: { type: "string", default: "2" },
} as const;

/**
 * Attacks a release anew, from what it publishes and from its own list of what it hides. Ends with exit
 * code 1 when anything could be found, or when the release has no verdict of what it tells now.
 */
export async function audit(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const { release, threads } = wish;
  const auditing = stepProgress(attacksTried);
  const signal = cancelledBySignal();
  const audited = await auditFolder(release, { threads, signal, auditing: auditing.at });
  auditing.end();
  if (audited.kind === "refused") return fail(audited.problems);
  const { verdict, isStored } = audited.value;
  process.stdout.write(
    `${wish.isJson ? asJson(release, audited.value) : inWords(audited.value)}\n`,
  );
  if (!isStored) fail([problem("audit-missing", release)]);
  if (!verdict.passed) process.exitCode = 1;
}

function inWords({ verdict, findings }: AuditedFolder): string {
  const known = new Set(findings.map(({ cell }) => cell));
  return [
    `${verdict.passed ? "Passed" : "Failed"}: ${verdict.words.en}.`,
    ...[...known].map((cell) => `  ${cell}`),
  ].join("\n");
}

/** No count, and no limits of one: a cell that was found is named, and by which attack. */
function asJson(release: string, { verdict, inFull, findings, isStored }: AuditedFolder): string {
  const { passed, words, audited } = verdict;
  return JSON.stringify(
    { release, passed, words, audited, isStored, verdict: inFull, findings },
    null,
    2,
  );
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad audit --help";
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [release, ...others] = positionals;
    if (release === undefined || others.length > 0) return `Name one release. ${help}`;
    const threads = wholeNumber(values.threads, { least: 1, most: 64 });
    if (threads === undefined) return "--threads must be a whole number from 1 to 64.";
    return { release, threads, isJson: values.json };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
