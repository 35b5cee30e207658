import { type Problem, problemSentence, swedishDay, swedishTime, wholeNumber } from "#kernel";
import { drillBackup, type RestoredBackup } from "#store";
import { longStep, readIdentity } from "../backup-files.ts";
import { fail } from "../fail.ts";
import { readBackupWish } from "../read-backup-wish.ts";

/** Shows that a backup can be restored, without touching anything that is in use. */
export async function drill(words: readonly string[]): Promise<void> {
  const wish = readBackupWish("drill", words);
  if (typeof wish === "string") return fail([wish]);
  const identity = await readIdentity(wish.identity);
  if (identity.kind === "refused") return fail(identity.problems);
  const { end, ...step } = longStep();
  const { file, kind, isJson } = wish;
  const drilled = await drillBackup({ ...step, file, kind, identities: [identity.value] });
  end();
  const isDone = drilled.kind === "done";
  const passed = isDone && drilled.value.brokenChains.length === 0;
  const verdict = isDone ? verdictOf(drilled.value) : refusalOf(drilled.problems);
  const details = isDone ? drilled.value : { problems: drilled.problems };
  const told = isJson ? JSON.stringify({ file, passed, verdict, ...details }) : verdict;
  process.stdout.write(`${told}\n`);
  if (!passed) process.exitCode = 1;
}

function verdictOf(drilled: RestoredBackup): string {
  const { at, rows, files, municipalities, sha256, brokenChains } = drilled;
  const moment = `${swedishDay(at)} kl. ${swedishTime(at)}`;
  const size = `${wholeNumber(rows)} rader från ${wholeNumber(municipalities)} organisationer`;
  return [
    brokenChains.length === 0 ? "Godkänd återställningsövning." : "Underkänd återställningsövning.",
    `Kopian från ${moment} gick att återställa: ${size}, och ${wholeNumber(files)} filer.`,
    "Varje tabell är densamma som när kopian gjordes.",
    brokenChains.length === 0
      ? "Varje logg håller från första raden till den sista."
      : `Loggen håller inte i ${brokenChains.join(", ")}: något i den har ändrats. Anmäl det till den som granskar loggar.`,
    `Innehållets SHA-256: ${sha256}`,
    "Allt som övningen skapade är borttaget.",
  ].join("\n");
}

function refusalOf(problems: readonly Problem[]): string {
  return ["Underkänd återställningsövning.", ...problems.map((each) => problemSentence(each))].join(
    "\n",
  );
}
