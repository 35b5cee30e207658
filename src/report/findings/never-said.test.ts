/** What no finding may say, in any file of words and in any golden one. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const room = join(import.meta.dirname, "..");
const files = globSync(["words/**/*.ts", "golden/*"], { cwd: room }).filter(
  (path) => !path.endsWith(".test.ts"),
);
const goldens = globSync("golden/findings-*.md", { cwd: room });

/** In pieces, so that this file does not say them either. */
const never = [
  ["a cause that was not measured", "effe" + "kt"],
  ["proof", "bevi" + "s"],
  ["a test as if it were importance", "signi" + "fika"],
  ["a cause in English", "\\beffe" + "ct"],
  ["proof in English", "\\bpro(?:of|ve)"],
  ["a test as if it were importance, in English", "\\bsigni" + "fican"],
  ["a ranking", "\\b(?:bäst|sämst|rank|topp|botten|sämre än andra|(?:best|worst)(?![a-zåäö]))"],
  ["a verdict", "\\b(?:lyckad|misslyckad|framgång|bra resultat|dåligt? resultat)"],
  ["a word that hurts", "våldsoff" + "er"],
] as const;

test("there are words and goldens to read", () => {
  assert.ok(files.length > 60, String(files.length));
  assert.ok(goldens.length >= 50, String(goldens.length));
});

for (const [what, pattern] of never) {
  test(`no text holds ${what}`, () => {
    const found = files.filter((path) =>
      new RegExp(pattern, "i").test(withoutComments(readFileSync(join(room, path), "utf8"))),
    );
    assert.deepEqual(found, []);
  });
}

/** Names of ours, such as a variable for the most telling share, are no text. */
function withoutComments(text: string): string {
  return (
    text
      .replaceAll(/\/\*[\s\S]*?\*\//g, "")
      .replaceAll(/^import .*$/gm, "")
      // How a line in a picture is scaled: a name of SVG's own.
      .replaceAll(/vector-\w+=/g, "")
      .replaceAll(/\b(?:atBest|best)\b(?=[\s(:,)])/g, "")
  );
}

function sectionsOf(path: string): readonly string[] {
  const text = readFileSync(join(room, path), "utf8");
  return text.split(/^---$/m);
}

const shareIn = {
  0: {
    share: /\d+ procent(?!enhet)/g,
    based: /^(?: av registreringarna[^(.]*)? \([\d\u00a0]+ av [\d\u00a0]+/,
  },
  1: { share: /\d+ per cent(?!age)/g, based: /^(?: of the [a-z ]*entries)? \([\d,]+ of [\d,]+/ },
} as const;

for (const language of [0, 1] as const) {
  test(`every share that stands out has its count and its base (${language === 0 ? "sv" : "en"})`, () => {
    let shares = 0;
    for (const path of goldens) {
      const [standsOut = ""] = (sectionsOf(path)[language] ?? "").split(/^## (?:Hur|How)/m);
      for (const match of standsOut.matchAll(shareIn[language].share)) {
        shares += 1;
        const rest = standsOut.slice((match.index ?? 0) + match[0].length);
        assert.match(rest, shareIn[language].based, `${path}: ${match[0]}`);
      }
    }
    assert.ok(shares > 50);
  });

  test(`at most three sentences stand out, and one or two questions are asked (${language})`, () => {
    for (const path of goldens) {
      const parts = (sectionsOf(path)[language] ?? "").split(/^## .*$/m);
      const [, standsOut = "", , , questions = ""] = parts;
      const count = (part: string) =>
        part.split("\n").filter((line) => line.startsWith("- ")).length;
      assert.ok(count(standsOut) >= 1 && count(standsOut) <= 3, path);
      assert.ok(count(questions) >= 1 && count(questions) <= 2, path);
      assert.ok(
        questions.split("\n").every((line) => !line.startsWith("- ") || line.endsWith("?")),
        path,
      );
    }
  });
}

test("a change never stands without the goal and the client's own view", () => {
  const changes = goldens.filter((path) => path.includes("change-"));
  assert.ok(changes.length >= 8);
  for (const path of changes) {
    const [, standsOut = ""] = (sectionsOf(path)[0] ?? "").split(/^## .*$/m);
    assert.match(standsOut, /Mål(?:et|uppfyllelse)/, path);
    assert.match(standsOut, /Klient/, path);
  }
});
