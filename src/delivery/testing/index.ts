export { openSpoilt } from "./spoilt-packages.ts";
