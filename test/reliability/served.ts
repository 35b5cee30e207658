import { municipalityCode, unitId } from "#kernel";

/** What `serving.ts` is told, and where its people work. */
export type ServingOrder = {
  readonly folder: string;
  readonly people: number;
  /** Whether every write waits for the disk, as in earnest. A kill alone loses nothing either way. */
  readonly isDurable: boolean;
  /** Seconds; a minute unless said. */
  readonly longestSilence?: number;
};

export const servedMunicipality = municipalityCode("9001");
export const servedUnit = unitId("stodenheten");
