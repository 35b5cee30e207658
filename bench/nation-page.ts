import { openBrowser } from "../test/journeys/browser.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { demoAccount, demoSignIn } from "./harness/demo-visitor.ts";
import { quantile } from "./harness/quantile.ts";
import { atEnd } from "./harness/tidying.ts";

const visits = 20;

export const nationPage: Benchmark = {
  ids: {
    "nation-page":
      "from the click on «Riket» until the browser has painted it, every chapter in place; the middle one of 20 visits",
  },
  async measure(progress) {
    progress("starting the demo and a browser");
    const { program, origin } = await startDemo();
    const browser = await openBrowser();
    const close = atEnd(() => browser.close());
    const page = await browser.newPage({ locale: "sv-SE" });
    await page.goto(origin, { waitUntil: "networkidle" });
    const account = await demoAccount(origin, "committeeReader");
    await page.evaluate(async (body) => {
      const headers = { "Content-Type": "application/json" };
      await fetch("/api/demo-session", { method: "POST", headers, body: JSON.stringify(body) });
    }, demoSignIn(account));
    const taken: number[] = [];
    const floors: number[] = [];
    for (let visit = 0; visit <= visits; visit++) {
      await page.goto(origin, { waitUntil: "networkidle" });
      floors.push(
        await page.evaluate(async () => {
          const start = performance.now();
          await (await fetch("/api/session")).text();
          return performance.now() - start;
        }),
      );
      taken.push(await page.evaluate(untilPainted, "a[href='/riket']"));
    }
    await close();
    await program.stop();
    // The first visit fetches the page's program; the others are what a reader meets.
    const against = {
      what: "asking the server who one is",
      value: quantile(floors.slice(1), 0.5),
    };
    const value = quantile(taken.slice(1), 0.5);
    return [atMost({ id: "nation-page", value, unit: "ms", goal: 300, against })];
  },
};

/**
 * Runs in the page, so that nobody's looking is measured: milliseconds from the click until the last
 * chapter has its figures and the browser has painted them.
 */
function untilPainted(link: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const start = performance.now();
  function look(): void {
    const last = document.querySelector(".nation-chapter:last-of-type .nation-figure:last-of-type");
    if (!last) requestAnimationFrame(look);
    // Painted when the frame after the next begins.
    else
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
  }
  document.querySelector<HTMLElement>(link)?.click();
  look();
  return promise;
}
