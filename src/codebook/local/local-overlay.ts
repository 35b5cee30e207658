import type { IsoDate, MunicipalityCode } from "#kernel";
import type { Codebook } from "../codebook.ts";
import { emptyContent } from "./local-content.ts";

/** Which of a municipality's versions it is: the number counts from 1. */
export type LocalVersion = {
  readonly municipality: MunicipalityCode;
  readonly number: number;
  readonly validFrom: IsoDate;
};

export function localNamespace(municipality: MunicipalityCode): string {
  return `k${municipality}.`;
}

/**
 * The overlay that a draft amounts to, not yet checked: each version is a codebook by its own name,
 * since a case names the codebook that it rests on (`docs/decisions/0015`). Of the draft nothing is taken
 * but what a municipality writes itself: how earlier answers are counted is not among it.
 */
export function localOverlay(
  common: Codebook,
  { municipality, number, validFrom }: LocalVersion,
  content: object,
): object {
  const written = Object.fromEntries(
    Object.entries(content).filter(([key]) => Object.hasOwn(emptyContent, key)),
  );
  return {
    ...written,
    id: `k${municipality}-v${number}`,
    version: `${number}.0.0`,
    label: {
      sv: `${common.label.sv} med egna frågor`,
      en: `${common.label.en} with own questions`,
    },
    definition: {
      sv: "De gemensamma frågorna, och de som kommunen har lagt till. Det som är tillagt lämnar aldrig kommunen.",
      en: "The common questions, and those that the municipality has added. What is added never leaves the municipality.",
    },
    validFrom,
    provenance: { status: "published" },
    overlays: { codebook: common.id, namespace: localNamespace(municipality) },
    phases: [],
  };
}
