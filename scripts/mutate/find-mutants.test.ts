import assert from "node:assert/strict";
import { test } from "node:test";
import { findMutants } from "./find-mutants.ts";

function faultsOf(text: string): readonly string[] {
  return findMutants(text).map(
    ({ start, end, becomes }) => text.slice(0, start) + becomes + text.slice(end),
  );
}

test("a border is moved, and the comparison turned", () => {
  assert.deepEqual(faultsOf("const few = n < most;"), [
    "const few = n <= most;",
    "const few = n >= most;",
  ]);
});

test("arithmetic, numbers and functions are changed one at a time", () => {
  assert.deepEqual(faultsOf("const half = Math.sqrt(a + b) / 2;"), [
    "const half = Math.sqrt(a + b) * 2;",
    "const half = Math.abs(a + b) / 2;",
    "const half = Math.sqrt(a - b) / 2;",
    "const half = Math.sqrt(a + b) / 3;",
    "const half = Math.sqrt(a + b) / (1);",
  ]);
});

test("a condition is always true, or never; what is returned, thrown or done is left out", () => {
  const faults = faultsOf("function f(x) { if (x) throw new Error('-1'); g(x); return x; }");
  assert.deepEqual(faults, [
    "function f(x) { if (true) throw new Error('-1'); g(x); return x; }",
    "function f(x) { if (false) throw new Error('-1'); g(x); return x; }",
    "function f(x) { if (x) ; g(x); return x; }",
    "function f(x) { if (x) throw new Error('-1'); ; return x; }",
    "function f(x) { if (x) throw new Error('-1'); g(x); return undefined; }",
  ]);
});

test("types, imports and what cannot be read are let be", () => {
  assert.deepEqual(faultsOf('import a from "./a-1.ts"; type T = 1 | -1; let x: 2;'), []);
  // Two minus signs in a row would be another operator.
  assert.deepEqual(faultsOf("const y = a - -b;"), ["const y = a + -b;", "const y = a - b;"]);
});

test("the line is where the fault stands", () => {
  assert.deepEqual(findMutants("\n\nconst off = !on;"), [
    { start: 14, end: 17, line: 3, was: "!on", becomes: "on" },
  ]);
});

test("a fault that nobody could notice is none", () => {
  assert.deepEqual(faultsOf("function f() { return undefined; }"), []);
  assert.deepEqual(faultsOf("function f() { return false; }"), ["function f() { return true; }"]);
  // What stands where a place in a list is missing is for the compiler; of a map it is a result.
  assert.deepEqual(faultsOf("const n = list[at] ?? -1;"), ["const n = list[at] && -1;"]);
  assert.deepEqual(faultsOf("const n = map.get(at) ?? 1;"), [
    "const n = map.get(at) && 1;",
    "const n = map.get(at) ?? 2;",
    "const n = map.get(at) ?? (0);",
  ]);
});

test("what is chosen by feel is let be: a tolerance, and how far something is tried", () => {
  assert.deepEqual(faultsOf("const isSame = Math.abs(a) < 1e-9;"), [
    "const isSame = Math.abs(a) <= 1e-9;",
    "const isSame = Math.abs(a) >= 1e-9;",
    "const isSame = Math.trunc(a) < 1e-9;",
  ]);
  assert.deepEqual(faultsOf("const mostSteps = 10_000;"), []);
  assert.equal(faultsOf("const least = 5;").length, 2);
  assert.equal(faultsOf("const prime = 101;").length, 2);
  assert.equal(faultsOf("const none = 0;").length, 2);
  assert.equal(faultsOf("function f() { const hundred = 100; }").length, 2);
  assert.equal(faultsOf("const share = 0.05;").length, 1);
});
