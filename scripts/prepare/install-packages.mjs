import { spawnSync } from "node:child_process";
import { existsSync, linkSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pinnedPackage, runtimeNode } from "./node-version.mjs";
import { Refusal } from "./refusal.mjs";
import { tellWhile } from "./tell.mjs";

/**
 * @typedef {{
 *   readonly version?: string, readonly integrity?: string, readonly optional?: boolean,
 *   readonly os?: string | readonly string[], readonly cpu?: string | readonly string[],
 *   readonly libc?: string | readonly string[],
 * }} Entry
 * @typedef {{ readonly packages: { readonly [path: string]: Entry } }} Lockfile
 * @typedef {{ readonly platform: string, readonly arch: string }} Machine
 */

/**
 * The first package that is not as the lockfile says. npm keeps its own record in node_modules: it
 * throws it away before it changes anything and writes it last, so that an interrupted installation
 * has none. Optional packages made for other machines are rightly absent.
 *
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} found node_modules/.package-lock.json
 * @param {Machine} machine
 * @returns {string | undefined} its name
 */
export function firstDifference(wanted, found, machine) {
  const paths = new Set([...Object.keys(wanted.packages), ...Object.keys(found.packages)]);
  paths.delete("");
  for (const path of paths) {
    const entry = wanted.packages[path];
    const present = found.packages[path];
    const isSame =
      present === undefined
        ? entry?.optional === true && !isMadeFor(entry, machine)
        : entry?.version === present.version && entry?.integrity === present.integrity;
    if (!isSame) return path.replace(/^.*node_modules\//, "");
  }
  return undefined;
}

/**
 * @param {Entry} entry
 * @param {Machine} machine
 */
function isMadeFor({ os, cpu, libc }, { platform, arch }) {
  // The pinned Node needs glibc: what is made for another C library is of no use here.
  const isOurs = libc === undefined || [libc].flat().includes("glibc");
  return [os ?? []].flat().includes(platform) && [cpu ?? []].flat().includes(arch) && isOurs;
}

/**
 * @param {string} root
 * @returns {string | undefined} why an installation is needed
 */
export function whyInstall(root) {
  const wanted = readLockfile(join(root, "package-lock.json"));
  if (wanted === undefined) throw new Refusal(`package-lock.json is missing or broken in ${root}.`);
  const found = readLockfile(join(root, "node_modules", ".package-lock.json"));
  if (found === undefined) return "nothing is installed yet";
  const different = firstDifference(wanted, found, process);
  return different && `${different} is not as package-lock.json says`;
}

/**
 * @param {string} root
 * @param {string} why
 * @param {import("./run-child.mjs").Run} run
 */
export async function installPackages(root, why, run) {
  const modules = join(root, "node_modules");
  const words = {
    begun: `Installing packages by package-lock.json, about a minute the first time (${why}).`,
    done: "Packages installed",
    detail: () => `${countPackages(modules)} packages unpacked`,
  };
  await tellWhile(words, async () => {
    await runNpm(root, run, callingNode(), installation);
    // An old Node makes npm leave out what only newer ones can use: again, by the pinned Node.
    if (whyInstall(root) !== undefined) await installByPinnedNode(root, run);
    const missing = whyInstall(root);
    if (missing !== undefined) throw new Refusal(`npm did not finish: ${missing}.`);
  });
  const node = runtimeNode(root);
  if (spawnSync(node, ["--version"]).status !== 0) {
    throw new Refusal(`${node} does not start on this machine; it needs a Linux with glibc 2.28.`);
  }
}

/**
 * @param {string} root
 * @param {import("./run-child.mjs").Run} run
 */
async function installByPinnedNode(root, run) {
  // Kept by a second name, since npm begins by deleting the first.
  const kept = join(root, ".cache", "node-for-npm");
  rmSync(kept, { force: true });
  linkSync(runtimeNode(root), kept);
  try {
    await runNpm(root, run, kept, installation);
  } finally {
    rmSync(kept, { force: true });
  }
}

/**
 * @param {string} root
 * @returns {string | undefined} why npm's links to programs must be made
 */
export function whyLink(root) {
  const isPinned = pinnedPackage(root, process.platform, process.arch) !== undefined;
  const isLinked = existsSync(join(root, "node_modules", ".bin", "node"));
  return isPinned && !isLinked ? "node_modules/.bin/node is missing" : undefined;
}

/**
 * npm 10 forgets the link to the pinned Node when it installs, and makes it when it rebuilds.
 *
 * @param {string} root
 * @param {string} why
 * @param {import("./run-child.mjs").Run} run
 */
export async function linkPrograms(root, why, run) {
  const words = { begun: `Linking programs (${why}).`, done: "Programs linked" };
  await tellWhile(words, () => runNpm(root, run, callingNode(), ["rebuild", "--ignore-scripts"]));
  if (whyLink(root) !== undefined) throw new Refusal(`npm did not finish: ${whyLink(root)}.`);
}

/**
 * Scripts of packages are never run. The packages for development belong, whatever NODE_ENV says:
 * they build the pages.
 */
const installation = ["ci", "--ignore-scripts", "--include=dev", "--include=optional"];

/** The Node that runs the npm that called us. */
function callingNode() {
  return process.env.npm_node_execpath ?? process.execPath;
}

/**
 * @param {string} root
 * @param {import("./run-child.mjs").Run} run
 * @param {string} node
 * @param {readonly string[]} command
 */
async function runNpm(root, run, node, command) {
  const args = [...command, "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath ?? "";
  // pnpm and yarn run scripts too, but read other lockfiles: then npm is taken from PATH.
  const how = /npm-cli\.js$/.test(npm)
    ? { file: node, args: [npm, ...args] }
    : { file: "npm", args, shell: process.platform === "win32" };
  const { code, output } = await run({ ...how, cwd: root });
  if (code !== 0) throw new Refusal(installationFailure(output, readNpmLog(output)));
}

/** What people meet, in the order of asking: npm's error codes and what to do about each. */
const causes = [
  {
    codes: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/,
    sentence:
      "npm does not trust the network's certificate. Point NODE_EXTRA_CA_CERTS at your organisation's root certificate.",
  },
  {
    codes: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/,
    sentence:
      "npm could not reach its registry. The network is needed once, for the first installation.",
  },
  { codes: /ENOSPC/, sentence: "The disk is full: about 1 GB is needed." },
  { codes: /EACCES|EPERM|EROFS/, sentence: "npm may not write here. Use a folder of your own." },
];

/**
 * One sentence for what people meet, and npm's own words below it.
 *
 * @param {string} output what npm wrote
 * @param {string} log the end of its log, since it sometimes dies without a word of why
 */
export function installationFailure(output, log = "") {
  const codes =
    `${output}\n${log}`.match(/\b[A-Z]+(?:_[A-Z]+)+\b|\bE[A-Z]{4,}\b/g)?.join(" ") ?? "";
  const cause = causes.find((each) => each.codes.test(codes))?.sentence;
  const lines = output
    .split("\n")
    .map((line) => line.replace(/^npm (?:error|ERR!) ?/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("at "))
    .slice(0, 12);
  return [cause ?? "npm could not install the packages.", ...lines.map((line) => `  ${line}`)].join(
    "\n",
  );
}

/** @param {string} output */
function readNpmLog(output) {
  const path = /complete log of this run can be found in: (.+)/.exec(output)?.[1]?.trim();
  try {
    return path ? readFileSync(path, "utf8").slice(-20_000) : "";
  } catch {
    return "";
  }
}

/** @param {string} path @returns {Lockfile | undefined} */
function readLockfile(path) {
  try {
    const lockfile = JSON.parse(readFileSync(path, "utf8"));
    return lockfile?.packages ? lockfile : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} modules */
function countPackages(modules) {
  let count = 0;
  for (const name of listFolder(modules)) {
    if (name.startsWith(".")) continue;
    count += name.startsWith("@") ? listFolder(join(modules, name)).length : 1;
  }
  return count;
}

/** @param {string} path */
function listFolder(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
