import { join } from "node:path";
import type { DemoAccount } from "#scenario";
import type { PopulationSize } from "../population-size.ts";
import type { DemoHalfYear } from "./freeze-demo.ts";

/** What the preparing process is told, as JSON on its command line. */
export type DemoOrder = {
  readonly size: PopulationSize;
  /** A throw-away data folder; left out: what the environment names. */
  readonly folder?: string;
  /** Where it leaves what is to be read when it has ended. */
  readonly workshop: string;
};

export function deliveriesIn(workshop: string): string {
  return join(workshop, "deliveries");
}

/**
 * The nation alone, which is there at once. It has a ledger of its own: it is of the same cases as the
 * release that takes its place, and tells the same of them, so that nothing lies between the two.
 */
export function interimIn(workshop: string): string {
  return join(workshop, "interim", "release");
}

/** What is kept beside the database while the demo is served. */
export function filesIn(workshop: string): string {
  return join(workshop, "files");
}

/** Where the nation's server looks for what it has published, below all releases: its code, the round, the first. */
export function publishedNameOf(round: string): string {
  return `0000/${round}-1`;
}

export function releaseIn(workshop: string, round: string): string {
  return join(filesIn(workshop), "releases", publishedNameOf(round));
}

/** What whoever serves has to know, as JSON. */
export type DemoFound = {
  /** The ways in. */
  readonly accounts: readonly DemoAccount[];
  /** To be frozen when nothing else is left to do. */
  readonly halfYear: DemoHalfYear | null;
};

export function foundIn(workshop: string): string {
  return join(workshop, "found.json");
}
