export { codebookChooser } from "./codebook-chooser.ts";
export { type Composition, type RunningServer, startServer } from "./compose.ts";
export { deliverFromStore } from "./deliver-from-store.ts";
export { type Environment, readEnvironment } from "./environment.ts";
export type { Services } from "./services.ts";
export type * from "./wire.ts";
