/** Writes docs/how-it-is-tested.md anew when its words in scripts/proof/ have changed. */
import { writePage } from "./proof/write-page.ts";

writePage();
