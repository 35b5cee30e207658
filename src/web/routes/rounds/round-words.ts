import { capitalised, type IsoDate, numberInWords } from "#kernel";
import type { IncomingView, InvitationView, ParticipantView } from "#server";
import { daysInWords as periodOfDays } from "../screening/campaign-words.ts";

type DeliveryLevel = InvitationView["level"];

type LevelWords = {
  readonly name: string;
  /** What leaves the municipality. */
  readonly leaves: string;
  readonly gives: string;
  readonly costs: string;
};

/** From the one that lets most leave. */
export const levelWords: Readonly<Record<DeliveryLevel, LevelWords>> = {
  rows: {
    name: "En rad för varje ärende, med kvartal och åldersgrupp",
    leaves:
      "Svaren lämnar kommunen. Dagar blir kvartal och födelseår blir åldersgrupper. Ingen ärendekod, enhet eller fritext följer med.",
    gives: "Samma uppgifter kan räknas om senare, om ni får en ny fråga att besvara.",
    costs: "Mest lämnar kommunen. Den som redan vet mycket om en person kan känna igen en rad.",
  },
  "coarse-rows": {
    name: "Grövre rader, utan någon tid och bara med det som räknas",
    leaves: "En rad för varje ärende, med bara de svar som sammanställningen räknar.",
    gives: "Siffrorna blir desamma som av hela rader, och mindre lämnar kommunen.",
    costs: "Det går inte att räkna fram något över tid, eller något som ingen har bett om nu.",
  },
  counts: {
    name: "Bara antal, inga rader om ärenden",
    leaves: "Sammanställningens tabeller, räknade i kommunen.",
    gives: "Siffrorna blir desamma, och minst lämnar kommunen.",
    costs: "Omgången kan aldrig räknas om med en annan fråga.",
  },
};

export type ParticipantState = ParticipantView["state"];

/** In the order in which they are come to; «left» beside. */
export const stateWords: Readonly<Record<ParticipantState, string>> = {
  named: "Nyckel saknas",
  registered: "Registrerad",
  checked: "Har kontrollerat",
  delivered: "Har levererat",
  accepted: "Godkänd",
  left: "Deltar inte längre",
};

export const wayWords: Readonly<Record<IncomingView["way"], string>> = {
  network: "över nätet",
  file: "som fil",
};

/** Of meetings nothing but counts ever leaves. */
export const onlyCountsOfMeetings = "Möten lämnas bara som antal.";

/** The level by its name, where it is known what the round counts. */
export function levelName(level: DeliveryLevel, counts: InvitationView["codebook"]["counts"]) {
  return level === "counts" && counts === "meetings"
    ? "Bara antal, inga rader om möten"
    : levelWords[level].name;
}

/** «1 januari–31 december 2026» */
export function daysInWords(from: IsoDate, through: IsoDate): string {
  return periodOfDays({ firstDay: from, lastDay: through });
}

/** What a round counts, in the plural. */
export function countedIn({ codebook }: Pick<InvitationView, "codebook">): "möten" | "ärenden" {
  return codebook.counts === "meetings" ? "möten" : "ärenden";
}

/** «Tre kommuner», «En leverans»: as a sentence begins. */
export function countOf(count: number, one: string, many: string): string {
  return capitalised(`${numberInWords(count)} ${count === 1 ? one : many}`);
}

/** Those who still take part. */
export function currentOf(participants: readonly ParticipantView[]): readonly ParticipantView[] {
  return participants.filter(({ state }) => state !== "left");
}
