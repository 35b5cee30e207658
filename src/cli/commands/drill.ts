import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Instant,
  type Problem,
  problemSentence,
  swedishDay,
  swedishTime,
  systemClock,
  wholeNumber,
} from "#kernel";
import { readEnvironment } from "#server";
import { drillBackup, openBackupDiary, type RestoredBackup } from "#store";
import { longStep, readIdentities } from "../backup-files.ts";
import { fail } from "../fail.ts";
import { filesFolder } from "../open-store.ts";
import { readBackupWish } from "../read-backup-wish.ts";

/** Shows that a backup can be restored, without touching anything that is in use. */
export async function drill(words: readonly string[]): Promise<void> {
  const wish = readBackupWish("drill", words);
  if (typeof wish === "string") return fail([wish]);
  const identities = await readIdentities(wish.identities);
  if (identities.kind === "refused") return fail(identities.problems);
  const { end, ...step } = longStep();
  const { file, kind, isJson, keyFile } = wish;
  const opening = { file, kind, keyFile, identities: identities.value };
  const drilled = await drillBackup({ ...step, ...opening });
  end();
  const isDone = drilled.kind === "done";
  const passed = isDone && drilled.value.brokenChains.length === 0;
  const sha256 = isDone ? drilled.value.sha256 : null;
  await remember({ at: systemClock.now(), passed, file: resolve(file), sha256 });
  const verdict = isDone ? verdictOf(drilled.value) : refusalOf(drilled.problems);
  const details = isDone ? drilled.value : { problems: drilled.problems };
  const told = isJson ? JSON.stringify({ file, passed, verdict, ...details }) : verdict;
  process.stdout.write(`${told}\n`);
  if (!passed) process.exitCode = 1;
}

/** For the page where an administrator sees when somebody last drilled; on a machine apart there is none. */
async function remember(drilled: {
  readonly at: Instant;
  readonly passed: boolean;
  readonly file: string;
  readonly sha256: string | null;
}): Promise<void> {
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return;
  const files = filesFolder(environment.value);
  if (existsSync(files)) await openBackupDiary(files).note({ drilled });
}

function verdictOf(drilled: RestoredBackup): string {
  const { at, rows, files, municipalities, sha256, brokenChains, erasedCases } = drilled;
  const moment = `${swedishDay(at)} kl. ${swedishTime(at)}`;
  const size = `${wholeNumber(rows)} rader från ${wholeNumber(municipalities)} organisationer`;
  return [
    brokenChains.length === 0 ? "Godkänd återställningsövning." : "Underkänd återställningsövning.",
    `Kopian från ${moment} gick att återställa: ${size}, och ${wholeNumber(files)} filer.`,
    "Varje tabell är densamma som när kopian gjordes.",
    ...(erasedCases > 0 ? [`${leftOut(erasedCases)} Ingen kan läsa dem i kopian.`] : []),
    brokenChains.length === 0
      ? "Varje logg håller från första raden till den sista."
      : `Loggen håller inte i ${brokenChains.join(", ")}: något i den har ändrats. Anmäl det till den som granskar loggar.`,
    `Innehållets SHA-256: ${sha256}`,
    "Allt som övningen skapade är borttaget.",
  ].join("\n");
}

function leftOut(count: number): string {
  return count === 1
    ? "1 gallrat ärende lämnades ute."
    : `${wholeNumber(count)} gallrade ärenden lämnades ute.`;
}

function refusalOf(problems: readonly Problem[]): string {
  return ["Underkänd återställningsövning.", ...problems.map((each) => problemSentence(each))].join(
    "\n",
  );
}
