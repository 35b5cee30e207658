import { birthYearOf } from "#codebook";
import type { UnitId } from "#kernel";
import { type CaseRecord, type ComparedCase, type LookAlikePair, lookAlikes } from "#registration";
import { approachCase } from "./http/approach-case.ts";
import type { Visit } from "./http/route.ts";

/** Pairs of the unit's cases that may be one person's; a restricted case is told to its readers alone. */
export async function lookAlikesIn(visit: Visit, unit: UnitId): Promise<readonly LookAlikePair[]> {
  const { tx, actor } = visit;
  const candidates = await tx.lookAlikes.among(unit);
  if (candidates.length < 2) return [];
  const visible = candidates.filter(
    ({ readers }) => readers === null || readers.includes(actor.account),
  );
  const isDismissed = await tx.lookAlikes.dismissed();
  return lookAlikes(compared(visit, visible), (one, other) => isDismissed(one.id, other.id));
}

/** The cases that may be the same person's as this one, of those that she may open without a reason. */
export async function lookAlikesOf(
  visit: Visit,
  record: CaseRecord,
): Promise<readonly CaseRecord[]> {
  const { tx, services } = visit;
  const codebook = services.codebooks.get(record.codebook);
  const birthYear = codebook && birthYearOf(codebook, record.sheet);
  if (birthYear === null || birthYear === undefined) return [];
  const near = await tx.lookAlikes.near(record, birthYear);
  if (near.length === 0) return [];
  const isDismissed = await tx.lookAlikes.dismissed();
  const pairs = lookAlikes(compared(visit, [record, ...near]), (one, other) =>
    isDismissed(one.id, other.id),
  );
  const others = pairs.flatMap(([one, other]) =>
    one.id === record.id ? [other] : other.id === record.id ? [one] : [],
  );
  const opened: CaseRecord[] = [];
  for (const other of others) {
    const { verdict } = await approachCase(visit, "GET /api/cases/:code", other.code, false);
    if (verdict === "allowed") opened.push(other);
  }
  return opened;
}

function compared({ services }: Visit, records: readonly CaseRecord[]): readonly ComparedCase[] {
  return records.flatMap((record) => {
    const codebook = services.codebooks.get(record.codebook);
    return codebook ? [{ record, codebook }] : [];
  });
}
