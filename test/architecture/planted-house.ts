import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { rooms } from "./rooms.ts";

const root = join(import.meta.dirname, "../..");
const built: string[] = [];

export function tearDownHouses(): void {
  for (const folder of built.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A sound house of small rooms in a folder of its own, with the given files put in or taken out. */
export function houseWith(planted: { readonly [path: string]: string | null }): string {
  const folder = mkdtempSync(join(tmpdir(), "skillnad-house-"));
  built.push(folder);
  for (const path of [".gitignore", ".npmrc", "package.json", "tsconfig.json"]) {
    copyFileSync(join(root, path), join(folder, path));
  }
  mkdirSync(join(folder, "docs"));
  copyFileSync(join(root, "docs/glossary.md"), join(folder, "docs/glossary.md"));
  for (const [path, text] of Object.entries({ ...soundRooms(), ...planted })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function soundRooms(): { [path: string]: string } {
  return Object.fromEntries(
    Object.entries(rooms).flatMap(([room, { mayImport, mayImportTypes = [] }]) => [
      [`src/${room}/README.md`, readme(room, [...mayImport, ...mayImportTypes].join(", "))],
      [`src/${room}/index.ts`, `export { ${room} } from "./compose.ts";\n`],
      [`src/${room}/compose.ts`, soundSource(room, mayImport, mayImportTypes)],
    ]),
  );
}

function soundSource(room: string, values: readonly string[], types: readonly string[]): string {
  const imports = [
    ...values.map((name) => `import { ${name} } from "#${name}";`),
    ...types.map((name) => `import type { ${name} } from "#${name}";`),
  ];
  const uses = [...values, ...types.map((name) => `{} as typeof ${name}`)];
  return `${imports.join("\n")}\nexport const ${room}: unknown = [${uses.join(", ")}];\n`;
}

export function readme(room: string, mayImport: string): string {
  return `# ${room}\nA small room.\n\n**Does not**: grow.\n**May import**: ${mayImport || "nothing"}.\n**Start reading**: \`index.ts\`.\n`;
}
