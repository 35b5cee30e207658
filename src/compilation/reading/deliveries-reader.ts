import type { Codebook } from "#codebook";
import { type DeliveryFile, type DeliveryHeading, readDelivery } from "#delivery";
import { done, type Outcome } from "#kernel";
import type { ExtractIntake, TableSpecification } from "#tabulation";

/** A delivery in which everything has been checked, before it is taken in. */
export type ReadDelivery = {
  readonly heading: DeliveryHeading;
  readonly takeInto: (intake: ExtractIntake) => void;
};

/** Reads deliveries, one or several at a time. */
export type DeliveriesReader = {
  /** How many may be asked for before the first of them is taken in. */
  readonly atOnce: number;
  readonly read: (file: DeliveryFile) => Promise<Outcome<ReadDelivery>>;
  readonly close: () => Promise<void>;
};

/** All that is needed to check deliveries and to code their cases. */
export type ReadingRules = {
  readonly codebooks: readonly Codebook[];
  /** Of the release. */
  readonly codebook: Codebook;
  readonly specifications: readonly TableSpecification[];
};

/** In this thread, one after the other. */
export function readHere({ codebooks }: Pick<ReadingRules, "codebooks">): DeliveriesReader {
  return {
    atOnce: 1,
    async read(file) {
      const outcome = await readDelivery(file, codebooks);
      if (outcome.kind === "refused") return outcome;
      const { heading, cases } = outcome.value;
      return done({
        heading,
        takeInto(intake) {
          for (const counted of cases) intake.add(counted);
        },
      });
    },
    async close() {},
  };
}
