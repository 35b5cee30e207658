declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Four digits: Statistics Sweden's municipality codes for real ones, 9001 and up for invented ones. */
export type MunicipalityCode = Branded<string, "MunicipalityCode">;
export type UnitId = Branded<string, "UnitId">;
export type AccountId = Branded<string, "AccountId">;
export type CaseId = Branded<string, "CaseId">;
/** One row of a repeat group, such as one risk assessment. */
export type ItemId = Branded<string, "ItemId">;

export function municipalityCode(text: string): MunicipalityCode {
  if (!/^\d{4}$/.test(text)) throw new Error(`municipality code must be four digits: ${text}`);
  return text as MunicipalityCode;
}

/** True municipalities have codes below 9000; what is invented must never be mistaken for one. */
export function isInventedMunicipality(code: MunicipalityCode): boolean {
  return code >= "9000";
}

export function unitId(text: string): UnitId {
  return text as UnitId;
}

export function accountId(text: string): AccountId {
  return text as AccountId;
}

export function caseId(text: string): CaseId {
  return text as CaseId;
}

export function itemId(text: string): ItemId {
  return text as ItemId;
}
