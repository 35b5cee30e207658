import {
  type AccountId,
  addDays,
  type CaseId,
  daysBetween,
  type Instant,
  type IsoDate,
  isoDate,
  swedishDay,
  swedishTime,
} from "#kernel";

/** A line of the log that somebody signed in gave rise to, and what was the case's standing then. */
export type LogAct = {
  readonly sequence: number;
  readonly at: Instant;
  readonly account: AccountId;
  readonly action: string;
  readonly case: CaseId | null;
  /** It was hers to open then: see `isHers`. */
  readonly isHers: boolean;
  readonly isRestricted: boolean;
  /** Of roles or ways in, and one to look at: see `isPowerSign`. */
  readonly isPower: boolean;
};

/**
 * What somebody should look at. `colleague`: opened a case that was not hers; `restricted`: was refused
 * a restricted case; `bulk`: opened many that were not hers in a short time; `night`: opened cases at
 * night or on a weekend; `again`: came back to a case that was not hers; `crowd`: a case was opened by many
 * whose it was not; `answers`: printed what a client answered, which is so seldom that every time is looked
 * at; `power`: gave roles or ways in; `refused`: tried what she may not see.
 */
export const signKinds = [
  "colleague",
  "restricted",
  "bulk",
  "night",
  "again",
  "crowd",
  "answers",
  "power",
  "refused",
] as const;
export type SignKind = (typeof signKinds)[number];

/**
 * One person, one day, one rule: never a sum over her cases and days, and never compared with another
 * person. `again` and `crowd` are about one case over days.
 */
export type LogSign = {
  readonly kind: SignKind;
  /** `null`: about a case, and not about any one person. */
  readonly account: AccountId | null;
  /** In Sweden; of a night the day on which it began; of several the first in the period. */
  readonly day: IsoDate;
  /** The log lines behind it; of `again` and `crowd` also those of the days before the period. */
  readonly sequences: readonly number[];
  /** Different cases in them. */
  readonly cases: number;
};

/** The numbers of the rules; `docs/decisions/0029-…` says why they are these. */
export const signRules = {
  /** What is usual for a person is looked for so many days back from the period's beginning. */
  usualDays: 90,
  bulkMinutes: 60,
  bulkCases: 10,
  bulkTimesUsual: 3,
  nightFrom: 22,
  nightUntil: 6,
  /** On so many nights or weekend days before: then it is her usual time. */
  usualNights: 5,
  refusals: 3,
  /** Different days on which the same person opened the same case, that was not hers. */
  againDays: 4,
  /** Different people who opened the same case, that was not theirs. */
  crowdPeople: 4,
} as const;

/**
 * @param acts of the period, in the log's order.
 * @param before of the days before, in the log's order: what is usual for each person.
 * @returns in the order of their first lines.
 */
export function findSigns(acts: readonly LogAct[], before: readonly LogAct[]): readonly LogSign[] {
  const clock = swedishClock();
  const people = Map.groupBy(acts, ({ account }) => account);
  const pasts = Map.groupBy(before, ({ account }) => account);
  return [...people]
    .flatMap(([account, own]) => signsOf(own, pasts.get(account) ?? [], clock))
    .concat(crowdSigns(acts, before))
    .toSorted((a, b) => (a.sequences[0] ?? 0) - (b.sequences[0] ?? 0) || order(a) - order(b));
}

function order({ kind }: LogSign): number {
  return signKinds.indexOf(kind);
}

function signsOf(
  acts: readonly LogAct[],
  past: readonly LogAct[],
  clock: Clock,
): readonly LogSign[] {
  const seen = acts.filter(showsCase);
  const pastSeen = past.filter(showsCase);
  return [
    ...byDay("colleague", seen.filter(isOthers), ({ at }) => swedishDay(at)),
    ...byDay("restricted", acts.filter(isRestrictedRefusal), ({ at }) => swedishDay(at)),
    ...bulkSigns(seen, pastSeen),
    ...nightSigns(seen, pastSeen, clock),
    ...againSigns(seen, pastSeen),
    ...byDay("answers", acts.filter(printsAnswers), ({ at }) => swedishDay(at)),
    ...byDay(
      "power",
      acts.filter(({ isPower }) => isPower),
      ({ at }) => swedishDay(at),
    ),
    ...refusedSigns(acts),
  ];
}

/** Whatever is done in a case shows something of it; but not what only says of its code that it is to stay. */
export function showsCase({ action, case: of }: Pick<LogAct, "action" | "case">): boolean {
  return of !== null && action.startsWith("case.") && !notShown.has(action);
}
/** What a client answered came before somebody, on paper for the client herself. */
export function printsAnswers({ action }: Pick<LogAct, "action">): boolean {
  return action === "survey.extract-made";
}

const notShown = new Set(["case.refused", "case.reason-asked", "case.held", "case.hold-lifted"]);

function isOthers({ isHers }: LogAct): boolean {
  return !isHers;
}

function isRestrictedRefusal({ action, isRestricted }: LogAct): boolean {
  return action === "case.refused" && isRestricted;
}

function byDay(
  kind: SignKind,
  acts: readonly LogAct[],
  dayOf: (act: LogAct) => IsoDate,
): readonly LogSign[] {
  return [...Map.groupBy(acts, dayOf)].flatMap(([day, those]) => signOf(kind, day, those));
}

function signOf(kind: SignKind, day: IsoDate, acts: readonly LogAct[]): readonly LogSign[] {
  const [first] = acts;
  if (!first) return [];
  const cases = differentCases(acts);
  const sequences = acts.map(({ sequence }) => sequence);
  return [{ kind, account: first.account, day, sequences, cases }];
}

function differentCases(acts: readonly LogAct[]): number {
  return new Set(acts.flatMap(({ case: of }) => of ?? [])).size;
}

