import type { Time } from "./findings/told-findings.ts";
import type { Noun } from "./noun.ts";

/** What stands in the tables and pictures of a question that somebody has put together. */
export type ExplorationWords = {
  readonly answer: string;
  readonly group: string;
  readonly time: string;
  readonly count: string;
  readonly of: string;
  readonly share: string;
  /** Whoever has no answer that makes a group. */
  readonly inNoGroup: string;
  readonly together: string;
  readonly answered: string;
  readonly valid: string;
  readonly cases: (noun: Noun | "item") => string;
  /** «Våldets grovhet efter «Kön»» */
  readonly by: (label: string, by: string) => string;
  /** «Våldets grovhet per halvår» */
  readonly overTime: (label: string, step: Time["step"]) => string;
  /** Of tables that stand under each other. */
  readonly numbers: (label: string) => string;
  readonly shares: (label: string) => string;
  /** «jan–juni 2025» */
  readonly step: (time: Time) => string;
  /** Under bars and points of groups: what the axis counts. */
  readonly axis: string;
  readonly fewInGroup: string;
  /** Of the dumbbells: the interval of the side whose name is given. */
  readonly whiskers: (side: string) => string;
};
