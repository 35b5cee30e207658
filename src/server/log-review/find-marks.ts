import {
  type CaseTies,
  drawSample,
  findSigns,
  grantsBefore,
  isHers,
  isPowerSign,
  type LogAct,
  sampledActions,
  signRules,
  wasRestricted,
} from "#access";
import { addHours, type Instant, swedishDay } from "#kernel";
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

type Judged = Pick<LogAct, "isHers" | "isRestricted" | "isPower">;

/**
 * Says of a line whether the case was the person's to open when it was written: by whose it was, and by the
 * roles that she had then. Those are today's, without what the log says was changed since; a change that
 * the log does not know (roles that came with an older version, or by the operator) counts as it is today.
 */
export async function judgeOf(
  tx: MunicipalityTransaction,
  lines: readonly Pick<ActLine, "case">[],
): Promise<<Line extends ActLine>(line: Line) => Line & Judged> {
  const cases = [...new Set(lines.flatMap((line) => line.case ?? []))];
  const ties: CaseTies = await tx.logReading.ties(cases);
  const grants = new Map((await tx.accounts.list()).map(({ id, grants }) => [id, grants]));
  const powerActs = await tx.logReading.powerActs();
  // Whoever came back had her roles all the time.
  const changed = powerActs.filter(({ action }) => action !== "person.came-back");
  const changes = Map.groupBy(changed, ({ account }) => account);
  const signs = new Set(powerActs.filter(isPowerSign).map(({ sequence }) => sequence));
  return (line) => {
    const past = (line.case && ties.get(line.case)) ?? [];
    // Of a case that has been disposed of nobody knows any more whose it was: that is no sign.
    const isGone = line.case !== null && !ties.has(line.case);
    const since = (changes.get(line.account) ?? []).filter((each) => each.sequence > line.sequence);
    const held = grantsBefore(grants.get(line.account) ?? [], since);
    return {
      ...line,
      isHers: isGone || isHers(past, line.account, held, line.at),
      isRestricted: wasRestricted(past, line.at),
      isPower: signs.has(line.sequence),
    };
  };
}
