import type { SurveyLanguageList } from "#server";
import { answerKeyIn, openByPost, postForm } from "../test/journeys/survey-by-post.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { type DemoVisitor, demoAccount, signIn } from "./harness/demo-visitor.ts";
import { inviteClient } from "./harness/invited-client.ts";

const smallDemo = ["--municipalities", "9", "--cases", "450"];

/** All answered and carried along; the largest code of each makes no page smaller. */
const answers = { V26: "5", V27: "5", V28: "4", V29: "5" };

export const surveyPageSize: Benchmark = {
  ids: {
    "survey-page-size":
      "the largest page that a client meets in any language, as it is sent: all questions at once, with its style and its script",
  },
  async measure(progress) {
    progress("starting a small demo");
    const { program, origin } = await startDemo({ words: smallDemo });
    const worker = await signIn(origin, await demoAccount(origin, "caseWorker"));
    const nyckel = answerKeyIn(await openByPost(origin, await inviteClient(worker))) ?? "";
    const sizes = new Map<string, number>();
    for (const tag of await languagesOf(worker)) {
      for (const vy of ["en", "alla"]) {
        const fields = { nyckel, sprak: tag, vy, fraga: "1", steg: vy, ...answers };
        const page = await (await postForm(origin, "/e/svar", fields)).text();
        if (!page.includes(nyckel)) throw new Error(`no page with questions in ${tag}`);
        sizes.set(`${tag} ${vy}`, await kilobytesOf(origin, page));
      }
    }
    const done = await (await fetch(`${origin}/e/klart`)).text();
    const against = {
      what: "the page that only says thanks, in one language",
      value: await kilobytesOf(origin, done),
    };
    await program.stop();
    for (const [name, size] of sizes) progress(`${name}: ${size.toFixed(1)} kB`);
    const value = Math.max(...sizes.values());
    return [atMost({ id: "survey-page-size", value, unit: "kB", goal: 30, against })];
  },
};

async function languagesOf(worker: DemoVisitor): Promise<readonly string[]> {
  const { languages } = await worker.request<SurveyLanguageList>("GET /api/survey-languages");
  return languages.filter(({ isUsable }) => isUsable).map(({ tag }) => tag);
}

/** The page and what it asks its browser to load, before any compression. */
async function kilobytesOf(origin: string, page: string): Promise<number> {
  const loaded = page.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="?(\/[^\s">]+)/g);
  let bytes = Buffer.byteLength(page);
  for (const [, path = ""] of loaded) {
    bytes += (await (await fetch(`${origin}${path}`)).arrayBuffer()).byteLength;
  }
  return bytes / 1000;
}
