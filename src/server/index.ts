export { type Composition, type RunningServer, startServer } from "./compose.ts";
export { type Environment, readEnvironment } from "./environment.ts";
export type { Services } from "./services.ts";
export type * from "./wire.ts";
