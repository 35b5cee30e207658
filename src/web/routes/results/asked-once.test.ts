import assert from "node:assert/strict";
import { test } from "node:test";
import type { ResultSection } from "#report";
import { askedOnce } from "./asked-once.ts";

function section(id: string, toTalkAbout: readonly string[] | null): ResultSection {
  const findings = toTalkAbout && { standsOut: [], howSure: [], missing: [], toTalkAbout };
  return { id, label: { sv: id, en: id }, findings, panels: [], note: null };
}

test("a question to talk about is asked in the first section that asks it, and only there", () => {
  const told = askedOnce([
    section("who", ["Stämmer bilden?"]),
    section("severity", null),
    section("support", ["Vad saknas?", "Stämmer bilden?"]),
  ]);
  assert.deepEqual(
    told.map(({ findings }) => findings?.toTalkAbout),
    [["Stämmer bilden?"], undefined, ["Vad saknas?"]],
  );
});
