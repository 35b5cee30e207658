import { openByPost, sendAnswers } from "../test/journeys/survey-by-post.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { demoAccount, signIn } from "./harness/demo-visitor.ts";
import { openDurableInsert } from "./harness/durable-insert.ts";
import { inviteClient } from "./harness/invited-client.ts";
import { quantile } from "./harness/quantile.ts";

const smallDemo = ["--municipalities", "9", "--cases", "450"];

const answers = { V26: "1", V27: "3", V28: "2", V29: "1" };

/** In rounds, so that both sides see the same disk. */
const rounds = 12;
const clientsPerRound = 20;
/** Rounds before the first that counts: a running server has long been warm. */
const warmUp = 2;

export const answering: Benchmark = {
  ids: {
    "survey-answer-p95":
      "the client's last step over HTTP, from her press on «Skicka» until she is told that the answers have come, sealed and synced; 240 clients, 95th percentile",
  },
  async measure(progress) {
    progress("starting a small demo");
    const { program, origin, dataFolder } = await startDemo({ words: smallDemo });
    const bare = await openDurableInsert(dataFolder);
    const worker = await signIn(origin, await demoAccount(origin, "caseWorker"));
    const taken: number[] = [];
    const inserts: number[] = [];
    for (let round = -warmUp; round < rounds; round++) {
      progress(`${clientsPerRound} clients, round ${round + 1} of ${rounds}`);
      const opened: string[] = [];
      while (opened.length < clientsPerRound) {
        opened.push(await openByPost(origin, await inviteClient(worker)));
      }
      for (const page of opened) {
        const answered = await sentIn(origin, page);
        const inserted = await bare.insert();
        if (round < 0) continue;
        taken.push(answered);
        inserts.push(inserted);
      }
    }
    await bare.close();
    await program.stop();
    return [
      atMost({
        id: "survey-answer-p95",
        value: quantile(taken, 0.95),
        unit: "ms",
        goal: 50,
        against: {
          what: "a bare insert and commit, synced, in the same database: the same percentile",
          value: quantile(inserts, 0.95),
        },
      }),
    ];
  },
};

/** @returns milliseconds. @throws unless the answers were taken in: what is refused is not fast. */
async function sentIn(origin: string, page: string): Promise<number> {
  const begun = performance.now();
  const response = await sendAnswers(origin, page, answers);
  await response.arrayBuffer();
  const taken = performance.now() - begun;
  const to = response.headers.get("location") ?? "";
  if (response.status !== 303 || !to.startsWith("/e/klart")) {
    throw new Error(`the answers were not taken in: ${response.status} ${to}`);
  }
  return taken;
}