/** Many at once, and many more than she is used to. */
function bulkSigns(seen: readonly LogAct[], past: readonly LogAct[]): readonly LogSign[] {
  const { bulkCases, bulkTimesUsual } = signRules;
  // Days on which she worked without opening anybody else's case count as none.
  const idle = [...new Set(past.map(({ at }) => swedishDay(at)))].map((day) => [day, 0] as const);
  const pastMost = [...mostAtOnce(past.filter(isOthers))].map(
    ([day, { cases }]) => [day, cases] as const,
  );
  const usual = median([...new Map([...idle, ...pastMost]).values()]);
  return [...mostAtOnce(seen.filter(isOthers))]
    .filter(([, { cases }]) => cases >= bulkCases && cases >= bulkTimesUsual * usual)
    .flatMap(([day, { acts }]) => signOf("bulk", day, acts));
}

type AtOnce = { readonly cases: number; readonly acts: readonly LogAct[] };

/** For each day, the window with the most different cases in it; windows may begin the day before. */
function mostAtOnce(acts: readonly LogAct[]): ReadonlyMap<IsoDate, AtOnce> {
  const most = new Map<IsoDate, AtOnce>();
  const held = new Map<CaseId | null, number>();
  let first = 0;
  acts.forEach((act, index) => {
    held.set(act.case, (held.get(act.case) ?? 0) + 1);
    for (let old = acts[first]; old && minutesBetween(old.at, act.at) > signRules.bulkMinutes; ) {
      const left = (held.get(old.case) ?? 1) - 1;
      if (left === 0) held.delete(old.case);
      else held.set(old.case, left);
      old = acts[++first];
    }
    const day = swedishDay(act.at);
    if (held.size >= (most.get(day)?.cases ?? 1)) {
      most.set(day, { cases: held.size, acts: acts.slice(first, index + 1) });
    }
  });
  return most;
}

function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

/** The lower of the two in the middle; 0 of none. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Other people's cases always; her own unless that is when she works. */
function nightSigns(
  seen: readonly LogAct[],
  past: readonly LogAct[],
  clock: Clock,
): readonly LogSign[] {
  const nightOf = ({ at }: LogAct) => clock(at).nightOf;
  const atNight = (act: LogAct) => nightOf(act) !== null;
  const nights = new Set(past.filter(atNight).map(nightOf));
  const isUsual = nights.size >= signRules.usualNights;
  const wanted = seen.filter((act) => atNight(act) && (!isUsual || isOthers(act)));
  return byDay("night", wanted, (act) => nightOf(act) ?? swedishDay(act.at));
}

/** A code or an address that is mistyped once is nothing; a case that exists is known by its code. */
function refusedSigns(acts: readonly LogAct[]): readonly LogSign[] {
  const refused = acts.filter(
    (act) => act.action === "route.refused" || (act.action === "case.refused" && !act.isRestricted),
  );
  const days = Map.groupBy(refused, ({ at }) => swedishDay(at));
  return [...days].flatMap(([day, those]) => {
    const isMany = those.length >= signRules.refusals;
    return isMany || differentCases(those) > 0 ? signOf("refused", day, those) : [];
  });
}

/** The period's and the earlier ones' lines in one case, for each case that the period has some of. */
function byCase(
  seen: readonly LogAct[],
  past: readonly LogAct[],
): readonly { readonly now: readonly LogAct[]; readonly all: readonly LogAct[] }[] {
  const earlier = Map.groupBy(past.filter(isOthers), (act) => act.case);
  return [...Map.groupBy(seen.filter(isOthers), (act) => act.case)].map(([of, now]) => ({
    now,
    all: [...(earlier.get(of) ?? []), ...now],
  }));
}

function againSigns(seen: readonly LogAct[], past: readonly LogAct[]): readonly LogSign[] {
  return byCase(seen, past).flatMap(({ now, all }) => {
    const days = new Set(all.map(({ at }) => swedishDay(at)));
    const [first] = now;
    if (!first || days.size < signRules.againDays) return [];
    return signOf("again", swedishDay(first.at), all);
  });
}

/** Told when somebody new is among them: not in every period anew. */
function crowdSigns(acts: readonly LogAct[], before: readonly LogAct[]): readonly LogSign[] {
  return byCase(acts.filter(showsCase), before.filter(showsCase)).flatMap(({ now, all }) => {
    const people = new Set(all.map(({ account }) => account));
    const earlier = new Set(all.slice(0, -now.length).map(({ account }) => account));
    const newcomer = now.find(({ account }) => !earlier.has(account));
    if (!newcomer || people.size < signRules.crowdPeople) return [];
    const day = swedishDay(newcomer.at);
    return signOf("crowd", day, all).map((sign) => ({ ...sign, account: null }));
  });
}

type Clock = (at: Instant) => { readonly nightOf: IsoDate | null };

/** By hour, since asking the calendar is slow and a log is long. */
function swedishClock(): Clock {
  const known = new Map<string, ReturnType<Clock>>();
  return (at) => {
    const key = at.slice(0, "YYYY-MM-DDThh".length);
    const found = known.get(key) ?? { nightOf: nightOf(at) };
    known.set(key, found);
    return found;
  };
}

/** The night or weekend day that a moment belongs to; the small hours belong to the evening before. */
function nightOf(at: Instant): IsoDate | null {
  const day = swedishDay(at);
  const hour = Number(swedishTime(at).slice(0, 2));
  if (hour < signRules.nightUntil) return addDays(day, -1);
  return hour >= signRules.nightFrom || isWeekend(day) ? day : null;
}

function isWeekend(day: IsoDate): boolean {
  const monday = isoDate("2024-01-01");
  return ((daysBetween(monday, day) % 7) + 7) % 7 >= 5;
}
