import { join } from "node:path";
import { generateReceivingKey } from "#delivery";
import {
  municipalityCode,
  type Outcome,
  problemSentence,
  strongRandomness,
  systemClock,
} from "#kernel";
import { givenMunicipality } from "#scenario";
import { makeBackup, openEmbedded, restoreBackup } from "#store";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { fillCases } from "./harness/fill-cases.ts";
import { connectAsOwner } from "./harness/owner-client.ts";
import { atEnd } from "./harness/tidying.ts";
import { timeOf } from "./harness/time-of.ts";

const municipality = "9001";
const cases = 100_000;
/** Lived through, each with its history and its lines in the log; the others are like them. */
const lived = 300;

export const backingUp: Benchmark = {
  ids: {
    "backup-100k":
      "one sealed file of a running store with 100 000 cases: read in one moment, digested, compressed, encrypted and synced",
    "restore-100k":
      "the same back into an empty folder: opened, written, read back and compared, every log followed",
  },
  async measure(progress) {
    const folder = makeBenchFolder();
    const passedIn = { clock: systemClock, randomness: strongRandomness };
    const place = { kind: "folder", folder: join(folder, "store") } as const;
    const store = sure(await openEmbedded({ ...passedIn, folder: place.folder, kind: "demo" }));
    const close = atEnd(store.close);
    progress(`filling a municipality up to ${cases} cases`);
    const code = municipalityCode(municipality);
    await givenMunicipality(code, { seed: 1 })
      .withUnit("Familjefrid")
      .withWorker("Anna")
      .withCases(lived)
      .writtenTo(store);
    const { client, close: leave } = await connectAsOwner(place.folder);
    await fillCases(client, { municipality }, cases);
    progress("the floors: every row read, and every row copied, within the database");
    const read = await timeOf(() => client.query("select sum(length(cases::text)) from cases"));
    const copied = await timeOf(async () => {
      await client.query("create schema bench");
      await client.query("create table bench.copy (like public.cases including all)");
      await client.query("insert into bench.copy select * from cases");
    });
    await client.query("drop schema bench cascade");
    await leave();

    const key = await generateReceivingKey();
    const out = join(folder, "all.skillnad");
    const watching = { progress: () => {}, signal: new AbortController().signal };
    progress("backing up");
    const order = { ...passedIn, ...watching, files: join(folder, "source-files") };
    const backup = await timeOf(async () => {
      const told = sure(await makeBackup({ ...order, place, out, recipients: [key.public] }));
      progress(`${Math.round(told.bytes / 1e6)} MB, ${told.rows} rows`);
    });
    await close();
    progress("restoring");
    const restore = await timeOf(async () => {
      const into = { kind: "folder", folder: join(folder, "restored") } as const;
      const opening = { file: out, identities: [key.private], kind: "demo" } as const;
      sure(
        await restoreBackup({
          ...{ ...order, ...opening, place: into },
          files: join(folder, "files"),
        }),
      );
    });
    return [
      atMost({
        id: "backup-100k",
        value: backup / 1000,
        unit: "s",
        goal: 60,
        against: { what: "the database reading every case as text", value: read / 1000 },
      }),
      atMost({
        id: "restore-100k",
        value: restore / 1000,
        unit: "s",
        goal: 120,
        against: {
          what: "the database copying the cases with their indexes",
          value: copied / 1000,
        },
      }),
    ];
  },
};

function sure<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === "done") return outcome.value;
  throw new Error(outcome.problems.map((each) => problemSentence(each, "en")).join(" "));
}
