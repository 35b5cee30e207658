import { join } from "node:path";
import type { MunicipalityCode, Outcome } from "#kernel";
import type { IncomingDelivery } from "#store";
import type { Services } from "../services.ts";
import { type Pieces, type TemporaryFile, temporaryFile } from "./temporary-file.ts";

/** Where what comes lies while it is looked at. */
export function intakeFolder({ files }: Pick<Services, "files">): string {
  return join(files, "intake");
}

/** What was kept of a delivery, sealed as it came, as a file to be opened; whoever asks removes it. */
export async function keptPackage(
  services: Pick<Services, "store" | "files">,
  receiver: MunicipalityCode,
  { round, id }: Pick<IncomingDelivery, "round" | "id">,
  name: string,
): Promise<Outcome<TemporaryFile>> {
  return services.store.within(receiver, (tx) =>
    temporaryFile(intakeFolder(services), name, tx.incomingDeliveries.pieces(round, id) as Pieces),
  );
}
