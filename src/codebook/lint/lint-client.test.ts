import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook } from "../library.ts";
import { checkLocalDraft } from "../local/check-local-draft.ts";
import { writtenCodebook } from "../testing/written-codebook.ts";
import { lintCodebook } from "./lint-codebook.ts";

const common = writtenCodebook({
  id: "common",
  variables: [
    { id: "V01", concept: "sex" },
    { id: "V26", concept: "satisfied", phase: "client" },
    { id: "V27", concept: "follow", phase: "after", condition: { answer: "V26", in: [1] } },
  ],
});

function found(parts: Parameters<typeof writtenCodebook>[0]): readonly string[] {
  const overlays = { codebook: "common", namespace: "k9001." };
  const overlay = writtenCodebook({ id: "k9001-own", phases: [], overlays, ...parts });
  return lintCodebook(overlay, { common }).map(
    ({ at, details }) => `${String(details?.rule)} ${at}`,
  );
}

function own(id: string, more: object = {}) {
  const concept = id.replace(/\W/g, "");
  return { id: `k9001.${id}`, concept, exportLevel: "local", phase: "client", ...more };
}

const onHers = { answer: "V26", in: [1] };

test("nothing of an overlay is asked because of what the client said: not of her, not of the clerk", () => {
  const problems = found({
    variables: [
      own("alone", { condition: { answer: "V01", in: [1] } }),
      own("why", { condition: onHers }),
      own("mixed", { condition: { all: [{ answer: "V01", in: [1] }, { not: onHers }] } }),
      own("clerk", { phase: "after", condition: { any: [{ answer: "V01", in: [1] }, onHers] } }),
      own("through", { condition: { answer: "V27", in: [1] } }),
      own("deeper", { condition: { answer: "k9001.clerk", in: [97] } }),
    ],
    groups: [
      {
        id: "k9001.rows",
        condition: onHers,
        fields: [{ id: "plain", concept: "plain", exportLevel: "local" }],
      },
      {
        id: "k9001.others",
        fields: [{ id: "one", concept: "one", exportLevel: "local", condition: onHers }],
      },
    ],
  });
  assert.deepEqual(problems, [
    "rests-on-client /variables/1/condition (k9001.why)",
    "rests-on-client /variables/2/condition (k9001.mixed)",
    "rests-on-client /variables/3/condition (k9001.clerk)",
    "rests-on-client /variables/4/condition (k9001.through)",
    "rests-on-client /variables/5/condition (k9001.deeper)",
    "rests-on-client /groups/1/fields/0/condition (k9001.others.one)",
    "rests-on-client /groups/0/condition (k9001.rows)",
  ]);
});

test("a common question may rest on what she said: it is told in releases", () => {
  assert.deepEqual(lintCodebook(common), []);
});

test("what the client answers herself has no bands of age, in any codebook", () => {
  const born = { type: "integer", ageBandCuts: [25, 35], missing: [] };
  assert.deepEqual(found({ variables: [own("born", born)] }), [
    "no-client-bands /variables/0/ageBandCuts (k9001.born)",
  ]);
  const shared = writtenCodebook({
    variables: [{ id: "V30", concept: "born", phase: "client", ...born }],
  });
  assert.deepEqual(
    lintCodebook(shared).map(({ details }) => details?.rule),
    ["no-client-bands"],
  );
  assert.deepEqual(found({ variables: [own("age", { ...born, phase: "background" })] }), []);
});

test("a draft tells in Swedish what to do, and takes nothing beyond what a municipality writes", () => {
  const shipped = effectiveCodebook("su-kvinnofrid-2021");
  assert.ok(shipped);
  const ground = { common: shipped, measures: [], earlier: [] };
  const version = { municipality: "9001", number: 1, validFrom: "2026-01-01" };
  const words = (sv: string) => ({ sv, en: sv });
  const question = {
    ...own("why"),
    label: words("Varför"),
    type: "single",
    options: [{ code: 1, label: words("Ja") }],
    missing: [],
    privacy: "sensitive",
    required: false,
    collapse: [],
    provenance: { status: "published" },
  };
  const content = { measures: [], groups: [], indicators: [], checks: [] };
  const refused = checkLocalDraft(
    { ...content, variables: [{ ...question, condition: { answer: "V26", in: [1] } }] },
    version as Parameters<typeof checkLocalDraft>[1],
    ground,
  );
  assert.ok(refused.kind === "refused");
  assert.match(String(refused.problems[0]?.details?.advice), /vilar på klientens egna svar/);

  const note = words("Bröts");
  const broken = { concept: "why", codebook: "k9001-v0", variable: "k9001.why", codes: [] };
  const taken = checkLocalDraft(
    { ...content, variables: [question], earlier: [{ ...broken, meaning: "broken", note }] },
    version as Parameters<typeof checkLocalDraft>[1],
    ground,
  );
  assert.ok(taken.kind === "done");
  assert.equal(taken.value.earlier, undefined);
  assert.equal(taken.value.variables.length, 1);
});
