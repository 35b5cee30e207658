import { dirname, join } from "node:path";

/** Where faults are made, and which of its tests are asked whether they notice. */
export type MutatedRoom = {
  readonly folder: string;
  /** How many random inputs a property test draws; in the suite more. */
  readonly runs: number;
  /** Of a file, in the order they are run: until one of them notices. */
  readonly testsOf: (file: string, sources: Sources) => readonly string[];
};

/** The text of every file in the folder, by its path there. */
export type Sources = ReadonlyMap<string, string>;

const root = join(import.meta.dirname, "../../src");

export const mutatedRooms: { readonly [name: string]: MutatedRoom } = {
  statistics: { folder: join(root, "tabulation/statistics"), runs: 300, testsOf: ownAndResults },
  disclosure: { folder: join(root, "disclosure"), runs: 100, testsOf: nearestFirst },
};

/**
 * The file's own tests and the stored results: they notice nearly everything that any test does, and
 * running all that reach a distribution would take hours. A file without tests of its own: all.
 */
function ownAndResults(file: string, sources: Sources): readonly string[] {
  const tests = testsReaching(file, sources);
  const own = ownTest(file);
  const results: readonly string[] = tests.filter((test) => test === "oracle.test.ts");
  if (sources.has(own)) return [own, ...results];
  return [...results, ...tests.filter((test) => !results.includes(test))];
}

/** The file's own tests, then those beside it, then all others that reach it. */
function nearestFirst(file: string, sources: Sources): readonly string[] {
  const far = (test: string) =>
    test === ownTest(file) ? 0 : dirname(test) === dirname(file) ? 1 : 2;
  return testsReaching(file, sources).toSorted((one, other) => far(one) - far(other));
}

function ownTest(file: string): string {
  return file.replace(/\.ts$/, ".test.ts");
}

function testsReaching(file: string, sources: Sources): readonly string[] {
  return [...sources.keys()].filter(
    (test) => test.endsWith(".test.ts") && reaches(test, file, sources),
  );
}

function reaches(from: string, file: string, sources: Sources, seen = new Set<string>()): boolean {
  if (from === file) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  const imports = (sources.get(from) ?? "").matchAll(/^import (?!type\b)[^;]*? from "(\.[^"]+)"/gm);
  return [...imports].some(([, path = ""]) =>
    reaches(join(dirname(from), path), file, sources, seen),
  );
}
