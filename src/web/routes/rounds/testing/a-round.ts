import { instant, isoDate } from "#kernel";
import type { IncomingView, ParticipantView, RoundView } from "#server";

/** A round of a year that closes on the last of January, with nobody in it. */
export function aRound(of: Partial<RoundView> = {}): RoundView {
  return {
    receiver: { name: "Nationen", code: "0000", address: null, fingerprint: "ab12 cd34" },
    round: {
      id: "2026",
      name: "Kvinnofrid 2026",
      from: isoDate("2026-01-01"),
      through: isoDate("2026-12-31"),
      cutOff: instant("2027-01-31T21:59:00Z"),
    },
    codebook: { id: "a-codebook", version: "1.0", counts: "cases", label: "En kodbok" },
    level: "rows",
    interimDays: [],
    legalBasis: "Statistik.",
    purpose: "Lära av varandra.",
    endedAt: null,
    participants: [],
    deliveries: [],
    calendar: [],
    published: [],
    ...of,
  };
}

export function aParticipant(of: Partial<ParticipantView> = {}): ParticipantView {
  return {
    code: "9001",
    name: "Granviken",
    county: "91",
    keys: [],
    state: "registered",
    delivery: null,
    cases: null,
    statedCases: null,
    remindedAt: null,
    participation: null,
    ...of,
  };
}

export function aDelivery(of: Partial<IncomingView> = {}): IncomingView {
  return {
    id: "1",
    participant: { code: "9001", name: "Granviken" },
    way: "network",
    arrivedAt: instant("2026-10-01T08:00:00Z"),
    kilobytes: 40,
    state: "waiting",
    isWithdrawal: false,
    sequence: 1,
    level: "rows",
    cases: 45,
    statedCases: null,
    units: ["Familjefrid"],
    sentences: [],
    differences: null,
    decided: null,
    ...of,
  };
}
