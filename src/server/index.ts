export { codebookShelf } from "./codebook-shelf.ts";
export { type Composition, type RunningServer, startServer } from "./compose.ts";
export { deliverFromStore } from "./deliver-from-store.ts";
export { type Environment, readEnvironment } from "./environment.ts";
export type { Services } from "./services.ts";
export type * from "./wire.ts";
export type * from "./wire-of-local-codebook.ts";
export type * from "./wire-of-units.ts";
