import assert from "node:assert/strict";
import { test } from "node:test";
import { applyOverlay } from "../apply-overlay.ts";
import { writtenCodebook } from "../testing/written-codebook.ts";
import { lintCodebook } from "./lint-codebook.ts";

const common = writtenCodebook({
  id: "common",
  version: "2.1.0",
  variables: [{ id: "V01", concept: "sex" }],
  groups: [{ id: "risk", fields: [{ id: "level", concept: "level" }] }],
});

function overlay(parts: Parameters<typeof writtenCodebook>[0]) {
  const overlays = { codebook: "common", namespace: "k9007." };
  return writtenCodebook({ id: "k9007-own", phases: [], overlays, ...parts });
}

function own(id: string, more: object = {}) {
  return { id, concept: `own${id.replace(/\W/g, "")}`, exportLevel: "local", ...more };
}

function found(written: ReturnType<typeof overlay>): readonly string[] {
  return lintCodebook(written, { common }).map(({ code, at }) => `${code} ${at}`);
}

test("an overlay adds under its own name, and may look at the common answers", () => {
  const added = overlay({
    variables: [own("k9007.coping", { condition: { answer: "V01", in: [1] } })],
  });
  assert.deepEqual(found(added), []);
});

test("it may not touch a common variable or group, nor redefine a common concept or phase", () => {
  const touching = overlay({
    phases: [{ id: "before", label: { sv: "Före", en: "Before" } }],
    variables: [own("V01"), own("k9007.sex", { concept: "sex" })],
    groups: [{ id: "risk", fields: [own("other")] }],
  });
  const touches = "codebook-overlay-touches-common";
  assert.deepEqual(found(touching), [
    `${touches} /variables/0/id (V01)`,
    `${touches} /groups/0/id (risk)`,
    `${touches} /variables/1/concept (k9007.sex)`,
    `${touches} /phases/0 (before)`,
  ]);
});

test("outside its namespace, and towards the nation, it has nothing to say", () => {
  const outside = overlay({
    variables: [own("coping"), own("k9008.coping"), own("k9007.mine", { exportLevel: "national" })],
  });
  assert.deepEqual(found(outside), [
    "codebook-namespace /variables/0/id (coping)",
    "codebook-namespace /variables/1/id (k9008.coping)",
    "codebook-inconsistent /variables/2/exportLevel (k9007.mine)",
  ]);
});

test("without the codebook it adds to it cannot be judged", () => {
  const problems = lintCodebook(overlay({ variables: [own("k9007.coping")] }));
  assert.deepEqual(problems.map(({ code, at }) => [code, at]).slice(0, 1), [
    ["codebook-unknown-reference", "/overlays/codebook"],
  ]);
});

test("applied, the common part is untouched and the own questions come after", () => {
  const outcome = applyOverlay(common, overlay({ variables: [own("k9007.coping")] }));
  assert.ok(outcome.kind === "done");
  const merged = outcome.value;
  assert.equal(merged.id, "k9007-own");
  assert.deepEqual(
    merged.variables.map(({ id }) => id),
    ["V01", "k9007.coping"],
  );
  assert.equal(merged.variables[0], common.variables[0]);
  assert.equal(merged.groups[0], common.groups[0]);
  assert.deepEqual(merged.phases, common.phases);
  assert.deepEqual(merged.extends, {
    codebook: "common",
    version: "2.1.0",
    namespace: "k9007.",
  });
  assert.equal(merged.overlays, undefined);
  assert.deepEqual(lintCodebook(merged), []);
});

test("an overlay survives an upgrade of the common codebook", () => {
  const upgraded = { ...common, version: "3.0.0", variables: [...common.variables].reverse() };
  const outcome = applyOverlay(upgraded, overlay({ variables: [own("k9007.coping")] }));
  assert.equal(outcome.kind, "done");
});

test("a faulty overlay is refused with all that the linter finds, and a common codebook is none", () => {
  const faulty = applyOverlay(common, overlay({ variables: [own("V01"), own("coping")] }));
  assert.ok(faulty.kind === "refused");
  assert.equal(faulty.problems.length, 2);
  const notOne = applyOverlay(common, common);
  assert.ok(notOne.kind === "refused");
  assert.deepEqual(
    notOne.problems.map(({ code, at }) => [code, at]),
    [["codebook-inconsistent", "/overlays"]],
  );
});
