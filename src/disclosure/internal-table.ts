import type { AccountId, Instant, MunicipalityCode, UnitId } from "#kernel";
import type { Counts, RawTable, TableSpecification } from "#tabulation";

/**
 * Who is about to see a unit's exact figures, and when. The route that asks must be signed in and
 * `no-store`, must have found that the viewer may open the unit's cases, and must log the view.
 */
export type Admission = {
  readonly municipality: MunicipalityCode;
  readonly unit: UnitId;
  readonly viewer: AccountId;
  readonly at: Instant;
};

/**
 * Lane 1: a unit's own exact counts, for those who may open its cases. «Får ej spridas». No export,
 * print, report, download or published page takes it: those take a `SafeTable`.
 *
 * The class leaves this room as a type only, and its private member cannot be imitated: there is no
 * other way to one than `admitInternal`.
 */
export class InternalTable {
  readonly #admission: Admission;
  readonly specification: TableSpecification;
  readonly counts: Counts;

  constructor(admission: Admission, specification: TableSpecification, counts: Counts) {
    this.#admission = admission;
    this.specification = specification;
    this.counts = counts;
  }

  /** For the log. */
  get admission(): Admission {
    return this.#admission;
  }

  /** @throws always: exact counts travel only as figures, on routes that may show them. */
  toJSON(): never {
    throw new Error(`an internal table does not leave the unit: ${this.specification.id}`);
  }
}

/**
 * Lets a unit's own table be seen by one viewer.
 * @throws when the table was counted from another unit's cases: a bug that would show them.
 */
export function admitInternal(raw: RawTable, admission: Admission): InternalTable {
  if (raw.scope.kind !== "unit") {
    throw new Error(`counted in the nation, admitted for ${admission.unit}`);
  }
  const { municipality, unit } = raw.scope;
  if (municipality !== admission.municipality || unit !== admission.unit) {
    throw new Error(`counted in ${municipality}/${unit}, admitted for ${admission.unit}`);
  }
  return new InternalTable(admission, raw.specification, raw.counts());
}
