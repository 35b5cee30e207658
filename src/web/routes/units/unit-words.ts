import type { UnitView } from "#server";

export const kindWords: Readonly<Record<UnitView["kind"], string>> = {
  authority: "Myndighet: utreder och beslutar",
  provider: "Utförare: ger stödet",
  both: "Både myndighet och utförare",
};

export const kinds = [
  "both",
  "authority",
  "provider",
] as const satisfies readonly UnitView["kind"][];
