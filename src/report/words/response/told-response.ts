/** From how many of the closed cases there is an answer from the client. */
export type ToldResponse = {
  readonly closed: number;
  /** In how many of them she was offered the survey; `null`: not told. */
  readonly offered: number | null;
  readonly answered: number;
};

export type ResponseWords = {
  /**
   * @param least closed cases, from which a share is told.
   * @param group «ärenden som rör män»; `null`: all.
   */
  readonly rate: (told: ToldResponse, least: number, group: string | null) => string;
  /** Of several places or groups, each by its name. */
  readonly rates: (
    told: readonly { readonly label: string; readonly response: ToldResponse }[],
    least: number,
  ) => string;
  /** Inside the unit: why the figure may rest on fewer. */
  readonly byFives: string;
  readonly caption: string;
  /** Whose the rows are. */
  readonly who: string;
  readonly all: string;
  readonly closed: string;
  readonly offered: string;
  readonly answered: string;
  readonly share: string;
};
