import { done, type Outcome, problem, refused } from "#kernel";
import type { DeliveryFile } from "../read-delivery.ts";
import { type FirstLine, firstLine } from "./first-line.ts";
import { openPackage, type Receiving } from "./open-package.ts";
import { sealedLine } from "./unseal.ts";

/**
 * A file that came, package or plain lines. Of real cases nobody may believe plain lines: who sent them,
 * and who has read them on the way, is not known. Demo ones are taken as they are.
 * @param receiving none: a package cannot be opened.
 */
export async function openIncoming(
  file: DeliveryFile,
  receiving: Receiving | undefined,
): Promise<Outcome<DeliveryFile>> {
  const first = await firstLineOf(file);
  if (first.is(sealedLine)) {
    return receiving
      ? await openPackage(file, receiving)
      : refused(problem("package-without-key", file.name));
  }
  return first.says("kind") === "real"
    ? refused(problem("delivery-unsigned", file.name))
    : done(file);
}

/** What cannot be read says nothing, and is refused when it is read. */
async function firstLineOf(file: DeliveryFile): Promise<FirstLine> {
  const first = firstLine();
  try {
    for await (const piece of file.open()) {
      first.take(piece);
      if (first.isWhole()) break;
    }
  } catch {
    return firstLine();
  }
  return first;
}
