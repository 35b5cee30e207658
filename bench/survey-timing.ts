import { type Randomness, seededRandomness } from "#kernel";
import { hashSecret, parseWayIn } from "#survey";
import {
  openByPost,
  postForm,
  sendAnswers,
  type WithDigits,
} from "../test/journeys/survey-by-post.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { type DemoVisitor, demoAccount, signIn } from "./harness/demo-visitor.ts";
import { inviteClient } from "./harness/invited-client.ts";
import { connectAsOwner } from "./harness/owner-client.ts";
import { quantile } from "./harness/quantile.ts";

const smallDemo = ["--municipalities", "9", "--cases", "450"];

/** Of each kind of token; four requests with each, since the fifth would close a living one. */
const tokens = 100;
const triesOfEach = 4;
const warmUp = 1;

const wrongPin = "0000";

export const tokenTiming: Benchmark = {
  ids: {
    "survey-token-timing":
      "how far apart the median times of a refusal lie, for a used link, one that is too old, an unknown one, and a living one without the right digits; 300 of each, in turns",
  },
  async measure(progress) {
    progress("starting a small demo");
    const { program, origin, dataFolder } = await startDemo({ words: smallDemo });
    const worker = await signIn(origin, await demoAccount(origin, "caseWorker"));
    progress(`${tokens} clients of each kind`);
    const kinds = await tokensOfEachKind(origin, worker, dataFolder);
    const taken = new Map([...kinds.keys()].map((kind): [string, number[]] => [kind, []]));
    const pages = new Set<string>();
    for (let round = -warmUp; round < triesOfEach - warmUp; round++) {
      progress(`every token, round ${round + 1} of ${triesOfEach - warmUp}`);
      for (let index = 0; index < tokens; index++) {
        for (const [kind, ways] of kinds) {
          const { ms, page } = await refused(origin, ways[index] ?? "");
          pages.add(page);
          if (round >= 0) taken.get(kind)?.push(ms);
        }
      }
    }
    await program.stop();
    if (pages.size !== 1) throw new Error(`there are ${pages.size} pages for one refusal`);
    for (const [kind, each] of taken) progress(`${kind}: ${quantile(each, 0.5).toFixed(3)} ms`);
    const all = [...taken.values()];
    const medians = all.map((each) => quantile(each, 0.5));
    const apart = Math.max(...medians) - Math.min(...medians);
    const noise = noiseOf(all, seededRandomness(7));
    progress(`apart ${apart.toFixed(3)} ms, noise ${noise.toFixed(3)} ms`);
    return [
      atMost({
        id: "survey-token-timing",
        value: apart / noise,
        unit: "×",
        goal: 3,
        against: {
          what: "how far apart the medians of two halves of one kind lie, the mean of many ways to halve it",
          value: 1,
        },
      }),
    ];
  },
};

/** In turns, so that all meet the same weather. */
async function tokensOfEachKind(origin: string, worker: DemoVisitor, dataFolder: string) {
  const unknown = await inviteClient(worker);
  const kinds = { used: [] as string[], old: [] as string[], unknown: [] as string[] };
  const living: string[] = [];
  const old: WithDigits[] = [];
  const randomness = seededRandomness(128);
  for (let index = 0; index < tokens; index++) {
    const used = await inviteClient(worker);
    const answered = await sendAnswers(origin, await openByPost(origin, used), { V26: "1" });
    if (answered.status !== 303) throw new Error("the answers were not taken in");
    kinds.used.push(used.way);
    old.push(await inviteClient(worker));
    kinds.unknown.push(otherSecret(unknown.way, randomness));
    living.push((await invitedButFor(worker, wrongPin)).way);
  }
  kinds.old.push(...old.map(({ way }) => way));
  await makeTooOld(dataFolder, worker, old);
  return new Map(Object.entries({ ...kinds, living }));
}

/** Somebody whose digits are others. */
async function invitedButFor(worker: DemoVisitor, wrong: string): Promise<WithDigits> {
  const invited = await inviteClient(worker);
  return invited.pin === wrong ? await invitedButFor(worker, wrong) : invited;
}

function otherSecret(way: string, randomness: Randomness): string {
  return way.slice(0, 4) + Buffer.from(randomness.bytes(16)).toString("base64url");
}

/** Their thirty minutes are over. */
async function makeTooOld(
  dataFolder: string,
  { account }: DemoVisitor,
  old: readonly WithDigits[],
): Promise<void> {
  const { client, close } = await connectAsOwner(dataFolder);
  await client.query("select set_config('app.municipality', $1, false)", [
    account.municipality.code,
  ]);
  const hashes = old.map(({ way }) => hashSecret(parseWayIn(way)?.secret ?? ""));
  const { rowCount } = await client.query(
    `update survey_invitations set invited_at = invited_at - interval '31 minutes',
       expires_at = expires_at - interval '31 minutes'
     where link_hash = any($1)`,
    [hashes],
  );
  if (rowCount !== old.length) throw new Error(`${rowCount} of ${old.length} were made too old`);
  await client.query("vacuum analyze survey_invitations");
  await close();
}

async function refused(origin: string, way: string) {
  const begun = performance.now();
  const response = await postForm(origin, "/e/oppna", { way, pin: wrongPin, sprak: "sv" });
  const page = await response.text();
  const ms = performance.now() - begun;
  // The way itself stands in a hidden field, so that she need not write it twice.
  return { ms, page: `${response.status} ${page.replaceAll(way, "")}` };
}

/** How far apart the medians of two halves of one kind lie, on average over many ways to halve it. */
function noiseOf(kinds: readonly (readonly number[])[], randomness: Randomness): number {
  const apart = kinds.flatMap((taken) =>
    Array.from({ length: 200 }, () => {
      const halves: [number[], number[]] = [[], []];
      for (const [place, index] of shuffled(taken.length, randomness).entries()) {
        halves[place % 2 === 0 ? 0 : 1].push(taken[index] ?? 0);
      }
      return Math.abs(quantile(halves[0], 0.5) - quantile(halves[1], 0.5));
    }),
  );
  return apart.reduce((sum, each) => sum + each, 0) / apart.length;
}

function shuffled(count: number, randomness: Randomness): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = randomness.below(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
