export { strayNumbers } from "./numbers-agree.ts";
