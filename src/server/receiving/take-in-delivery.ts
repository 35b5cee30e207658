import { openPackage } from "#delivery";
import {
  done,
  type Instant,
  type JsonValue,
  type MunicipalityCode,
  type Outcome,
  type Problem,
  problem,
  refused,
} from "#kernel";
import type { ReceiptView } from "../wire-of-deliveries.ts";
import type { Arrival, Judged, Receiver } from "./arrival.ts";
import { differencesFrom } from "./differences-from.ts";
import { type FoundRound, findRound, isFinal, receivingIn } from "./find-round.ts";
import { judgeDelivery } from "./judge-delivery.ts";
import { keepDelivery } from "./keep-delivery.ts";
import { intakeFolder } from "./kept-package.ts";
import { receiptView, refusedReceipt } from "./receipt-view.ts";
import { type TemporaryFile, temporaryFile } from "./temporary-file.ts";

/** What comes is called so in every sentence: the sender knows it by no other name. */
const names = { network: "Leveransen", file: "Filen" } as const;

/**
 * A stranger's bytes: on the disk first, then opened, read to the end and kept, in quarantine where
 * anything is wrong. No transaction is open while bytes are waited for or read.
 * @returns the receipt, also of what was refused; refused is what was never looked at: there is no such
 * round (`not-found`), it has ended, or the file is too large.
 */
export async function takeInDelivery(
  services: Receiver,
  arrival: Arrival,
): Promise<Outcome<ReceiptView>> {
  const { store } = services;
  const round = await store.within(arrival.receiver, (tx) => findRound(tx, arrival.round));
  if (!round) return refused(problem("not-found"));
  const { name } = round.invitation.round;
  if (round.kept.endedAt) return refused(problem("round-ended", undefined, { round: name }));
  if (isFinal(round)) return refused(problem("round-published", undefined, { round: name }));
  const written = await temporaryFile(intakeFolder(services), names[arrival.way], arrival.pieces);
  if (written.kind === "refused") return written;
  const file = written.value;
  try {
    return done(await judgeAndKeep(services, arrival, round, file));
  } finally {
    await file.remove();
  }
}

async function judgeAndKeep(
  services: Receiver,
  arrival: Arrival,
  round: FoundRound,
  file: TemporaryFile,
): Promise<ReceiptView> {
  const at = services.clock.now();
  const receiving = await receivingIn(services.keys, arrival.receiver, round.participants);
  const opened = await openPackage(file, receiving);
  const came: Came = { arrival, file, at };
  if (opened.kind === "refused") {
    return keep(services, came, quarantined(came, file.sha256, null, opened.problems));
  }
  const { sha256, sender } = opened.value;
  const known = round.deliveries.find((each) => each.id === sha256);
  if (known && known.state !== "quarantined") return receiptView(known);
  const codebooks = services.codebooks.asked();
  const { heading, outcome } = await judgeDelivery(opened.value, { ...round, codebooks });
  const participant = round.participants.find(({ code }) => code === sender.municipality)?.code;
  if (outcome.kind === "refused") {
    const found = quarantined(came, sha256, participant ?? null, outcome.problems);
    return keep(services, came, { ...found, heading: heading as unknown as JsonValue });
  }
  const { told, remarks } = outcome.value;
  const differences = await differencesFrom(services, arrival.receiver, { round, receiving, told });
  return keep(services, came, {
    ...quarantined(came, sha256, sender.municipality, remarks),
    state: "waiting",
    heading: told.heading as unknown as JsonValue,
    cases: told.numbers.cases,
    differences: differences as unknown as JsonValue,
  });
}

type Came = { readonly arrival: Arrival; readonly file: TemporaryFile; readonly at: Instant };

function quarantined(
  { arrival, file, at }: Came,
  id: string,
  participant: MunicipalityCode | null,
  problems: readonly Problem[],
): Judged {
  return {
    round: arrival.round,
    id,
    participant,
    way: arrival.way,
    arrivedAt: at,
    packageBytes: file.bytes,
    state: "quarantined",
    heading: null,
    cases: null,
    problems: problems as unknown as JsonValue,
    differences: null,
  };
}

async function keep(services: Receiver, { arrival, file, at }: Came, judged: Judged) {
  const kept = await keepDelivery(services, arrival, judged, file);
  return kept.kind === "refused" ? refusedReceipt(kept.problems, at) : receiptView(kept.value);
}
