import type { CaseId, UnitId } from "#kernel";
import type { SurveyResponse } from "#survey";
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
};

/**
 * Sealed: answers come out for counting only, several at a time. There is no way to ask for the
 * answers of one case.
 */
export function surveyAnswersOf({ db, municipality }: Tenant) {
  return {
    /** Only the first response of a case is kept; `duplicate` when there is one already. */
    async insert(sealed: SealedResponse): Promise<{ readonly kind: "saved" | "duplicate" }> {
      // The unit's row is locked first: so no two responses get the same number, and of two for one
      // case the second sees the first.
      const unit = await db
        .selectFrom("units")
        .select("survey_arrivals")
        .where("municipality_code", "=", municipality)
        .where("unit_id", "=", sealed.unit)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (await hasAnswered(sealed.case)) return { kind: "duplicate" };
      const arrivalNumber = unit.survey_arrivals + 1;
      await db
        .updateTable("units")
        .set({ survey_arrivals: arrivalNumber })
        .where("municipality_code", "=", municipality)
        .where("unit_id", "=", sealed.unit)
        .execute();
      await db
        .insertInto("survey_answers")
        .values({
          municipality_code: municipality,
          response_id: sealed.id,
          case_id: sealed.case,
          unit_id: sealed.unit,
          arrival_number: arrivalNumber,
          mode: sealed.response.mode,
          answered_on: sealed.response.answeredOn,
          answers: JSON.stringify(sealed.response.answers),
        })
        .execute();
      return { kind: "saved" };
    },

    hasAnswered,

    /**
     * A unit's responses in cases registered under one codebook, for `tabulation` alone, which lets
     * figures change only when several new ones have come.
     */
    async forCounting(unit: UnitId, codebook: string): Promise<readonly CountedResponse[]> {
      return db
        .selectFrom("survey_answers")
        .innerJoin("cases", (join) =>
          join
            .onRef("cases.municipality_code", "=", "survey_answers.municipality_code")
            .onRef("cases.case_id", "=", "survey_answers.case_id"),
        )
        .select(["survey_answers.case_id as caseId", "survey_answers.answers"])
        .select("survey_answers.arrival_number as arrival")
        .where("survey_answers.municipality_code", "=", municipality)
        .where("survey_answers.unit_id", "=", unit)
        .where("cases.codebook_id", "=", codebook)
        .orderBy("survey_answers.arrival_number")
        .execute();
    },
  };

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
