import type { Codebook } from "#codebook";
import { done, type Outcome, refused } from "#kernel";
import type { TakePassing } from "./case-lines.ts";
import { type DeliveryHeading, limits } from "./delivery-format.ts";
import { type Delivery, type DeliveryIntake, openDeliveryIntake } from "./delivery-intake.ts";
import { type FaultList, faultList } from "./faults.ts";
import { type LineSplitter, lineSplitter } from "./lines.ts";

/** A file of somebody else's; opened as often as it is read. */
export type DeliveryFile = {
  /** As people know it: what every problem names. */
  readonly name: string;
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
};

/** The heading alone: what the delivery says of itself, before its rows are looked at. */
export async function readHeading(
  file: DeliveryFile,
  codebooks: readonly Codebook[],
): Promise<Outcome<DeliveryHeading>> {
  const faults = faultList(file.name);
  const intake = openDeliveryIntake(codebooks, faults);
  await readInto(file, { ...intake, take: (line) => intake.take(line) && false }, faults);
  const heading = intake.heading();
  // Cut off within its first line, which says nothing then, right or wrong.
  if (!heading && faults.isEmpty()) faults.ofFile("delivery-truncated", { line: 1 });
  return heading && faults.isEmpty() ? done(heading) : refused(...faults.problems());
}

/**
 * Reads and checks a whole delivery. A stranger's bytes: nothing is believed, nothing grows beyond
 * `limits`, and every refusal names the file, the line and the reason.
 * @param pass is given each case as soon as it is right in itself: they count only if the delivery is not
 *   refused in the end, and are not held here.
 * @throws never for what is in the file; a file that cannot be read is a problem too.
 */
export async function readDelivery(
  file: DeliveryFile,
  codebooks: readonly Codebook[],
  pass?: TakePassing,
): Promise<Outcome<Delivery>> {
  const faults = faultList(file.name);
  const intake = openDeliveryIntake(codebooks, faults, pass);
  const isWhole = await readInto(file, intake, faults);
  const delivery = isWhole ? intake.finish() : undefined;
  return delivery ? done(delivery) : refused(...faults.problems());
}

class Unreadable extends Error {}

/** @returns whether the file was read to its end. */
async function readInto(
  file: DeliveryFile,
  intake: DeliveryIntake,
  faults: FaultList,
): Promise<boolean> {
  const splitter = lineSplitter();
  let read = 0;
  if (file.bytes > limits.bytes) return tooLarge(faults);
  try {
    for await (const chunk of chunksOf(file)) {
      read += chunk.length;
      if (read > limits.bytes) return tooLarge(faults);
      for (const line of splitter.split(chunk)) {
        if (isTooLong(line.bytes.length, line.number, faults) || !intake.take(line)) return false;
      }
      if (isTooLong(splitter.pending(), splitter.next(), faults)) return false;
    }
  } catch (reason) {
    if (!(reason instanceof Unreadable)) throw reason;
    faults.ofFile("file-unreadable", { reason: reason.message });
    return false;
  }
  return takeRest(splitter, read, intake, faults);
}

function takeRest(
  splitter: LineSplitter,
  read: number,
  intake: DeliveryIntake,
  faults: FaultList,
): boolean {
  if (read === 0) {
    faults.ofFile("delivery-empty");
    return false;
  }
  const rest = splitter.rest();
  return rest === undefined || intake.take(rest);
}

async function* chunksOf(file: DeliveryFile): AsyncGenerator<Uint8Array> {
  try {
    yield* file.open();
  } catch (reason) {
    throw new Unreadable(reason instanceof Error ? reason.message : String(reason));
  }
}

function tooLarge(faults: FaultList): false {
  faults.ofFile("delivery-too-large", { limit: limits.megabytes });
  return false;
}

function isTooLong(bytes: number, line: number, faults: FaultList): boolean {
  if (bytes <= limits.lineBytes) return false;
  faults.ofFile("delivery-line-too-long", { line, limit: limits.lineKilobytes });
  return true;
}
