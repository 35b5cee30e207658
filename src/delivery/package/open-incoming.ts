import { done, type Outcome, problem, refused } from "#kernel";
import type { DeliveryFile } from "../read-delivery.ts";
import { firstLine } from "./first-line.ts";
import { openPackage, type Receiving } from "./open-package.ts";
import { isSealed } from "./unseal.ts";

/**
 * A file that came, package or plain lines. Of real cases nobody may believe plain lines: who sent them,
 * and who has read them on the way, is not known. Demo ones are taken as they are.
 * @param receiving none: a package cannot be opened.
 */
export async function openIncoming(
  file: DeliveryFile,
  receiving: Receiving | undefined,
): Promise<Outcome<DeliveryFile>> {
  if (await isSealed(file)) {
    return receiving
      ? await openPackage(file, receiving)
      : refused(problem("package-without-key", file.name));
  }
  return (await saysReal(file)) ? refused(problem("delivery-unsigned", file.name)) : done(file);
}

/** What cannot be read says nothing, and is refused when it is read. */
async function saysReal(file: DeliveryFile): Promise<boolean> {
  const first = firstLine();
  try {
    for await (const piece of file.open()) {
      first.take(piece);
      if (first.isWhole()) break;
    }
  } catch {
    return false;
  }
  return first.says("kind") === "real";
}
