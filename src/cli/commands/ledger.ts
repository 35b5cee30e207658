import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readLedgerFile } from "#compilation";
import type { Ledger, LedgerRelease } from "#disclosure";
import { problem } from "#kernel";
import { counted } from "../counted.ts";
import { fail } from "../fail.ts";

const options = {
  file: { type: "string", default: "ledger.jsonl" },
  check: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

/** Lists what has been published, round by round; with --check only whether the ledger is whole. */
export async function ledger(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  // To a compiler no file is an empty ledger; whoever asks for one has named the wrong file.
  const { file, isJson, isCheck } = wish;
  if (!(await isThere(file))) {
    return fail([problem("file-unreadable", file, { reason: "there is no such file" })]);
  }
  const read = await readLedgerFile(file);
  if (read.kind === "refused") return fail(read.problems);
  const { releases, head } = read.value;
  const told = {
    file,
    isWhole: true,
    head,
    releases: isCheck ? releases.length : releases.map(describe),
  };
  const lines = isCheck ? [wholeLine(read.value)] : ledgerLines(read.value);
  process.stdout.write(`${isJson ? JSON.stringify(told, null, 2) : lines.join("\n")}\n`);
}

function describe({ cells, follows, ...heading }: LedgerRelease) {
  const told = cells.filter(({ count }) => count !== null).length;
  return { ...heading, follows, told, hidden: cells.length - told };
}

function ledgerLines(whole: Ledger): readonly string[] {
  const rounds = new Map<string, LedgerRelease[]>();
  for (const release of whole.releases) {
    const { of, origin, round } = release;
    const invented = origin === "demo" ? ", invented" : "";
    const title = `${round.id} (${round.from} to ${round.through}), ${of}${invented}`;
    rounds.set(title, [...(rounds.get(title) ?? []), release]);
  }
  const listed = [...rounds].flatMap(([title, releases]) => [title, ...releases.map(line), ""]);
  return [...listed, wholeLine(whole)];
}

function line(each: LedgerRelease): string {
  const { at, publication, level, told, hidden, release } = describe(each);
  const lowest = level === "nation" ? "nation only" : `down to ${level}`;
  return `  ${at}  ${publication.padEnd(7)}  ${lowest.padEnd(20)}  ${told} told, ${hidden} hidden  ${release.slice(0, 12)}`;
}

function wholeLine({ releases, lines, head }: Ledger): string {
  return `The ledger is whole: ${counted(releases.length, "release")} in ${counted(lines.length + 1, "line")}, head ${head.slice(0, 12)}.`;
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad ledger --help";
  try {
    const { values } = parseArgs({ args: [...words], options });
    return { file: values.file, isJson: values.json, isCheck: values.check };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
