/** What stands around the figures of a campaign's meetings; whole sentences. */
export type MeetingWords = {
  readonly strip: {
    /** The tables' name. */
    readonly label: string;
    readonly corner: string;
    readonly count: string;
    readonly meetings: string;
    readonly notes: string;
  };
  /** «1 204 möten noterades.» */
  readonly noted: (meetings: number) => string;
  readonly hidden: string;
  /** Of several municipalities together, and of each. */
  readonly places: {
    /** «Sju kommuner är med.»; with the round before, how many were in that, and what it may explain. */
    readonly took: (
      now: { readonly name: string; readonly municipalities: number },
      then: { readonly name: string; readonly municipalities: number } | null,
    ) => string;
    /** The table's name. */
    readonly label: string;
    readonly title: string;
    readonly corner: string;
    readonly meetings: string;
    readonly notes: string;
    /** «Fokusmånad 2027, kommun för kommun» */
    readonly caption: (round: string) => string;
  };
  readonly beside: {
    /** «Fick frågan: år från år» */
    readonly caption: (label: string) => string;
    /** «Fokusmånad 2026: 56 procent (389 av 700).» */
    readonly earlier: (campaign: string, count: number, total: number) => string;
    readonly noDifference: string;
    /** Options were merged otherwise: the two cannot stand beside each other. */
    readonly shownOtherwise: (campaign: string) => string;
    /** It may not be shown, of the earlier one. */
    readonly hidden: (campaign: string) => string;
  };
};
