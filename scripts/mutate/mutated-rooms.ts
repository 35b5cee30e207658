import { dirname, join } from "node:path";

/** Where faults are made, and which of its tests are asked whether they notice. */
export type MutatedRoom = {
  readonly folder: string;
  /** How many random inputs a property test draws; in the suite more. */
  readonly runs: number;
  /** Of a file: those that are asked until one of them notices, the quickest first. */
  readonly testsOf: (file: string, sources: Sources) => readonly string[];
};

/** The text of every file in the folder, by its path there. */
export type Sources = ReadonlyMap<string, string>;

const root = join(import.meta.dirname, "../../src");

export const mutatedRooms: { readonly [name: string]: MutatedRoom } = {
  statistics: { folder: join(root, "tabulation/statistics"), runs: 300, testsOf: ownAndResults },
  disclosure: { folder: join(root, "disclosure"), runs: 40, testsOf: testsReaching },
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

function ownTest(file: string): string {
  return file.replace(/\.ts$/, ".test.ts");
}

/** All that run something of the file, also through a door. */
export function testsReaching(file: string, sources: Sources): readonly string[] {
  return [...sources.keys()].filter(
    (test) => test.endsWith(".test.ts") && reaches(test, file, sources),
  );
}

function reaches(from: string, file: string, sources: Sources, seen = new Set<string>()): boolean {
  if (from === file) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...fromOthers("import", from, sources)].some(({ path, names }) =>
    [path, ...behindDoor(path, names, sources)].some((each) => reaches(each, file, sources, seen)),
  );
}

/** Where these names come from, if the file only hands them on: a door leads nowhere else. */
function behindDoor(
  door: string,
  wanted: ReadonlySet<string>,
  sources: Sources,
): readonly string[] {
  return [...fromOthers("export", door, sources)]
    .filter(({ names }) => !names.isDisjointFrom(wanted))
    .flatMap(({ path, names }) => [path, ...behindDoor(path, names, sources)]);
}

/** What a file takes from others in its folder, or hands on from them; types are nothing that runs. */
function* fromOthers(how: "import" | "export", file: string, sources: Sources) {
  const statements = new RegExp(`^${how} (?!type\\b)([^;]*?) from "(\\.[^"]+)"`, "gm");
  for (const [, clause = "", path = ""] of (sources.get(file) ?? "").matchAll(statements)) {
    const names = new Set(clause.replaceAll(/\btype \w+/g, "").match(/\w+/g));
    yield { path: join(dirname(file), path), names };
  }
}
