import type { CaseId, UnitId } from "#kernel";
import type { SurveyResponse } from "#survey";
import { insertRows } from "./insert-rows.ts";
import { oneOf } from "./one-of.ts";
import type { Tenant } from "./tenant.ts";

export type SealedResponse = {
  readonly id: string;
  readonly case: CaseId;
  readonly unit: UnitId;
  readonly response: SurveyResponse;
};

/** One client's answers, for counting together with others'. */
export type CountedResponse = {
  readonly caseId: CaseId;
  readonly answers: SurveyResponse["answers"];
  /** Place in the unit's order of arrival. */
  readonly arrival: number;
  /** The id of the one that the case rests on. */
  readonly codebook: string;
};

/** Where a response was that went with its case: the questions that it answered. */
type ResponseGap = {
  readonly gone: readonly string[];
  readonly arrival: number;
  readonly codebook: string;
};

/**
 * Sealed: answers come out for counting, several at a time. Those of one case come out for the client
 * alone, who has a right to them: on a paper that a coordinator prints and puts in an envelope.
 */
export function surveyAnswersOf({ db, municipality }: Tenant) {
  return {
    /** Only the first response of a case is kept; `duplicate` when there is one already. */
    async insert(sealed: SealedResponse): Promise<{ readonly kind: "saved" | "duplicate" }> {
      // The unit's row is locked first: so no two responses get the same number, and of two for one
      // case the second sees the first.
      const arrivals = await lockArrivals(sealed.unit);
      if (await hasAnswered(sealed.case)) return { kind: "duplicate" };
      await insertAfter(arrivals, sealed.unit, [sealed]);
      return { kind: "saved" };
    },

    /** Responses of one unit, in the order in which they came, to cases that have none. */
    async insertPast(unit: UnitId, past: readonly SealedResponse[]): Promise<void> {
      if (past.length > 0) await insertAfter(await lockArrivals(unit), unit, past);
    },

    hasAnswered,

    /**
     * A unit's responses in cases registered under any of these codebooks, for `tabulation` alone,
     * which lets figures change only when several new ones have come. They stay where they arrived,
     * also when the case is voided or transferred: what went away with it would be one client's.
     */
    async forCounting(
      unit: UnitId,
      codebooks: readonly string[],
    ): Promise<readonly CountedResponse[]> {
      return db
        .selectFrom("survey_answers")
        .innerJoin("cases", (join) =>
          join
            .onRef("cases.municipality_code", "=", "survey_answers.municipality_code")
            .onRef("cases.case_id", "=", "survey_answers.case_id"),
        )
        .select(["survey_answers.case_id as caseId", "survey_answers.answers"])
        .select(["survey_answers.arrival_number as arrival", "cases.codebook_id as codebook"])
        .where("survey_answers.municipality_code", "=", municipality)
        .where("survey_answers.unit_id", "=", unit)
        .where(oneOf("cases.codebook_id", codebooks))
        .orderBy("survey_answers.arrival_number")
        .execute();
    },

    /** Where responses were that went with their cases: so that others' figures stay in the same fives. */
    async gaps(unit: UnitId, codebooks: readonly string[]): Promise<readonly ResponseGap[]> {
      return db
        .selectFrom("survey_gaps")
        .select(["questions as gone", "arrival_number as arrival", "codebook_id as codebook"])
        .where("municipality_code", "=", municipality)
        .where("unit_id", "=", unit)
        .where(oneOf("codebook_id", codebooks))
        .orderBy("arrival_number")
        .execute();
    },

    /** For the client's own extract, and for nothing else. */
    async forExtract(caseId: CaseId): Promise<SurveyResponse | undefined> {
      return db
        .selectFrom("survey_answers")
        .select(["mode", "answered_on as answeredOn", "answers"])
        .where("municipality_code", "=", municipality)
        .where("case_id", "=", caseId)
        .executeTakeFirst();
    },

    /**
     * Every response of the municipality by case, for `delivery` alone: what leaves is a row without
     * unit and without code, in an order that says nothing. A voided case's stays behind with it.
     */
    async forDelivery(): Promise<ReadonlyMap<CaseId, SurveyResponse["answers"]>> {
      const rows = await db
        .selectFrom("survey_answers")
        .innerJoin("cases", (join) =>
          join
            .onRef("cases.municipality_code", "=", "survey_answers.municipality_code")
            .onRef("cases.case_id", "=", "survey_answers.case_id"),
        )
        .select(["survey_answers.case_id", "survey_answers.answers"])
        .where("survey_answers.municipality_code", "=", municipality)
        .where("cases.voided", "is", null)
        .execute();
      return new Map(rows.map(({ case_id, answers }) => [case_id, answers]));
    },
  };

  /** How many responses have come to the unit; nobody else adds one before this transaction ends. */
  async function lockArrivals(unit: UnitId): Promise<number> {
    const row = await db
      .selectFrom("units")
      .select("survey_arrivals")
      .where("municipality_code", "=", municipality)
      .where("unit_id", "=", unit)
      .forUpdate()
      .executeTakeFirstOrThrow();
    return row.survey_arrivals;
  }

  async function insertAfter(
    arrivals: number,
    unit: UnitId,
    responses: readonly SealedResponse[],
  ): Promise<void> {
    await db
      .updateTable("units")
      .set({ survey_arrivals: arrivals + responses.length })
      .where("municipality_code", "=", municipality)
      .where("unit_id", "=", unit)
      .execute();
    const rows = responses.map(({ id, case: caseId, response }, index) => ({
      municipality_code: municipality,
      response_id: id,
      case_id: caseId,
      unit_id: unit,
      arrival_number: arrivals + index + 1,
      mode: response.mode,
      answered_on: response.answeredOn,
      answers: response.answers,
    }));
    await insertRows(db, "survey_answers", rows);
  }

  async function hasAnswered(caseId: CaseId): Promise<boolean> {
    const row = await db
      .selectFrom("survey_answers")
      .select("response_id")
      .where("municipality_code", "=", municipality)
      .where("case_id", "=", caseId)
      .executeTakeFirst();
    return row !== undefined;
  }
}
