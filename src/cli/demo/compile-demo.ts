import { effectiveCodebooks } from "#codebook";
import { type CompiledRelease, compileRelease } from "#compilation";
import { type Outcome, systemClock } from "#kernel";
import { deliveryFilesIn } from "../delivery-files.ts";
import { deliveriesIn } from "./demo-order.ts";

/** What the invented municipalities have delivered, as a release; of the nation alone, or of all levels. */
export async function compileDemo(
  workshop: string,
  out: string,
  { isInterim }: { readonly isInterim: boolean },
): Promise<Outcome<CompiledRelease>> {
  const files = await deliveryFilesIn(deliveriesIn(workshop));
  if (files.kind === "refused") return files;
  return await compileRelease({
    deliveries: files.value,
    out,
    codebooks: effectiveCodebooks(),
    skipInvalid: false,
    leastParticipants: 1,
    isInterim,
    // Beside it people already use the demo.
    threads: isInterim ? 2 : 1,
    clock: systemClock,
  });
}
