import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

export type SourceFile = { readonly path: string; readonly text: string };
export type SourceTree = { readonly root: string; readonly files: readonly SourceFile[] };

/** A broken rule, with its place as `path` or `path:line`. */
export type Finding = { readonly at: string; readonly fault: string };
export type Rule = (tree: SourceTree) => readonly Finding[];

const binary = new Set([".png", ".jpg", ".ico", ".woff2", ".parquet", ".pdf", ".br", ".wasm"]);

/**
 * Every text file of the project, by what `.gitignore` leaves: works without git, which a machine
 * that only runs the tests need not have.
 */
export function readTree(root: string): SourceTree {
  const isIgnored = readIgnored(root);
  const files: SourceFile[] = [];
  function visit(folder: string): void {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (isIgnored(entry.name)) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() && !binary.has(extname(path))) {
        files.push({ path, text: readFileSync(join(root, path), "utf8") });
      }
    }
  }
  visit("");
  return { root, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Understands the two forms that ours holds: `name/` and `*.ending`. */
function readIgnored(root: string): (name: string) => boolean {
  const lines = readFileSync(join(root, ".gitignore"), "utf8").split("\n").filter(Boolean);
  const strange = lines.find((line) => !/^(?:[\w.-]+\/|\*\.\w+)$/.test(line));
  if (strange !== undefined) throw new Error(`.gitignore holds a form unknown here: ${strange}`);
  const names = new Set(lines.map((line) => line.replace(/\/$/, "")));
  return (name) => name === ".git" || names.has(name) || names.has(`*${extname(name)}`);
}

export function isCode(file: SourceFile): boolean {
  return /\.(?:ts|tsx|mjs|js|css|sql)$/.test(file.path) && !isExempt(file);
}

export function isScript(file: SourceFile): boolean {
  return /\.(?:ts|tsx|mjs|js)$/.test(file.path);
}

/** Tests, and what tests are written with. */
export function isTest(file: SourceFile): boolean {
  return /\.test\.tsx?$|\/testing\//.test(file.path);
}

/** Written by a program or reviewed as output. */
function isExempt(file: SourceFile): boolean {
  return /\.generated\.|\.golden\.|\.snapshot$|(?:^|\/)golden\//.test(file.path);
}

export function inRoom(file: SourceFile): string | undefined {
  return /^src\/([^/]+)\//.exec(file.path)?.[1];
}

/** Findings for each line that matches, with its number. */
export function findLines(
  file: SourceFile,
  fault: (line: string) => string | undefined,
): readonly Finding[] {
  return file.text.split("\n").flatMap((line, index) => {
    const found = fault(line);
    return found === undefined ? [] : [{ at: `${file.path}:${index + 1}`, fault: found }];
  });
}
