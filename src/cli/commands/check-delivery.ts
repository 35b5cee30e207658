import { parseArgs } from "node:util";
import {
  type Delivery,
  type DeliveryFile,
  type OpenedPackage,
  openIncoming,
  readDelivery,
} from "#delivery";
import { type Outcome, type Problem, problemSentence } from "#kernel";
import { roundCodebooks } from "#screening";
import { deliveryFileAt } from "../delivery-files.ts";
import { fail } from "../fail.ts";
import { pairedWords, readReceiving } from "../receiving.ts";

const options = {
  key: { type: "string" },
  senders: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** Says what a delivery is, plain or in a package, or all that is wrong with it. */
export async function checkDelivery(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const receiving = await readReceiving(wish.key, wish.senders);
  if (receiving.kind === "refused") return fail(receiving.problems);
  const file = await deliveryFileAt(wish.file);
  if (file.kind === "refused") return fail(file.problems);
  const opened = await openIncoming(file.value, receiving.value);
  // Before it is sealed a real delivery is plain lines, which its owner may look at.
  const isUnsigned = isOnlyUnsigned(opened);
  if (opened.kind === "refused" && !isUnsigned) return refuse(wish, opened.problems);
  const content = opened.kind === "done" ? opened.value : file.value;
  const delivery = await readDelivery(content, roundCodebooks());
  if (delivery.kind === "refused") return refuse(wish, delivery.problems);
  const told = describe(delivery.value, wish.file, isPackage(content));
  process.stdout.write(`${wish.isJson ? JSON.stringify(told, null, 2) : inWords(told)}\n`);
}

function isOnlyUnsigned(opened: Outcome<unknown>): boolean {
  return (
    opened.kind === "refused" && opened.problems.every((each) => each.code === "delivery-unsigned")
  );
}

function isPackage(file: DeliveryFile | OpenedPackage): boolean {
  return "sender" in file;
}

function refuse({ file, isJson }: Wish, problems: readonly Problem[]): void {
  if (!isJson) {
    fail(problems);
    return;
  }
  const told = problems.map(({ code, details }) => ({ code, details }));
  const sentences = problems.map((each) => problemSentence(each, "en"));
  process.stdout.write(`${JSON.stringify({ file, problems: told, sentences }, null, 2)}\n`);
  process.exitCode = 1;
}

function describe({ heading, count, hash }: Delivery, file: string, isSigned: boolean) {
  const { format: _, ...rest } = heading;
  return { file, isSigned, ...rest, cases: count, hash };
}

/** Names are the sender's own words; the check has refused those that would steer a terminal. */
function inWords(told: ReturnType<typeof describe>): string {
  const { kind, municipality, round, codebook, sequence, level, units, statedCases } = told;
  const signed = told.isSigned
    ? "Signed by the municipality and sealed."
    : "Not signed and not sealed: a real one is sent as a package, see skillnad seal.";
  return [
    `${told.file}: ${kind === "demo" ? "an invented delivery" : "a delivery"} without faults.`,
    `  municipality  ${municipality.code} ${municipality.name}, county ${municipality.county}`,
    `  units         ${units.length === 0 ? "not told" : units.join(", ")}`,
    `  round         ${round.id}, ${round.from} to ${round.through}, as at ${round.cutOff}`,
    `  codebook      ${codebook.id} ${codebook.version}`,
    `  delivery      number ${sequence}, ${level}`,
    `  cases         ${told.cases}${statedCases === null ? "" : ` of ${statedCases} stated`}`,
    signed,
  ].join("\n");
}

type Wish = Exclude<ReturnType<typeof readWish>, string>;

function readWish(words: readonly string[]) {
  const help = "Try: skillnad check-delivery --help";
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return `Name one file. ${help}`;
    const { key, senders, json: isJson } = values;
    return pairedWords(key, senders) ?? { file, key, senders, isJson };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
