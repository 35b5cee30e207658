import { get } from "node:http";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { build } from "vite";
import { openBrowser } from "../test/journeys/browser.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { demoAccount, demoSignIn } from "./harness/demo-visitor.ts";
import { projectFolder } from "./harness/running-program.ts";
import { atEnd } from "./harness/tidying.ts";

export const firstPageJs: Benchmark = {
  ids: {
    "first-page-js": "gzipped JavaScript that a browser loads for sign-in and Start together",
  },
  async measure(progress) {
    progress("starting the demo and a browser");
    const { program, origin } = await startDemo();
    const browser = await openBrowser();
    const close = atEnd(() => browser.close());
    const page = await browser.newPage({ locale: "sv-SE" });
    const scripts = await scriptsOfFirstPages(page, origin);
    await close();
    const sizes = await Promise.all(scripts.map(transferredBytes));
    await program.stop();
    progress("React alone");
    const against = { what: "React and React DOM alone", value: (await reactAlone()) / 1000 };
    const value = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    return [atMost({ id: "first-page-js", value, unit: "kB", goal: 200, against })];
  },
};

/** Addresses of all scripts that the browser asked for until both pages stood still. */
async function scriptsOfFirstPages(page: Page, origin: string): Promise<readonly string[]> {
  const scripts = new Set<string>();
  const asked = new Set<string>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (response.ok()) asked.add(pathname);
    if (/javascript/.test(response.headers()["content-type"] ?? "")) scripts.add(response.url());
  });
  await page.goto(origin, { waitUntil: "networkidle" });
  const account = await demoAccount(origin, "caseWorker");
  await page.evaluate(async (body) => {
    const headers = { "Content-Type": "application/json" };
    await fetch("/api/demo-session", { method: "POST", headers, body: JSON.stringify(body) });
  }, demoSignIn(account));
  await page.goto(origin, { waitUntil: "networkidle" });
  // A page that broke on its way would be a small one.
  for (const path of ["/api/sign-in", "/api/start"]) {
    if (!asked.has(path)) throw new Error(`the first page never asked for ${path}`);
  }
  return [...scripts];
}

function transferredBytes(address: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  get(address, { headers: { "Accept-Encoding": "gzip" } }, (response) => {
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    response.on("end", () => resolve(bytes));
  }).on("error", reject);
  return promise;
}

async function reactAlone(): Promise<number> {
  const built = await build({
    configFile: false,
    root: projectFolder,
    logLevel: "silent",
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: fileURLToPath(new URL("./harness/react-alone.ts", import.meta.url)),
      },
    },
  });
  const outputs = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  return outputs.reduce(
    (sum, each) => sum + (each.type === "chunk" ? gzipSync(each.code).length : 0),
    0,
  );
}
