import type { Codebook } from "#codebook";
import { type HalfYear, type MunicipalityCode, periodOf } from "#kernel";
import type { MunicipalityTransaction } from "#store";
import { type CaseOfUnit, countableCase } from "#tabulation";
import type { CodebookShelf } from "./codebook-shelf.ts";

export type HalfYearInStore = {
  /** The common one, which they are counted by. */
  readonly codebook: Codebook;
  readonly cases: readonly CaseOfUnit[];
};

/**
 * The municipality's cases that were started or closed in a half-year, as they are now, with what clients
 * have answered: as in a delivery, no more of them than the common codebook asks. A case of another
 * common codebook is not counted here.
 */
export async function casesOfHalfYear(
  tx: Pick<MunicipalityTransaction, "cases" | "surveyAnswers">,
  shelf: CodebookShelf,
  municipality: MunicipalityCode,
  halfYear: HalfYear,
): Promise<HalfYearInStore> {
  const own = shelf.of(municipality);
  const codebook = shelf.get(own.extends?.codebook ?? own.id);
  if (codebook === undefined) throw new Error(`no common codebook of ${own.id}`);
  const books = new Map(shelf.countedWith(municipality).map((each) => [each.id, each]));
  const groups = new Set(codebook.groups.map(({ id }) => id));
  const period = periodOf(halfYear);
  const answers = await tx.surveyAnswers.forDelivery();
  const cases: CaseOfUnit[] = [];
  for await (const record of tx.cases.stream()) {
    const book = books.get(record.codebook);
    if (book === undefined) continue;
    const hasAnswered = record.survey.kind === "answered";
    const clientAnswers = hasAnswered ? answers.get(record.id) : undefined;
    const told = { record, codebook: book, clientAnswers, county: "00", period };
    const counted = countableCase(told);
    if (!counted.isStarted && !counted.isClosed) continue;
    const { sheet } = counted;
    const items = sheet.items.filter(({ group }) => groups.has(group));
    const common = { ...counted, codebook: codebook.id, sheet: { ...sheet, items } };
    cases.push({ unit: record.unit, counted: common });
  }
  return { codebook, cases };
}
