import { spawnSync } from "node:child_process";

/**
 * What the program is made of, as CycloneDX; without the moment and the chance that npm puts into it,
 * so that the same program has the same list.
 * @param epoch seconds since 1970.
 */
export function writeSbom(root: string, version: string, epoch: number): string {
  const words = ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"];
  const npm = process.env.npm_execpath;
  const run =
    npm === undefined
      ? spawnSync("npm", words, { cwd: root, encoding: "utf8" })
      : spawnSync(process.execPath, [npm, ...words], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`npm sbom could not list the packages: ${run.stderr}`);
  const { serialNumber: _, ...list } = JSON.parse(run.stdout);
  list.metadata.timestamp = new Date(epoch * 1000).toISOString();
  // npm calls it after the folder that it happens to stand in.
  list.metadata.component.name = "skillnad";
  list.metadata.component.version = version;
  return `${JSON.stringify(list, null, 2)}\n`;
}
