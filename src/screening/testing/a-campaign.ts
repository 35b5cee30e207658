import { accountId, instant, isoDate, unitId } from "#kernel";
import type { Campaign, CampaignPlan } from "../campaign.ts";

export const north = unitId("nord");
export const south = unitId("syd");
export const elsewhere = unitId("annan");

/** March 2027, in two units, in our own words. */
export function aPlan(changes: Partial<CampaignPlan> = {}): CampaignPlan {
  return {
    name: "Fokusmånad mars 2027",
    firstDay: isoDate("2027-03-01"),
    lastDay: isoDate("2027-03-31"),
    routine: null,
    units: [
      { unit: north, kind: 1, expected: 40 },
      { unit: south, kind: 2, expected: null },
    ],
    instrument: { kind: "own" },
    contacts: "Utvecklingsledaren",
    goals: "Alla vuxna får frågan.",
    guide: "",
    round: null,
    tellsReceiver: false,
    ...changes,
  };
}

export function aCampaign(changes: Partial<Campaign> = {}): Campaign {
  return {
    ...aPlan(),
    id: "mars",
    follows: null,
    revision: 1,
    closedAt: null,
    by: accountId("samordnaren"),
    at: instant("2027-02-01T08:00:00Z"),
    ...changes,
  };
}

/** Goes on, half-year by half-year. */
export function aRoutine(changes: Partial<Campaign> = {}): Campaign {
  const firstDay = isoDate("2027-01-01");
  return aCampaign({
    id: "rutin",
    name: "Alltid vid nybesök",
    firstDay,
    lastDay: isoDate("2027-06-30"),
    routine: "goes-on",
    ...changes,
  });
}

export function closedOn(day: string): { readonly closedAt: Campaign["closedAt"] } {
  return { closedAt: instant(`${day}T12:00:00Z`) };
}
