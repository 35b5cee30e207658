export { type Compilation, type CompiledRelease, compileRelease } from "./compile-release.ts";
export { openRelease, type Release } from "./open-release.ts";
export { type ReleaseDocument, releaseDocumentJsonSchema } from "./release-document.ts";
