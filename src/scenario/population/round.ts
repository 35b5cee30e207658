import { instant, isoDate, type Round } from "#kernel";

/** What SU-Kvinnofrid followed up: all cases of two years, as they stood when these had passed. */
export const followedRound: Round = {
  id: "2022-2023",
  period: { from: isoDate("2022-01-01"), until: isoDate("2024-01-01") },
  cutOff: instant("2023-12-31T22:59:59.999Z"),
};
