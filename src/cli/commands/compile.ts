import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Compilation, type CompiledRelease, compileRelease } from "#compilation";
import { done, type Outcome, problem, problemSentence, refused, systemClock } from "#kernel";
import { roundCodebooks } from "#screening";
import { cancelledBySignal } from "../cancelled-by-signal.ts";
import { counted } from "../counted.ts";
import { deliveryFilesIn } from "../delivery-files.ts";
import { fail } from "../fail.ts";
import { readText } from "../read-text.ts";
import { pairedWords, readReceiving } from "../receiving.ts";
import { showProgress } from "../show-progress.ts";
import { attacksTried, protectedNumbers, stepProgress } from "../step-progress.ts";
import { wholeNumber } from "../whole-number.ts";

/** A participant may subtract its own; with three there are two others left. */
const leastParticipants = 3;

const options = {
  out: { type: "string" },
  "skip-invalid": { type: "boolean", default: false },
  interim: { type: "boolean", default: false },
  areas: { type: "string" },
  participants: { type: "string" },
  key: { type: "string" },
  senders: { type: "string" },
  ledger: { type: "string" },
  threads: { type: "string", default: "2" },
  json: { type: "boolean", default: false },
} as const;

/** Makes a release of all deliveries in a folder. Nothing is written when any of them is refused. */
export async function compile(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const areas = await readAreas(wish.areas);
  if (areas.kind === "refused") return fail(areas.problems);
  const participants = await readParticipants(wish.participants);
  if (participants.kind === "refused") return fail(participants.problems);
  const receiving = await readReceiving(wish.key, wish.senders);
  if (receiving.kind === "refused") return fail(receiving.problems);
  const files = await deliveryFilesIn(wish.folder);
  if (files.kind === "refused") return fail(files.problems);
  const reading = showProgress(files.value.length, "deliveries");
  const protecting = stepProgress(protectedNumbers);
  const auditing = stepProgress(attacksTried);
  const compiled = await compileRelease({
    deliveries: files.value,
    receiving: receiving.value,
    out: wish.out,
    codebooks: roundCodebooks(),
    skipInvalid: wish.skipInvalid,
    leastParticipants,
    threads: wish.threads,
    areas: areas.value,
    participants: participants.value,
    isInterim: wish.isInterim,
    ledger: wish.ledger,
    clock: systemClock,
    progress: () => reading.add(1),
    protecting: protecting.at,
    auditing: auditing.at,
    untilCancelled: cancelledBySignal,
  });
  for (const step of [reading, protecting, auditing]) step.end();
  if (compiled.kind === "refused") {
    fail(compiled.problems);
    if (
      !wish.skipInvalid &&
      compiled.problems.some(({ code }) => /^(?:delivery|package)-/.test(code))
    ) {
      fail(["Nothing was written. Put it right, or leave these out with --skip-invalid."]);
    }
    return;
  }
  for (const { file, by } of compiled.value.replaced) {
    process.stderr.write(`replaced: ${file} by ${by}\n`);
  }
  for (const each of compiled.value.skipped) {
    process.stderr.write(`left out: ${problemSentence(each, "en")}\n`);
  }
  process.stdout.write(`${summaryOf(compiled.value, wish)}\n`);
}

function summaryOf(
  { document, tables, verdict }: CompiledRelease,
  { out, isJson }: { readonly out: string; readonly isJson: boolean },
): string {
  const { municipalities, cases, missing } = document;
  const areas = tables.regions.filter(({ level }) => level === "area").length;
  if (isJson) {
    return JSON.stringify({ release: out, municipalities, areas, cases, missing, verdict });
  }
  const places = counted(municipalities, "municipality", "municipalities");
  return [
    `${places}, ${cases ?? "too few"} cases: a release in ${out}.`,
    `Audited: ${verdict}.`,
  ].join("\n");
}

/** A list of areas that somebody has decided. What is wrong in it is told once it is known who takes part. */
async function readAreas(path: string | undefined): Promise<Outcome<Compilation["areas"]>> {
  if (path === undefined) return done(undefined);
  try {
    return done({ list: JSON.parse(await readFile(path, "utf8")) as unknown, at: path });
  } catch (error) {
    return refused(problem("file-unreadable", path, { reason: (error as Error).message }));
  }
}

const Participants = z
  .array(
    z.strictObject({ code: z.string().regex(/^\d{4}$/), name: z.string().trim().min(1).max(100) }),
  )
  .min(1)
  .refine((all) => new Set(all.map(({ code }) => code)).size === all.length);

/** All who take part in the round: codes and names. */
async function readParticipants(
  path: string | undefined,
): Promise<Outcome<Compilation["participants"]>> {
  if (path === undefined) return done(undefined);
  const text = await readText(path);
  if (text.kind === "refused") return text;
  try {
    return done(Participants.parse(JSON.parse(text.value)));
  } catch {
    const reason = 'it must be like [{ "code": "9001", "name": "Xaby" }], each code once';
    return refused(problem("file-unreadable", path, { reason }));
  }
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad compile --help";
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) return `Name one folder of deliveries. ${help}`;
    if (!values.out) return `--out RELEASE is needed. ${help}`;
    const threads = wholeNumber(values.threads, { least: 1, most: 64 });
    if (threads === undefined) {
      return "--threads must be a whole number from 1 to 64.";
    }
    const { areas, participants, ledger, key, senders, json: isJson, interim: isInterim } = values;
    const out = values.out.replace(/\/+$/, "");
    if (isInterim && areas !== undefined) {
      return "--interim is of the nation alone: leave --areas out.";
    }
    const skipInvalid = values["skip-invalid"];
    const wish = {
      folder,
      out,
      areas,
      participants,
      ledger,
      key,
      senders,
      threads,
      isJson,
      isInterim,
      skipInvalid,
    };
    return pairedWords(key, senders) ?? wish;
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
