import type { FrozenHalfYear, LocalReleaseToFreeze } from "#compilation";
import {
  type AccountId,
  type HalfYear,
  type Instant,
  type MunicipalityCode,
  type Outcome,
  type Problem,
  problem,
} from "#kernel";
import { freezeApart } from "./freeze-apart.ts";
import { keepFrozen } from "./freeze-in-store.ts";
import type { Services } from "./services.ts";

/** A municipality's half-year on its way to be frozen, and how the latest try ended. */
export type LocalReleaseBook = {
  readonly under: (municipality: MunicipalityCode) => Freezing | null;
  readonly refused: (municipality: MunicipalityCode) => RefusedHalfYear | null;
  /** Begins; what comes of it stands in the store, or in `refused`. One at a time. */
  readonly begin: (order: LocalReleaseToFreeze, by: AccountId) => "begun" | "busy";
  /** When nothing is under way any more. */
  readonly settled: () => Promise<void>;
};

export type Freezing = { readonly halfYear: HalfYear; readonly since: Instant };
export type RefusedHalfYear = {
  readonly halfYear: HalfYear;
  readonly problems: readonly Problem[];
};

/**
 * Freezing takes minutes, and nobody's request waits for it. A server that is stopped meanwhile has
 * frozen nothing, and the half-year can be asked for again.
 */
export function createLocalReleaseBook(
  services: Pick<Services, "store" | "clock" | "telemetry">,
): LocalReleaseBook {
  const { store, clock, telemetry } = services;
  const under = new Map<MunicipalityCode, Freezing & { readonly ended: Promise<void> }>();
  const refused = new Map<MunicipalityCode, RefusedHalfYear>();

  async function freeze(order: LocalReleaseToFreeze, by: AccountId): Promise<void> {
    const { municipality, halfYear } = order;
    const outcome = await freezeApart(order).catch((reason): Outcome<FrozenHalfYear> => {
      telemetry.failed(reason);
      return { kind: "refused", problems: [problem("internal-error")] };
    });
    const problems =
      outcome.kind === "done"
        ? await keepFrozen(store, municipality.code, outcome.value, { by, at: clock.now() })
        : outcome.problems;
    if (problems.length > 0) refused.set(municipality.code, { halfYear, problems });
  }

  return {
    under: (municipality) => under.get(municipality) ?? null,
    refused: (municipality) => refused.get(municipality) ?? null,
    begin(order, by) {
      const { code } = order.municipality;
      // One in the whole program: each takes what there is of two processors.
      if (under.size > 0) return "busy";
      refused.delete(code);
      const ended = freeze(order, by)
        .catch(telemetry.failed)
        .finally(() => under.delete(code));
      under.set(code, { halfYear: order.halfYear, since: clock.now(), ended });
      return "begun";
    },
    async settled() {
      await Promise.all([...under.values()].map(({ ended }) => ended));
    },
  };
}
