import {
  type CaseTies,
  drawSample,
  findSigns,
  type Grant,
  isHers,
  type LogAct,
  sampledActions,
  signRules,
  wasRestricted,
} from "#access";
import { type AccountId, addHours, type Instant, swedishDay } from "#kernel";
import type { LogMark, MunicipalityTransaction } from "#store";

type ActLine = Awaited<ReturnType<MunicipalityTransaction["logReading"]["acts"]>>[number];

/** The lines of the log that a review covers. */
type Stretch = {
  readonly fromSequence: number;
  readonly throughSequence: number;
  readonly fromAt: Instant;
};

/** Every sign in a stretch of the log, and a sample of its other reads, drawn with the seed. */
export async function findMarks(
  tx: MunicipalityTransaction,
  { fromSequence, throughSequence, fromAt }: Stretch,
  seed: number,
): Promise<{ readonly marks: readonly Omit<LogMark, "settled">[]; readonly reads: number }> {
  const lines = await tx.logReading.acts(fromSequence, throughSequence);
  const since = addHours(fromAt, -24 * signRules.usualDays);
  const earlier = await tx.logReading.actsBefore(fromSequence, since);
  const judge = await judgeOf(tx, [...lines, ...earlier]);
  const signs = findSigns(lines.map(judge), earlier.map(judge));
  // What a rule has pointed at is looked at anyway.
  const pointedAt = new Set(signs.flatMap(({ sequences }) => sequences));
  const reads = lines.filter(
    ({ action, sequence }) => sampledActions.includes(action) && !pointedAt.has(sequence),
  );
  const bySequence = new Map(reads.map((line) => [line.sequence, line]));
  const sample = drawSample([...bySequence.keys()], seed).flatMap((sequence) => {
    const line = bySequence.get(sequence);
    if (!line) return [];
    const { account, at } = line;
    const day = swedishDay(at);
    return [{ kind: "sample" as const, account, day, sequences: [sequence], cases: 1 }];
  });
  const marks = [...signs, ...sample].map((mark, index) => ({ ...mark, number: index + 1 }));
  return { marks, reads: reads.length };
}

/** Says of a line whether the case was the person's to open when it was written. */
export async function judgeOf(
  tx: MunicipalityTransaction,
  lines: readonly Pick<ActLine, "case">[],
): Promise<<Line extends ActLine>(line: Line) => Line & Pick<LogAct, "isHers" | "isRestricted">> {
  const cases = [...new Set(lines.flatMap((line) => line.case ?? []))];
  const ties: CaseTies = await tx.logReading.ties(cases);
  const grants = new Map<AccountId, readonly Grant[]>(
    (await tx.accounts.list()).map((account) => [account.id, account.grants]),
  );
  return (line) => {
    const past = (line.case && ties.get(line.case)) ?? [];
    // Of a case that has been disposed of nobody knows any more whose it was: that is no sign.
    const isGone = line.case !== null && !ties.has(line.case);
    return {
      ...line,
      isHers: isGone || isHers(past, line.account, grants.get(line.account) ?? [], line.at),
      isRestricted: wasRestricted(past, line.at),
    };
  };
}
