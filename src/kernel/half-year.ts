import type { Period } from "./period.ts";
import { type IsoDate, isoDate } from "./time.ts";

declare const brand: unique symbol;

/** `2026-H1`: January to June; `2026-H2`: July to December. */
export type HalfYear = string & { readonly [brand]: "HalfYear" };

/** `undefined` for anything but a half-year. */
export function parseHalfYear(text: unknown): HalfYear | undefined {
  return typeof text === "string" && /^\d{4}-H[12]$/.test(text) ? (text as HalfYear) : undefined;
}

export function halfYearOf(day: IsoDate): HalfYear {
  return `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}` as HalfYear;
}

export function periodOf(halfYear: HalfYear): Period {
  const year = Number(halfYear.slice(0, 4));
  const next = String(year + 1).padStart(4, "0");
  return halfYear.endsWith("1")
    ? {
        from: isoDate(`${halfYear.slice(0, 4)}-01-01`),
        until: isoDate(`${halfYear.slice(0, 4)}-07-01`),
      }
    : { from: isoDate(`${halfYear.slice(0, 4)}-07-01`), until: isoDate(`${next}-01-01`) };
}

/** The one before. */
export function halfYearBefore(halfYear: HalfYear): HalfYear {
  const year = Number(halfYear.slice(0, 4));
  const text = halfYear.endsWith("2")
    ? `${halfYear.slice(0, 4)}-H1`
    : `${String(year - 1).padStart(4, "0")}-H2`;
  return text as HalfYear;
}

/** «första halvåret 2026» */
export function halfYearInWords(halfYear: HalfYear): string {
  return `${halfYear.endsWith("1") ? "första" : "andra"} halvåret ${halfYear.slice(0, 4)}`;
}
