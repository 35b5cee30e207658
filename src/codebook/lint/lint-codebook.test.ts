import assert from "node:assert/strict";
import { test } from "node:test";
import { problemSentence } from "#kernel";
import type { Codebook } from "../codebook.ts";
import { option, writtenCodebook } from "../testing/written-codebook.ts";
import { type LintAgainst, lintCodebook } from "./lint-codebook.ts";

/** `code at`, which is what an author needs. */
function found(codebook: Codebook, against?: LintAgainst): readonly string[] {
  return lintCodebook(codebook, against).map(({ code, at }) => `${code} ${at}`);
}

const message = { sv: "Stämmer det?", en: "Is that right?" };
const risk = {
  id: "risk",
  phases: ["before", "after"],
  fields: [{ id: "method" }, { id: "level", condition: { field: "method", in: [1] } }],
};

test("a sound codebook has no problems", () => {
  const codebook = writtenCodebook({
    variables: [
      { id: "one" },
      { id: "two", condition: { answer: "one", in: [1, 97] } },
      { id: "levels", type: "multiple", view: { group: "risk", field: "level", take: "set" } },
      { id: "three", condition: { someItem: "risk", where: { field: "level", in: [2] } } },
    ],
    groups: [risk],
  });
  assert.deepEqual(found(codebook), []);
});

test("a name that does not exist is found wherever it stands", () => {
  const codebook = writtenCodebook({
    variables: [
      { id: "one", condition: { all: [{ not: { answer: "gone", in: [1] } }] } },
      { id: "two", condition: { someItem: "lost", where: { field: "any", in: [1] } } },
      { id: "three", condition: { someItem: "risk", where: { field: "gone", in: [1] } } },
      { id: "four", condition: { someItem: "risk", phases: ["during"] } },
      { id: "five", baselineFor: "gone" },
    ],
    groups: [{ ...risk, condition: { answer: "gone", in: [1] } }],
    indicators: [
      {
        id: "share",
        label: message,
        variable: "gone",
        measure: { kind: "share", codes: [1] },
        base: "answered",
        within: { answer: "gone", in: [1] },
        population: "started",
        provenance: { status: "reconstructed" },
      },
    ],
    checks: [
      {
        id: "odd",
        phase: "before",
        severity: "error",
        when: {
          any: [
            { answer: "one", in: [1] },
            { answer: "gone", in: [1] },
          ],
        },
        message,
      },
    ],
  });
  const unknown = "codebook-unknown-reference";
  assert.deepEqual(found(codebook), [
    `${unknown} /variables/0/condition/all/0/not/answer (one)`,
    `${unknown} /variables/1/condition/someItem (two)`,
    `${unknown} /variables/2/condition/where/field (three)`,
    `${unknown} /variables/3/condition/phases (four)`,
    `${unknown} /groups/0/condition/answer (risk)`,
    `${unknown} /indicators/0/within/answer (share)`,
    `${unknown} /checks/0/when/any/1/answer (odd)`,
    `${unknown} /variables/4/baselineFor (five)`,
    `${unknown} /indicators/0/variable (share)`,
  ]);
});

test("a phase that the codebook does not have is an unknown name too", () => {
  const codebook = writtenCodebook({
    phases: [{ id: "before", label: message }],
    variables: [{ id: "one" }, { id: "two", phase: "after" }],
  });
  assert.deepEqual(found(codebook), ["codebook-unknown-reference /variables/1/phase (two)"]);
});

test("conditions that go round in a circle are told with their path", () => {
  const codebook = writtenCodebook({
    variables: [
      { id: "one", condition: { answer: "two", in: [1] } },
      { id: "two", condition: { someItem: "risk", where: { field: "level", in: [1] } } },
    ],
    groups: [{ ...risk, fields: [{ id: "level", condition: { answer: "one", in: [1] } }] }],
  });
  const [circle, ...others] = lintCodebook(codebook);
  assert.deepEqual(others, []);
  assert.equal(circle?.at, "/variables/0/condition (one)");
  assert.equal(
    circle && problemSentence(circle, "en"),
    "/variables/0/condition (one): conditions form a circle: one → two → risk[].level → one",
  );
});

test("a question that waits for itself is the shortest circle", () => {
  const codebook = writtenCodebook({
    variables: [{ id: "one", condition: { answer: "one", in: [1] } }],
  });
  assert.deepEqual(found(codebook), ["codebook-circular-condition /variables/0/condition (one)"]);
});

