import { createHash } from "node:crypto";
import type { Codebook } from "#codebook";
import { admitInternal, type InternalTable } from "#disclosure";
import { done, type Instant, type Outcome } from "#kernel";
import type { Unit } from "#store";
import {
  openUnitAnalysis,
  type RawTable,
  resultYears,
  type SurveyChain,
  type TableSpecification,
  type UnitAnalysis,
} from "#tabulation";
import type { Visit } from "../http/route.ts";
import { yearsOffered } from "../result-choices.ts";
import { unitSource } from "../unit-source.ts";
import { foreseenIn } from "./unit-question.ts";

type Viewing = Pick<Visit, "tx" | "actor" | "at" | "services">;

/**
 * The units' own cases as columns in memory, so that one question after another is answered at once. Kept
 * until something is registered in the unit, for a few units at a time; no name, code or day of a case is
 * in them, and the client's answers stand in them by fives and by themselves. Whoever asks is admitted
 * anew each time, and logged here, so that no route can forget it.
 */
export type UnitExplorationBook = {
  /** @param asked a question, or what is in the way of one: then there is still something to choose among. */
  readonly ask: (
    viewing: Viewing,
    unit: Unit,
    asked: Outcome<TableSpecification>,
  ) => Promise<Explored>;
  /** A hash: another one when anything has been registered in the unit. */
  readonly countedFrom: (
    viewing: Pick<Viewing, "tx">,
    unit: Unit["id"],
    codebook: Codebook,
  ) => Promise<string>;
};

export type Explored = {
  readonly answer: Outcome<InternalTable>;
  readonly survey: SurveyChain;
  /** What to choose a period among. */
  readonly years: ReturnType<typeof yearsOffered>;
};

/** Each is a megabyte or two of an ordinary unit. */
const mostUnits = 4;
/** Nobody asks any more: then nothing of it needs to stay. */
const longestIdle = 15 * 60_000;

type Kept = {
  readonly stamp: string;
  readonly analysis: Promise<UnitAnalysis & { readonly survey: SurveyChain }>;
  usedAt: Instant;
  asking: number;
  isOut: boolean;
};

export function createUnitExplorationBook(): UnitExplorationBook {
  const kept = new Map<string, Kept>();

  function dismiss(key: string): void {
    const found = kept.get(key);
    if (!found) return;
    kept.delete(key);
    found.isOut = true;
    if (found.asking === 0) void closeOnce(found);
  }

  /** The one used last stands last. */
  function keep(key: string, entry: Kept): void {
    kept.delete(key);
    kept.set(key, entry);
    for (const [other, { usedAt }] of kept) {
      const idle = Date.parse(entry.usedAt) - Date.parse(usedAt);
      if (kept.size > mostUnits || idle > longestIdle) dismiss(other);
    }
  }

  return {
    countedFrom: async ({ tx }, unit, codebook) => hashOf(await stampOf(tx, unit, codebook)),

    async ask(viewing, unit, asked) {
      const { tx, actor, at, services } = viewing;
      const codebook = services.codebooks.of(actor.municipality);
      const key = `${actor.municipality} ${unit.id}`;
      const stamp = await stampOf(tx, unit.id, codebook);
      const before = kept.get(key);
      if (before && before.stamp !== stamp) dismiss(key);
      const entry = kept.get(key) ?? {
        stamp,
        analysis: unitSource(viewing, unit, codebook).then(async (source) => {
          const analysis = await openUnitAnalysis(source, foreseenIn(codebook));
          return { ...analysis, survey: source.surveys() };
        }),
        usedAt: at,
        asking: 0,
        isOut: false,
      };
      entry.usedAt = at;
      entry.asking += 1;
      keep(key, entry);
      try {
        const analysis = await entry.analysis;
        const specifications = asked.kind === "done" ? [asked.value] : [];
        const years = resultYears();
        const outcomes = await analysis.analyse([...years, ...specifications]);
        const { municipality, account } = actor;
        const admission = {
          municipality,
          unit: unit.id,
          viewer: account,
          at: services.clock.now(),
        };
        const admit = (outcome: Outcome<readonly RawTable[]>) =>
          outcome.kind === "done"
            ? outcome.value.map((table) => admitInternal(table, admission))
            : [];
        const names = specifications.length > 0 ? { asked: specifications.map(namesIn) } : {};
        tx.audit.append({
          at,
          account,
          action: "figures.viewed",
          details: { unit: unit.id, codebook: codebook.id, ...names },
        });
        const counted = outcomes.slice(0, years.length).flatMap(admit);
        return {
          answer: answerOf(asked, outcomes.at(years.length), admit),
          survey: analysis.survey,
          years: yearsOffered(counted),
        };
      } catch (reason) {
        if (kept.get(key) === entry) dismiss(key);
        throw reason;
      } finally {
        entry.asking -= 1;
        if (entry.isOut && entry.asking === 0) void closeOnce(entry);
      }
    },
  };
}

function answerOf(
  asked: Outcome<TableSpecification>,
  counted: Outcome<readonly RawTable[]> | undefined,
  admit: (outcome: Outcome<readonly RawTable[]>) => readonly InternalTable[],
): Outcome<InternalTable> {
  if (asked.kind === "refused") return asked;
  if (counted?.kind === "refused") return counted;
  const [table] = counted ? admit(counted) : [];
  if (!table) throw new Error(`no table of ${asked.value.id}`);
  return done(table);
}

async function closeOnce({ analysis }: Kept): Promise<void> {
  // One that could not be read holds nothing to close.
  await analysis.then(({ close }) => close()).catch(() => {});
}

async function stampOf(tx: Viewing["tx"], unit: Unit["id"], { id, version }: Codebook) {
  return `${id} ${version} ${await tx.cases.stamp(unit)}`;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What was looked at, by the codebook's names: never an answer, never a count. */
function namesIn({ id, measure, period }: TableSpecification): string {
  const columns = measure.kind === "crossing" ? measure.columns : [];
  const by = columns.map((each) =>
    each.kind === "question" ? each.variable : each.kind === "time" ? each.step : each.kind,
  );
  return [id, ...by, ...(period ? [`${period.from}–${period.until}`] : [])].join(" ");
}
