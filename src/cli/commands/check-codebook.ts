import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Codebook, libraryCodebooks, lintCodebook, parseCodebookText } from "#codebook";
import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import { fail } from "../fail.ts";

const options = { previous: { type: "string" } } as const;

/** Says all that is wrong with a codebook file, each with its place, before anybody registers by it. */
export async function checkCodebook(words: readonly string[]): Promise<void> {
  const { file, previous } = readWords(words);
  if (file === undefined) return fail(["Which file? Try: skillnad check-codebook --help"]);
  const codebook = await readCodebook(file);
  if (codebook.kind === "refused") return fail(named(file, codebook.problems));
  const before = previous === undefined ? done(undefined) : await readCodebook(previous);
  if (before.kind === "refused") return fail(named(previous ?? "", before.problems));

  const common = libraryCodebooks().find(({ id }) => id === codebook.value.overlays?.codebook);
  const problems = lintCodebook(codebook.value, {
    ...(common ? { common } : {}),
    ...(before.value ? { previous: before.value } : {}),
  });
  if (problems.length > 0) return fail(named(file, problems));
  const { id, version, variables, groups } = codebook.value;
  const content = `${variables.length} variables, ${groups.length} repeat groups`;
  process.stdout.write(`${id} ${version} can be used: ${content}.\n`);
}

function readWords(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    return { file: positionals[0], previous: values.previous };
  } catch {
    return { file: undefined, previous: undefined };
  }
}

async function readCodebook(file: string): Promise<Outcome<Codebook>> {
  try {
    return parseCodebookText(await readFile(file, "utf8"));
  } catch (error) {
    return refused(problem("file-unreadable", file, { reason: (error as Error).message }));
  }
}

/** The file's name before each place in it. */
function named(file: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((found) =>
    found.code === "file-unreadable" ? found : { ...found, at: `${file} ${found.at ?? ""}`.trim() },
  );
}
