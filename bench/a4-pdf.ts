import PDFDocument from "pdfkit";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { demoAccount, demoSignIn } from "./harness/demo-visitor.ts";

const visits = 10;
const path = "/api/documents/committee/nation/pdf";

export const a4Pdf: Benchmark = {
  ids: {
    "a4-pdf":
      "«Till nämnden» as a tagged PDF, from the request to its last byte; the slowest of 10, the first of which loads what writes it",
  },
  async measure(progress) {
    progress("starting the demo");
    const { program, origin } = await startDemo();
    const cookie = await signIn(origin);
    const taken: number[] = [];
    for (let visit = 0; visit < visits; visit++) taken.push(await fetchPdf(origin, cookie));
    await program.stop();
    const against = {
      what: "writing an empty PDF page with the same library",
      value: await writeEmptyPage(),
    };
    const value = Math.max(...taken) / 1000;
    return [atMost({ id: "a4-pdf", value, unit: "s", goal: 5, against })];
  },
};

async function signIn(origin: string): Promise<string> {
  const account = await demoAccount(origin, "committeeReader");
  const session = await fetch(`${origin}/api/demo-session`, {
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/json" },
    body: JSON.stringify(demoSignIn(account)),
  });
  return session.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** @returns milliseconds. */
async function fetchPdf(origin: string, cookie: string): Promise<number> {
  const begun = performance.now();
  const response = await fetch(`${origin}${path}`, { headers: { Cookie: cookie } });
  const bytes = await response.arrayBuffer();
  const taken = performance.now() - begun;
  if (!response.ok || bytes.byteLength < 10_000) throw new Error(`${path}: ${response.status}`);
  return taken;
}

/** @returns seconds. */
async function writeEmptyPage(): Promise<number> {
  const begun = performance.now();
  const pdf = new PDFDocument({ size: "A4" });
  const { promise, resolve } = Promise.withResolvers<void>();
  pdf.on("data", () => {});
  pdf.on("end", () => resolve());
  pdf.end();
  await promise;
  return (performance.now() - begun) / 1000;
}