test("a view and the field that it is made of cannot wait for each other", () => {
  const codebook = writtenCodebook({
    variables: [
      { id: "levels", type: "multiple", view: { group: "risk", field: "level", take: "set" } },
    ],
    groups: [{ ...risk, fields: [{ id: "level", condition: { answer: "levels", in: [1] } }] }],
  });
  assert.deepEqual(
    lintCodebook(codebook).map((problem) => problemSentence(problem, "en")),
    ["/variables/0/condition (levels): conditions form a circle: levels → risk[].level → levels"],
  );
});

test("«field» outside a group has no row to look at", () => {
  const codebook = writtenCodebook({
    variables: [{ id: "one", condition: { not: { field: "method", in: [1] } } }],
    groups: [risk],
  });
  assert.deepEqual(found(codebook), [
    "codebook-field-outside-group /variables/0/condition/not/field (one)",
  ]);
});

test("a condition or indicator cannot wait for an option that nobody can choose", () => {
  const share = (variable: string, wanted: number) => ({
    id: `share-${variable}`,
    label: message,
    variable,
    measure: { kind: "share", codes: [1, wanted] },
    base: "answered",
    population: "started",
    provenance: { status: "reconstructed" },
  });
  const codebook = writtenCodebook({
    variables: [
      { id: "one", condition: { answer: "born", in: [1990] } },
      { id: "two", condition: { answer: "one", in: [1, 7] } },
      { id: "born", type: "integer", ageBandCuts: [25], collapse: [[1, 3]] },
    ],
    groups: [{ ...risk, fields: [{ id: "a" }, { id: "b", condition: { field: "a", in: [8] } }] }],
    indicators: [share("one", 9), share("born", 2)],
  });
  const unknown = "codebook-unknown-code";
  assert.deepEqual(found(codebook), [
    `${unknown} /variables/0/condition/in (one)`,
    `${unknown} /variables/1/condition/in (two)`,
    `${unknown} /groups/0/fields/1/condition/in (risk.b)`,
    `${unknown} /indicators/0/measure/codes (share-one)`,
    `${unknown} /variables/2/collapse/0 (born)`,
  ]);
});

test("what appears twice is found: ids, concepts, fields, codes", () => {
  const codebook = writtenCodebook({
    variables: [
      { id: "one", concept: "first", options: [option(1), option(2), option(1)] },
      { id: "one", concept: "second" },
      { id: "two", concept: "first", missing: [98, 98].map((code) => ({ code, label: message })) },
      { id: "risk", concept: "fourth" },
    ],
    groups: [
      {
        ...risk,
        fields: [
          { id: "a", concept: "a1" },
          { id: "a", concept: "a2" },
        ],
      },
    ],
    checks: [1, 2].map(() => ({
      id: "same",
      phase: "before",
      severity: "error",
      when: { answer: "two", in: [1] },
      message,
    })),
  });
  const twice = "codebook-duplicate";
  assert.deepEqual(found(codebook), [
    `${twice} /variables/1/id (one)`,
    `${twice} /groups/0/id (risk)`,
    `${twice} /checks/1/id (same)`,
    `${twice} /groups/0/fields/1/id (risk.a)`,
    `${twice} /variables/2/concept (two)`,
    `${twice} /variables/0/options/2/code (one)`,
    `${twice} /variables/2/missing/1/code (two)`,
  ]);
});

test("options and limits belong to some types and not to others", () => {
  const codebook = writtenCodebook({
    variables: [
      { id: "a", options: [] },
      { id: "b", type: "date", options: [option(1)] },
      { id: "c", range: { from: 1, to: 2 } },
      { id: "d", type: "integer", range: { from: 2, to: 1 } },
      { id: "e", type: "integer", ageBandCuts: [35, 25] },
      { id: "f", type: "integer", dateLimits: { notAfterToday: true } },
      { id: "g", options: [option(1), option(2, "Ingen", { exclusive: true })] },
      {
        id: "h",
        collapse: [
          [1, 2],
          [2, 3],
        ],
      },
    ],
    groups: [
      {
        ...risk,
        requiredIn: ["during"],
        fields: [
          { id: "end", type: "date", dateLimits: { notBefore: "start" } },
          { id: "day", type: "date", dateLimits: { notBefore: "kind" } },
          { id: "kind" },
        ],
      },
    ],
  });
  const odd = "codebook-inconsistent";
  assert.deepEqual(found(codebook), [
    `${odd} /variables/0/options (a)`,
    `${odd} /variables/1/options (b)`,
    `${odd} /variables/2/range (c)`,
    `${odd} /variables/3/range (d)`,
    `${odd} /variables/4/ageBandCuts (e)`,
    `${odd} /variables/5/dateLimits (f)`,
    `${odd} /variables/6/options (g)`,
    `${odd} /variables/7/collapse/1 (h)`,
    "codebook-unknown-reference /groups/0/fields/0/dateLimits/notBefore (risk.end)",
    `${odd} /groups/0/fields/1/dateLimits/notBefore (risk.day)`,
    `${odd} /groups/0/requiredIn (risk)`,
  ]);
});

