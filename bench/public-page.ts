import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { quantile } from "./harness/quantile.ts";

const visits = 40;
const start = "/publicerat";

export const publicPage: Benchmark = {
  ids: {
    "public-page":
      "the slowest of the nation's pages on the public site, from the request to the last byte; the middle one of 40 visits",
    "public-page-size": "the largest of them as it is written, pictures and tables included",
  },
  async measure(progress) {
    progress("starting the demo");
    const { program, origin } = await startDemo();
    const first = await (await fetch(`${origin}${start}`)).text();
    const chapters = [...first.matchAll(/href="(\/publicerat\/riket\/[^"]+)"/g)];
    const paths = [start, ...chapters.map(([, path = ""]) => path)];
    progress(`${paths.length} pages, ${visits} visits each`);
    const floors: number[] = [];
    const middles: number[] = [];
    let largest = 0;
    for (const path of paths) {
      const taken: number[] = [];
      for (let visit = 0; visit < visits; visit++) {
        floors.push((await fetched(`${origin}/health`)).ms);
        const { ms, bytes } = await fetched(`${origin}${path}`);
        taken.push(ms);
        largest = Math.max(largest, bytes);
      }
      middles.push(quantile(taken, 0.5));
    }
    await program.stop();
    const against = { what: "asking whether the server is well", value: quantile(floors, 0.5) };
    return [
      atMost({ id: "public-page", value: Math.max(...middles), unit: "ms", goal: 100, against }),
      atMost({
        id: "public-page-size",
        value: largest / 1000,
        unit: "kB",
        goal: 150,
        against: { what: "the first page, without pictures", value: first.length / 1000 },
      }),
    ];
  },
};

async function fetched(address: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const begun = performance.now();
  const { byteLength } = await (await fetch(address)).arrayBuffer();
  return { ms: performance.now() - begun, bytes: byteLength };
}
