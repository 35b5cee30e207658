import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#kernel";
import { statusInWords } from "./status-words.ts";

const approval = { approvedBy: "Anna Ek", approvedAt: instant("2026-05-03T22:30:00Z") } as const;
const none = { approvedBy: null, approvedAt: null } as const;

test("who answers for a language is told by name and Swedish day", () => {
  assert.equal(
    statusInWords({ status: "approved", isUsable: true, ...approval }),
    "Godkänt av Anna Ek den 4 maj 2026",
  );
});

test("a draft is told as one, and where clients meet it all the same", () => {
  assert.equal(
    statusInWords({ status: "draft", isUsable: true, ...none }),
    "Utkast: visas för klienter bara i demon",
  );
  assert.equal(
    statusInWords({ status: "draft", isUsable: false, ...none }),
    "Utkast: visas inte för klienter",
  );
});

test("a text changed after the approval is told, with whose approval it was", () => {
  assert.equal(
    statusInWords({ status: "changed-since", isUsable: false, ...approval }),
    "Ändrat sedan det godkändes av Anna Ek den 4 maj 2026: visas inte för klienter",
  );
});

test("Swedish needs nobody's approval", () => {
  assert.match(statusInWords({ status: "source", isUsable: true, ...none }), /^Källspråk/);
});