test("a view shows a field that exists, as what it is, with its own options", () => {
  const view = { group: "risk", field: "level" };
  const codebook = writtenCodebook({
    variables: [
      { id: "a", view: { ...view, group: "gone", take: "first" } },
      { id: "b", view: { ...view, field: "gone", take: "first" } },
      { id: "c", view: { ...view, take: "set" } },
      { id: "d", type: "multiple", view: { ...view, take: "last" } },
      { id: "e", view: { ...view, take: "last", orderBy: "gone" } },
      { id: "f", view: { ...view, take: "last", phases: ["during"] } },
      { id: "g", options: [option(1, "Något annat")], view: { ...view, take: "last" } },
      { id: "h", type: "multiple", view: { ...view, take: "set", orderBy: "method" } },
      { id: "i", baselineFor: "j" },
      { id: "j", options: [option(1)] },
    ],
    groups: [risk],
    indicators: [
      {
        id: "mean",
        label: message,
        variable: "i",
        measure: { kind: "mean-distinct" },
        base: "answered",
        population: "started",
        provenance: { status: "reconstructed" },
      },
    ],
  });
  const [unknown, odd] = ["codebook-unknown-reference", "codebook-inconsistent"];
  assert.deepEqual(found(codebook), [
    `${unknown} /variables/0/view/group (a)`,
    `${unknown} /variables/1/view/field (b)`,
    `${odd} /variables/2/view/take (c)`,
    `${odd} /variables/3/view/take (d)`,
    `${unknown} /variables/4/view/orderBy (e)`,
    `${unknown} /variables/5/view/phases (f)`,
    `${odd} /variables/6/view/field (g)`,
    `${odd} /variables/7/view/orderBy (h)`,
    `${odd} /variables/8/baselineFor (i)`,
    `${odd} /indicators/0/measure (mean)`,
  ]);
});

test("every text is there in both languages, and is plain text", () => {
  const codebook = writtenCodebook({
    label: { sv: "Kodbok", en: " " },
    variables: [
      { id: "one", label: { sv: "", en: "Question" } },
      { id: "two", definition: { sv: "Läs <b>noga</b>", en: "Ålder < 18" } },
    ],
    groups: [
      {
        ...risk,
        fields: [{ id: "method", options: [option(1, "Ja &amp; nej")] }, { id: "level" }],
      },
    ],
  });
  assert.deepEqual(found(codebook), [
    "codebook-missing-translation /label/en",
    "codebook-missing-translation /variables/0/label/sv (one)",
    "codebook-markup /variables/1/definition/sv (two)",
    "codebook-markup /groups/0/fields/0/options/0/label/sv (risk.method)",
    "codebook-markup /groups/0/fields/0/options/0/label/en (risk.method)",
  ]);
});

test("a code keeps its meaning from one version to the next", () => {
  const previous = writtenCodebook({
    variables: [
      {
        id: "one",
        concept: "relation",
        options: [option(1, "Partner"), option(2, "Barn (vuxet)")],
      },
      { id: "two", concept: "income" },
    ],
  });
  const renamed = (label: string) =>
    writtenCodebook({
      variables: [
        { id: "other", concept: "relation", options: [option(1, "Partner"), option(2, label)] },
        { id: "two", concept: "income" },
      ],
    });
  assert.deepEqual(found(renamed("barn – vuxet"), { previous }), []);
  assert.deepEqual(found(renamed("Syskon"), { previous }), [
    "codebook-code-reused /variables/0/options/1 (other)",
  ]);
  const takenOver = writtenCodebook({ variables: [{ id: "two", concept: "housing" }] });
  assert.deepEqual(found(takenOver, { previous }), [
    "codebook-code-reused /variables/0/concept (two)",
  ]);
});
