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
      "from the click on «Riket» until every chapter with its pictures stands on the page, 95th percentile",
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
      const start = performance.now();
      await page.getByRole("link", { name: "Riket", exact: true }).click();
      await page.getByRole("heading", { name: "Klienternas röst" }).waitFor();
      taken.push(performance.now() - start);
    }
    await close();
    await program.stop();
    // The first visit fetches the page's program; the others are what a reader meets.
    const against = {
      what: "asking the server who one is",
      value: quantile(floors.slice(1), 0.95),
    };
    const value = quantile(taken.slice(1), 0.95);
    return [atMost({ id: "nation-page", value, unit: "ms", goal: 300, against })];
  },
};
