import type { Grant } from "#access";
import type { AccountId, Instant, MunicipalityCode, Round } from "#kernel";
import type { Municipality, Unit, UnitGuidance } from "#store";
import type { PlayedCase } from "./register-sheet.ts";

export type Person = {
  readonly account: AccountId;
  readonly name: string;
  readonly signInName: string;
  readonly since: Instant;
  readonly grants: readonly Grant[];
};

/** A municipality, county or nation with its people, and the cases of its units. */
export type Organisation = Omit<Municipality, "code"> & {
  readonly code: MunicipalityCode;
  /** The local coordinator to turn to. */
  readonly contact: string;
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  /** How the units judge questions. */
  readonly guidance: readonly UnitGuidance[];
  /** Played while one walks through them, so that any number fits in memory; the same every time. */
  readonly cases: Iterable<PlayedCase>;
};

/** Everybody there is, without a database, and what they follow up together. */
export type World = { readonly round: Round; readonly organisations: readonly Organisation[] };
