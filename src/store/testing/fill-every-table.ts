import { addDays, type Instant, isoDate, randomId, strongRandomness } from "#kernel";
import type { Store } from "../store.ts";
import { type ExampleMunicipality, exampleInstant, startExampleCase } from "./examples.ts";

/** At least one row of the municipality's in every table that holds municipalities' rows. */
export async function fillEveryTable(
  store: Store,
  municipality: ExampleMunicipality,
): Promise<void> {
  const { code, unit, worker: account } = municipality;
  const at = exampleInstant;
  const { record, first } = startExampleCase(municipality);
  const claimed = { account, key: "first-save" };
  await store.within(code, async (tx) => {
    await tx.municipality.setContact("Samordnaren");
    await tx.sessions.insert({
      tokenHash: `hash-${code}`,
      account,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: `${addDays(isoDate(at.slice(0, 10)), 1)}T00:00:00.000Z` as Instant,
      revokedAt: null,
    });
    await tx.signInAttempts.recordFailure("account", "somebody", at);
    await tx.cases.insert(record, first, { birthYear: 1987 });
    await tx.idempotency.claim(claimed, "0".repeat(64), record.code, at);
    await tx.accessReasons.insert({
      id: randomId(strongRandomness),
      account,
      case: record.id,
      reason: "Vikarierar",
      at,
      until: at,
    });
    await tx.surveyAnswers.insert({
      id: randomId(strongRandomness),
      case: record.id,
      unit,
      response: { mode: "paper", answeredOn: isoDate("2026-03-12"), answers: {} },
    });
    tx.audit.append({ at, account, action: "case-started", case: record.id });
  });
}
