export { revealingWords } from "./revealing-words.ts";
