import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { actionInWords } from "./action-words.ts";

const server = join(import.meta.dirname, "../../../server");

/** Every name of the form «noun.verb» that the server writes to the log. */
function actionsOfServer(): readonly string[] {
  const files = readdirSync(server, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("testing"),
  );
  const text = files.map((file) => readFileSync(join(server, file), "utf8")).join("\n");
  const found = text.matchAll(
    /"((?:account|backup|case|cases|caseloads|disposal|figures|first-run|guidance|local-codebook|log|log-review|look-alikes?|notices|passkey|people|person|quality|recovery|registration-session|route|session|survey|unit)\.[a-z-]+)"/g,
  );
  return [...new Set([...found].map(([, action = ""]) => action))];
}

test("everything that the server logs is told in words", () => {
  const actions = actionsOfServer();
  assert.ok(actions.length > 30, `only ${actions.length} actions were found`);
  assert.deepEqual(
    actions.filter((action) => actionInWords(action) === action),
    [],
  );
});
