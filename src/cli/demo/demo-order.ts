import { join } from "node:path";
import type { PopulationSize } from "../population-size.ts";

/** What the preparing process is told, as JSON on its command line. */
export type DemoOrder = {
  readonly size: PopulationSize;
  /** A throw-away data folder; left out: what the environment names. */
  readonly folder?: string;
  /** Where it leaves what is to be read when it has ended. */
  readonly workshop: string;
};

export function releaseIn(workshop: string): string {
  return join(workshop, "release");
}

/** The ways in, as JSON. */
export function accountsIn(workshop: string): string {
  return join(workshop, "accounts.json");
}
