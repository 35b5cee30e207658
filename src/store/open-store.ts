import type { StampKind } from "./schema.ts";
import type { Store } from "./store.ts";

type Connections = {
  readonly open: number;
  readonly idle: number;
  /** Requests that wait for one. */
  readonly waiting: number;
};

/** A store that is open, and how to close it. */
export type OpenStore = Store & {
  /** As the data folder or the database was stamped when it was made. */
  readonly kind: StampKind;
  /** Ends the connections, and the embedded server with them. */
  readonly close: () => Promise<void>;
  /** Connections to the database, for whoever watches the program. */
  readonly connections: () => Connections;
  /** Fulfils, with one sentence, if the embedded server ends by itself; the program should then end. */
  readonly ended: Promise<string>;
};
