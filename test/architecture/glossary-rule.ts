import ts from "typescript";
import { findNodes } from "./code-rules.ts";
import { findLines, isScript, type Rule, type SourceTree } from "./source-tree.ts";

type Term = { readonly identifier: string; readonly avoided: readonly (readonly string[])[] };

/**
 * The table of docs/glossary.md: | Swedish | English | `identifier` | `not`, `these` |. The last
 * column holds synonyms that would make two words of one thing.
 */
export function readGlossary({ files }: SourceTree): readonly Term[] {
  const glossary = files.find(({ path }) => path === "docs/glossary.md")?.text ?? "";
  return glossary.split("\n").flatMap((line) => {
    const [, , , identifier = "", avoided = ""] = line.split("|").map((cell) => cell.trim());
    const name = /^`(\w+)`/.exec(identifier)?.[1];
    if (name === undefined) return [];
    const synonyms = [...avoided.matchAll(/`(\w+)`/g)].map(([, word = ""]) => wordsOf(word));
    return [{ identifier: name, avoided: synonyms }];
  });
}

/** Identifiers in TypeScript and names in SQL use the glossary's word, also as part of a longer name. */
export const identifiersFollowGlossary: Rule = (tree) => {
  const terms = readGlossary(tree);
  const seen = new Map<string, string | undefined>();
  function fault(name: string): string | undefined {
    if (!seen.has(name)) seen.set(name, synonymIn(name, terms));
    return seen.get(name);
  }
  return tree.files
    .filter(({ path }) => /^(?:src|test|bench)\//.test(path))
    .flatMap((file) => {
      if (isScript(file)) {
        return findNodes(file, (node) => (ts.isIdentifier(node) ? fault(node.text) : undefined));
      }
      if (!file.path.endsWith(".sql")) return [];
      return findLines(file, (line) =>
        (line.replace(/--.*/, "").match(/[A-Za-z_]\w*/g) ?? []).map(fault).find(Boolean),
      );
    });
};

function synonymIn(name: string, terms: readonly Term[]): string | undefined {
  const words = wordsOf(name);
  for (const { identifier, avoided } of terms) {
    const found = avoided.find((synonym) => holds(words, synonym));
    if (found) return `${name}: the glossary says ${identifier}, not ${found.join(" ")}`;
  }
  return undefined;
}

/** `closedCaseWorkers` → closed, case, worker: plural and singular are one word. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, "") : word));
}

function holds(words: readonly string[], part: readonly string[]): boolean {
  return words.some((_, start) => part.every((word, index) => words[start + index] === word));
}
