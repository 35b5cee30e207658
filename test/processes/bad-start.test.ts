import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { startProgram } from "./running-program.ts";

const folder = mkdtempSync(join(tmpdir(), "skillnad-bad-start-"));
after(() => rmSync(folder, { recursive: true }));

/** How the program ends, as one sentence and an exit code. */
async function endOf(
  words: readonly string[],
  environment: { readonly [name: string]: string } = {},
) {
  const program = startProgram(process.execPath, ["src/cli/index.ts", ...words], environment);
  const code = await program.ended;
  return { code, lines: program.said().trim().split("\n") };
}

const faults: readonly [string, { readonly [name: string]: string }, RegExp][] = [
  ["start", { PORT: "http" }, /^PORT=http cannot be used: It must be a whole number/],
  ["start", { DATABASE_URL: "mysql://x" }, /^DATABASE_URL=… cannot be used: It must be like/],
  [
    "start",
    { DATABASE_URL: "postgres://nobody:hemlig@127.0.0.1:9/none" },
    /^The database at 127\.0\.0\.1:9\S* does not answer: .* Check DATABASE_URL/,
  ],
  ["start", { SKILLNAD_ORIGIN: "http://x" }, /^SKILLNAD_ORIGIN=http:\/\/x cannot be used/],
  ["fly", {}, /^skillnad: no command «fly»/],
];

for (const [command, environment, sentence] of faults) {
  const named = Object.keys(environment).join(" ") || command;
  test(`a wrong ${named} is told in one sentence, and the program ends`, async () => {
    const { code, lines } = await endOf([command], environment);
    assert.equal(code, 1);
    assert.match(lines.at(-1) ?? "", sentence);
    assert.ok(!lines.join().includes("hemlig") && !lines.join().includes("    at "));
  });
}

test("a folder with somebody else's files is refused and left as it was", async () => {
  const taken = mkdtempSync(join(folder, "foreign-"));
  writeFileSync(join(taken, "brev.txt"), "Hej");
  const { code, lines } = await endOf(["start"], { SKILLNAD_DATA: taken });
  assert.equal(code, 1);
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? "", /^The data folder .* cannot be used/);
  assert.deepEqual(readdirSync(taken), ["brev.txt"]);
});

test("a broken codebook is told with its places, all at once", async () => {
  const file = join(folder, "trasig.json");
  const codebook = JSON.parse(readFileSync("src/codebook/library/su-kvinnofrid-2021.json", "utf8"));
  codebook.variables[0].label.en = "";
  codebook.variables[7].condition = { answer: "V77", in: [1] };
  writeFileSync(file, JSON.stringify(codebook));
  const { code, lines } = await endOf(["check-codebook", file]);
  assert.equal(code, 1);
  assert.equal(lines.length, 2);
  assert.ok(
    lines.some((line) => /trasig\.json \/variables\/0\S* \(V01\) has no text in/.test(line)),
  );
  assert.ok(lines.some((line) => /\/variables\/7\S* \(V08\) refers to «V77»/.test(line)));
  writeFileSync(file, "{\n  oj");
  const broken = await endOf(["check-codebook", file]);
  assert.match(broken.lines[0] ?? "", /trasig\.json.*not JSON/);
});
