import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { browserRooms, coreLimits, type Limit, packageLimits, rooms } from "./rooms.ts";
import type { Finding } from "./source-tree.ts";

type Rule = NonNullable<IFlattenedRuleSet["forbidden"]>[number];

/** Tests and what they are written with. */
const test = "\\.test\\.tsx?$|/testing/";
const production = { path: "^src/", pathNot: test };
const doors = "^src/[^/]+/(?:testing/)?index\\.ts$";

function roomRules(): readonly Rule[] {
  return Object.entries(rooms).map(([room, { mayImport, mayImportTypes = [] }]) => ({
    name: `${room}-may-import`,
    severity: "error",
    from: { path: `^src/${room}/`, pathNot: test },
    to: {
      path: "^src/",
      pathNot: `^src/(?:${[room, ...mayImport, ...mayImportTypes].join("|")})/`,
    },
  }));
}

function typesOnlyRules(): readonly Rule[] {
  return Object.entries(rooms).flatMap(([room, { mayImportTypes }]) =>
    mayImportTypes === undefined
      ? []
      : [
          {
            name: `${room}-may-import-only-types`,
            severity: "error",
            from: { path: `^src/${room}/`, pathNot: test },
            to: {
              path: `^src/(?:${mayImportTypes.join("|")})/`,
              dependencyTypesNot: ["type-only"],
            },
          },
        ],
  );
}

const doorRules: readonly Rule[] = [
  {
    name: "through-the-door",
    severity: "error",
    from: { path: "^src/([^/]+)/" },
    to: { path: "^src/([^/]+)/", pathNot: ["^src/$1/", doors] },
  },
  {
    name: "through-the-door",
    severity: "error",
    from: { path: "^(?:test|bench|scripts)/" },
    to: { path: "^src/", pathNot: doors },
  },
];

const generalRules: readonly Rule[] = [
  {
    name: "only-compose-opens-the-store",
    severity: "error",
    from: { path: "^src/server/", pathNot: [test, "^src/server/compose\\.ts$"] },
    to: { path: "^src/store/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "no-circle",
    severity: "error",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  {
    name: "declared-packages",
    severity: "error",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "no-development-package",
    severity: "error",
    from: production,
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
  { name: "no-test", severity: "error", from: production, to: { path: test } },
];

function limitRules(limits: readonly Limit[], toPath: (name: string) => string): readonly Rule[] {
  return limits.map(({ name, uses, homes }) => ({
    name,
    severity: "error",
    from: { path: "^src/", pathNot: [test, ...homes.map((home) => `^${home}`)] },
    to: { path: uses.map(toPath) },
  }));
}

const browserRule: Rule = {
  name: "runs-in-the-browser",
  severity: "error",
  from: { path: `^src/(?:${browserRooms.join("|")})/`, pathNot: test },
  to: { dependencyTypes: ["core"] },
};

const ruleSet: IFlattenedRuleSet = {
  forbidden: [
    ...roomRules(),
    ...typesOnlyRules(),
    ...doorRules,
    ...limitRules(packageLimits, (name) => {
      const path = name.endsWith("/") ? name : `${name}(?:/|$)`;
      return `(?:^|node_modules/)${path}`;
    }),
    ...limitRules(coreLimits, (name) => `^${name}$`),
    browserRule,
    ...generalRules,
  ],
};

/**
 * What dependency-cruiser finds below the given folders, and every module it has read: with a
 * TypeScript it does not know it reads nothing and is content, so the list has to be looked at.
 */
export async function checkImports(
  root: string,
  folders: readonly string[],
): Promise<{ readonly findings: readonly Finding[]; readonly modules: readonly string[] }> {
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      validate: true,
      ruleSet,
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
      exclude: { path: "^(?:dist|node_modules/\\.cache)/" },
    },
    { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
    { tsConfig: extractTsConfig(join(root, "tsconfig.json")) },
  );
  const { modules, summary } = output as ICruiseResult;
  const findings = summary.violations.map(({ rule, from, to, unresolvedTo }) => ({
    at: `${from}${lineOf(root, from, unresolvedTo ?? to)}`,
    fault: `${rule.name}: imports ${to}`,
  }));
  return { findings, modules: modules.map(({ source }) => source) };
}

function lineOf(root: string, path: string, specifier: string): string {
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  const index = lines.findIndex(
    (line) => line.includes(`"${specifier}"`) || line.includes(`"node:${specifier}"`),
  );
  return index < 0 ? "" : `:${index + 1}`;
}
