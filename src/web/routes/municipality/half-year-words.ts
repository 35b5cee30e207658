import type { HalfYear } from "#kernel";

/** «första halvåret 2026» */
export function halfYearInWords(halfYear: HalfYear): string {
  return `${halfYear.endsWith("1") ? "första" : "andra"} halvåret ${halfYear.slice(0, 4)}`;
}
