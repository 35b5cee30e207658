import assert from "node:assert/strict";
import { test } from "node:test";
import { testsReaching } from "./mutated-rooms.ts";

function asked(file: string, sources: { readonly [path: string]: string }): readonly string[] {
  return testsReaching(file, new Map(Object.entries(sources)));
}

const door = `export { hide } from "./hide/hide.ts";
export {
  type Told,
  tell,
} from "./tell.ts";
export type { Cell } from "./cell.ts";
`;

test("a test reaches what it imports, and what that imports", () => {
  const sources = {
    "hide/hide.test.ts": 'import { hide } from "./hide.ts";',
    "hide/hide.ts":
      'import {\n  move,\n} from "../move.ts";\nimport type { Cell } from "../cell.ts";',
  };
  assert.deepEqual(asked("move.ts", sources), ["hide/hide.test.ts"]);
  assert.deepEqual(asked("cell.ts", sources), []);
});

test("through a door it reaches what it asks for there, and nothing else", () => {
  const sources = {
    "index.ts": door,
    "all.test.ts": 'import { hide } from "./index.ts";',
    "tell.test.ts": 'import { type Cell, tell } from "./index.ts";',
    "types.test.ts": 'import { type hide, type tell } from "./index.ts";',
    "tell.ts": 'import { many } from "./many.ts";',
  };
  assert.deepEqual(asked("hide/hide.ts", sources), ["all.test.ts"]);
  assert.deepEqual(asked("many.ts", sources), ["tell.test.ts"]);
  assert.deepEqual(asked("cell.ts", sources), []);
});

test("files that import each other are looked at once", () => {
  const sources = {
    "one.test.ts": 'import { one } from "./one.ts";',
    "one.ts": 'import { other } from "./other.ts";',
    "other.ts": 'import { one } from "./one.ts";',
  };
  assert.deepEqual(asked("other.ts", sources), ["one.test.ts"]);
});
