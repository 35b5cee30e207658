import { done, type JsonValue, type Outcome, type Problem, problem, refused } from "#kernel";
import type { IncomingDelivery, MunicipalityTransaction, Store } from "#store";
import type { Arrival, Judged, Receiver } from "./arrival.ts";
import { problemsIn } from "./receipt-view.ts";
import { headingOf, latestSound } from "./round-standing.ts";
import type { TemporaryFile } from "./temporary-file.ts";

/** Of what was refused so much is kept of a round from each participant, and of all that is nobody's. */
const mostQuarantined = { packages: 50, bytes: 64 * 1024 * 1024 };

/**
 * Puts it into the store, once. Refused with the sentences of a package that is nobody's, or one too many,
 * of which nothing is kept: else a stranger could fill the disk.
 */
export async function keepDelivery(
  { store, clock }: Receiver,
  { receiver, by }: Arrival,
  judged: Judged,
  file: TemporaryFile,
): Promise<Outcome<IncomingDelivery>> {
  return inTurn(store, () =>
    store.within(receiver, async (tx) => {
      const before = await tx.incomingDeliveries.list(judged.round);
      const delivery = overtaken(judged, before, file.name);
      const problems = problemsIn(delivery);
      const known = before.find(({ id }) => id === delivery.id);
      if (known?.state === "quarantined" && delivery.state === "waiting") {
        await tx.incomingDeliveries.admit(delivery.round, delivery.id, delivery);
      } else if (known) {
        return done(known);
      } else if (delivery.state === "quarantined" && isFull(delivery, before)) {
        return refused(...problems);
      } else {
        await tx.incomingDeliveries.insert(delivery, file.open());
      }
      note(tx, delivery, by, clock.now());
      const kept = await tx.incomingDeliveries.find(delivery.round, delivery.id);
      if (!kept) throw new Error(`${delivery.id} was not kept`);
      return done(kept);
    }),
  );
}

/** While it was read, another of the same municipality may have come. */
function overtaken(judged: Judged, before: readonly IncomingDelivery[], at: string): Judged {
  const heading = headingOf(judged);
  if (judged.state !== "waiting" || !judged.participant || !heading) return judged;
  const latest = latestSound(judged.participant, before);
  const sequence = (latest && headingOf(latest)?.sequence) ?? 0;
  if (heading.sequence > sequence || latest?.id === judged.id) return judged;
  const found: readonly Problem[] = [
    problem("delivery-sequence-taken", at, { sequence: heading.sequence }),
  ];
  return { ...judged, state: "quarantined", problems: found as unknown as JsonValue };
}

function isFull(delivery: Judged, before: readonly IncomingDelivery[]): boolean {
  const others = before.filter(
    ({ state, participant }) => state === "quarantined" && participant === delivery.participant,
  );
  const bytes = others.reduce((sum, { packageBytes }) => sum + packageBytes, delivery.packageBytes);
  return others.length >= mostQuarantined.packages || bytes > mostQuarantined.bytes;
}

function note(
  { audit }: MunicipalityTransaction,
  { round, id, participant, way, state }: Judged,
  account: Arrival["by"],
  at: Judged["arrivedAt"],
): void {
  const details = { round, delivery: id, participant, way };
  const action = state === "waiting" ? "delivery.arrived" : "delivery.quarantined";
  audit.append({ at, account, action, details });
}

const turns = new WeakMap<Store, Promise<unknown>>();

/** One after another: of two with the same number only one may be the first. */
async function inTurn<Value>(store: Store, work: () => Promise<Value>): Promise<Value> {
  const before = turns.get(store) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(
    store,
    mine.catch(() => {}),
  );
  return mine;
}
