import type { AccountId, MunicipalityCode } from "#kernel";
import type { IncomingDelivery } from "#store";
import type { Services } from "../services.ts";
import type { Pieces } from "./temporary-file.ts";

export type Receiver = Pick<Services, "store" | "clock" | "codebooks" | "keys" | "files">;

export type Arrival = {
  readonly receiver: MunicipalityCode;
  readonly round: string;
  readonly way: IncomingDelivery["way"];
  /** Who handed over a file; `null`: it came over the network. */
  readonly by: AccountId | null;
  readonly pieces: Pieces;
};

/** A delivery as it is kept; of a stranger's too many nothing is kept. */
export type Judged = Omit<IncomingDelivery, "decidedBy" | "decidedAt">;
