import type { Codebook } from "#codebook";
import { nationSpecifications, openExtractIntake, type RawTable, tabulate } from "#tabulation";
import { countableCases } from "./countable-case.ts";
import { deliverableAt } from "./deliverable-at.ts";
import type { DeliveredCase, DeliveryHeading } from "./delivery-format.ts";

/**
 * The release's tables of one municipality, counted here as whoever receives rows of the same cases would
 * have counted them. A table that is about none of its cases is not there.
 */
export async function countCases(
  cases: Iterable<DeliveredCase>,
  heading: DeliveryHeading,
  common: Codebook,
): Promise<readonly RawTable[]> {
  const specifications = nationSpecifications(common);
  const scope = { kind: "nation", round: heading.round.id } as const;
  const intake = await openExtractIntake({ codebook: common, scope, specifications, threads: 1 });
  try {
    const countable = countableCases(heading, deliverableAt(common, "rows"));
    for (const each of cases) intake.add(countable(each));
    const extract = await intake.finish();
    return await tabulate(
      extract,
      specifications.map((each) => ({ ...each, level: "municipality" as const })),
    );
  } finally {
    intake.close();
  }
}
