import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from "playwright-core";

const chromiumPackage = fileURLToPath(new URL("..", import.meta.resolve("@sparticuz/chromium")));
const { version } = JSON.parse(readFileSync(join(chromiumPackage, "package.json"), "utf8"));
const unpacked = join(import.meta.dirname, "../../.cache", `chromium-${version}`);

/**
 * Chromium out of an npm package: nothing has to be installed on the machine, not even the libraries
 * it needs beyond glibc. The package is for Linux on x64; elsewhere the installed Chrome is used.
 *
 * Its own arguments are not used: they switch off what keeps origins apart, and a test of the
 * content security policy would prove nothing. `SKILLNAD_TEST_BROWSER`: another Chromium to try with.
 */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch(await launchOptions());
}

/**
 * The same with its profile on the disk, as a person's browser has it; closing it leaves the folder. Pages
 * may be kept for the Back button, as they are for people.
 */
export async function openProfile(
  folder: string,
  { javaScriptEnabled = true } = {},
): Promise<BrowserContext> {
  return await chromium.launchPersistentContext(folder, {
    ...(await launchOptions()),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    locale: "sv-SE",
    javaScriptEnabled,
  });
}

async function launchOptions(): Promise<LaunchOptions> {
  const { SKILLNAD_TEST_BROWSER: executablePath } = process.env;
  if (executablePath) return { executablePath, args: ["--headless=new", "--no-sandbox"] };
  if (process.platform !== "linux" || process.arch !== "x64") return { channel: "chrome" };
  if (!existsSync(unpacked)) await unpack();
  return {
    executablePath: join(unpacked, "chromium"),
    env: browserEnvironment(),
    args: [
      "--headless=shell",
      "--no-sandbox",
      "--no-zygote",
      "--disable-dev-shm-usage",
      "--font-render-hinting=none",
    ],
  };
}

/** Unpacked aside and moved into place: two at once both succeed, and an interrupted one leaves none. */
async function unpack(): Promise<void> {
  const aside = `${unpacked}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  await inflateInto(aside, ["chromium.br", "fonts.tar.br", "al2023.tar.br"]);
  chmodSync(join(aside, "chromium"), 0o755);
  writeFileSync(join(aside, "fonts.conf"), fontConfiguration());
  try {
    renameSync(aside, unpacked);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(unpacked)) throw error;
  }
}

/** `inflate` writes where the system keeps temporary files, and nowhere else. */
async function inflateInto(folder: string, archives: readonly string[]): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await Promise.all(archives.map((archive) => inflate(join(chromiumPackage, "bin", archive))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The same fonts on every machine: only those of the package. */
function fontConfiguration(): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(unpacked, "fonts")}</dir>
  <cachedir>${join(unpacked, "font-cache")}</cachedir>
</fontconfig>
`;
}

function browserEnvironment(): { [name: string]: string } {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const environment = {
    ...Object.fromEntries(inherited),
    FONTCONFIG_FILE: join(unpacked, "fonts.conf"),
  };
  const starts = spawnSync(join(unpacked, "chromium"), ["--version"], { env: environment });
  if (starts.status === 0) return environment;
  const own = join(unpacked, "al2023/lib");
  const other = process.env.LD_LIBRARY_PATH;
  return { ...environment, LD_LIBRARY_PATH: other ? `${own}:${other}` : own };
}
