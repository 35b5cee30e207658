import type { HalfYear } from "#kernel";

/** How many cases there are, and whom the count is limited to. */
export type ToldCases = {
  readonly cases: number;
  readonly closed: number;
  /** «hedersrelaterade ärenden» */
  readonly group: string | null;
  /** «2025», «2024–2025»: started in it, closed in it. */
  readonly period: string | null;
};

export type StripStep = "cases" | "closed" | "asked" | "included" | "answered";

/** What stands around the figures of a unit, or of a municipality by itself; whole sentences. */
export type ResultWords = {
  readonly headline: {
    /** `message` holds its base; `isUnsure`: it rests on few. */
    readonly told: (message: string, isUnsure: boolean) => string;
    /** There are cases, and no answer yet to what the headline would tell. */
    readonly casesOnly: (told: ToldCases) => string;
    readonly nothing: (told: Pick<ToldCases, "group" | "period">) => string;
    /** May not be shown: neither more nor less is said whatever it was. */
    readonly hidden: string;
  };
  /** Which cases it is about, where a part of them is chosen. */
  readonly among: (
    told: Pick<ToldCases, "group" | "period"> & { readonly isClosed: boolean },
  ) => string;
  /** «första halvåret 2026» */
  readonly halfYear: (halfYear: HalfYear) => string;
  readonly strip: {
    /** The tables' name. */
    readonly label: string;
    readonly corner: string;
    readonly count: string;
    readonly title: (told: ToldCases) => string;
    readonly titleOfRelease: (halfYear: string) => string;
    /** `isInPeriod`: started in it, and closed in it, which need not be the same cases. */
    readonly step: (step: StripStep, isInPeriod: boolean) => string;
    readonly cases: (told: ToldCases) => string;
    readonly client: (asked: number, included: number) => string;
    readonly clientOfRelease: (included: number) => string;
    readonly notSameCases: string;
    readonly notes: string;
  };
  readonly note: {
    /** Why a choice does not concern the client's own answers. */
    readonly clientOfAll: string;
    /** The same where something else is told beside. */
    readonly clientBesideOfAll: string;
    readonly noCases: string;
    readonly noCasesChosen: string;
    readonly noneClosed: string;
    /** Of the client's questions, where her answers wait for their five. */
    readonly clientsWait: string;
    /** Of a release, or of a group of it: nothing of it may be shown. */
    readonly hidden: (isOfGroup: boolean) => string;
  };
  readonly change: {
    readonly label: (field: string) => string;
    readonly ways: string;
    readonly improved: string;
    readonly same: string;
    readonly worse: string;
    readonly count: string;
    readonly share: string;
    readonly way: string;
    readonly before: string;
    readonly after: string;
    readonly levels: string;
    readonly chain: string;
    readonly step: string;
    readonly steps: readonly [cases: string, before: string, both: string, compared: string];
    readonly notes: string;
  };
  readonly nested: {
    readonly label: (label: string) => string;
    readonly step: string;
    readonly count: string;
    readonly of: string;
    readonly share: string;
  };
};
