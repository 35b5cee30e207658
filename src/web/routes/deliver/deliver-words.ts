import { capitalised, numberInWords, swedishDay, wholeNumber } from "#kernel";
import type {
  CheckView,
  DeliveryRound,
  DifferencesSince,
  InvitationView,
  MadeDeliveryView,
  PreparedView,
  ReceiptView,
  ReturnedView,
} from "#server";
import { dayInWords, exactMoment } from "../../words/calendar.ts";
import { listed } from "../../words/case-words.ts";
import { daysInWords } from "../screening/campaign-words.ts";

type Level = MadeDeliveryView["level"];

/** What a round counts. */
export type Counted = InvitationView["codebook"]["counts"];

const nouns = {
  cases: { one: "ärende", many: "ärenden" },
  meetings: { one: "möte", many: "möten" },
} as const satisfies Readonly<Record<Counted, { readonly one: string; readonly many: string }>>;

/** «1 ärende», «60 ärenden», «504 möten» */
export function countInWords(count: number, counted: Counted): string {
  const { one, many } = nouns[counted];
  return count === 1 ? `1 ${one}` : `${wholeNumber(count)} ${many}`;
}

/** «Hur många möten hade ni?» */
export function askedHowMany(counted: Counted): string {
  return `Hur många ${nouns[counted].many} hade ni?`;
}

const levelNames: Readonly<Record<Level, string>> = {
  rows: "En rad för varje ärende, med kvartal och åldersgrupp",
  "coarse-rows": "Grövre rader, utan någon tid och bara med det som räknas",
  counts: "Bara antal, inga rader om ärenden",
};

/** The level by its name; of meetings there are no rows of cases to speak of. */
export function levelName(level: Level, { counts }: { readonly counts: Counted }): string {
  return level === "counts" && counts === "meetings"
    ? "Bara antal, inga rader om möten"
    : levelNames[level];
}

const levels: readonly Level[] = ["rows", "coarse-rows", "counts"];

/** What may be agreed on where so much is asked for: as much, or less. */
export function levelsUpTo(asked: Level): readonly Level[] {
  return levels.slice(levels.indexOf(asked));
}

/** «1 januari–31 december 2026» */
export function periodInWords({ from, through }: InvitationView["round"]): string {
  return daysInWords({ firstDay: from, lastDay: through });
}

/** «Till Riket. Gäller 1 januari–31 december 2026. Registrera och leverera senast 15 januari 2027.» */
export function roundInBrief({ receiver, round }: InvitationView): string {
  return `Till ${receiver.name}. Gäller ${periodInWords(round)}. Registrera och leverera senast ${dayInWords(swedishDay(round.cutOff))}.`;
}

/** The check as a headline. */
export function checkInWords({ stops, more }: Pick<CheckView, "stops" | "more">): string {
  const count = stops.length;
  if (count === 0) return "Inget behöver rättas";
  if (more > 0) return `Mer än ${wholeNumber(count)} saker behöver rättas innan ni kan leverera`;
  if (count === 1) return "En sak behöver rättas innan ni kan leverera";
  return `${capitalised(numberInWords(count))} saker behöver rättas innan ni kan leverera`;
}

/** What the system knows, as help for what the units know. */
export function knownCases(
  cases: number,
  { codebook, deliveries }: Pick<DeliveryRound, "codebook" | "deliveries">,
): string {
  const said = deliveries.find(({ statedCases, sent }) => sent && statedCases !== null);
  const before = said ? ` Senast sa ni ${wholeNumber(said.statedCases ?? 0)}.` : "";
  const here = `Här finns ${countInWords(cases, codebook.counts)} i omgången.${before}`;
  return codebook.counts === "meetings"
    ? `${here} Räkna också dem som inte blev noterade. Lämnar ni tomt gäller det antal som enheterna har sagt, om alla har sagt något.`
    : `${here} Räkna också dem som inte blev registrerade. Lämna tomt om ni inte vet.`;
}

/** A number of cases as people type it; `undefined`: no number. */
export function readStated(typed: string): number | null | undefined {
  const plain = typed.replaceAll(/\s/g, "");
  if (plain === "") return null;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined;
}

/** How a delivery stands, in whole sentences. */
export function standingOf({ sent, receipt, isWithdrawal }: MadeDeliveryView): readonly string[] {
  if (!sent) return ["Förberedd, och inget har lämnat."];
  if (!receipt) {
    return sent.way === "file"
      ? [
          "Hämtad som fil. Lämna den till mottagaren. Kvittot finns hos mottagaren när filen är framme.",
        ]
      : ["Skickad. Kvittot har inte kommit än."];
  }
  return [receiptInWords(receipt, isWithdrawal), ...receipt.sentences];
}

function receiptInWords({ state, at }: ReceiptView, isWithdrawal: boolean): string {
  const when = exactMoment(at);
  switch (state) {
    case "arrived":
      return `Framme hos mottagaren ${when}. Den är hel. En person hos mottagaren tar ställning till den.`;
    case "accepted":
      return isWithdrawal
        ? `Framme hos mottagaren ${when}. Det ni lämnade räknas inte längre.`
        : `Framme hos mottagaren ${when}, och godkänd. Den räknas med.`;
    case "declined":
      return `Framme hos mottagaren ${when}. Mottagaren har valt att inte räkna den.`;
    case "refused":
      return `Mottagaren kunde inte ta emot den ${when}. Inget är sparat där.`;
  }
}

/** The state in a word or two, above the sentences. */
export function stateName({ sent, receipt }: MadeDeliveryView): string {
  if (!sent) return "Inte skickad";
  if (!receipt) return sent.way === "file" ? "Lämnad som fil" : "Skickad";
  return {
    arrived: "Framme",
    accepted: "Godkänd",
    declined: "Räknas inte",
    refused: "Inte mottagen",
  }[receipt.state];
}

/** «Sedan leverans 2: 3 ärenden ändrade, 1 nytt och 1 borta.» */
export function sinceInWords({ sequence, changed, added, gone }: DifferencesSince): string {
  if (changed + added + gone === 0) return `Inget har ändrats sedan leverans ${sequence}.`;
  const parts = [
    ...(changed > 0
      ? [`${countInWords(changed, "cases")} ${changed === 1 ? "ändrat" : "ändrade"}`]
      : []),
    ...(added > 0 ? [`${wholeNumber(added)} ${added === 1 ? "nytt" : "nya"}`] : []),
    ...(gone > 0 ? [`${wholeNumber(gone)} som inte lämnas längre`] : []),
  ];
  return `Sedan leverans ${sequence}: ${listed(parts)}.`;
}

export const differenceNames: Readonly<Record<DifferencesSince["cases"][number]["kind"], string>> =
  {
    changed: "ändrat",
    added: "nytt",
    gone: "lämnas inte längre",
  };

/** How easily cases are told apart: calm words, that inform and stop nothing. */
export function anonymityInWords(
  { cases, levels: told, suggested }: NonNullable<PreparedView["anonymity"]>,
  known: readonly string[],
  level: Level,
): readonly string[] {
  if (cases === 0) return [];
  const end = "Det här är till för er och hindrar ingenting.";
  const names = known.length > 0 ? ` av ${listed(known.map((name) => name.toLowerCase()))}` : "";
  const here = told.find((each) => each.level === level);
  const coarser = told.find((each) => each.level === "coarse-rows");
  if (!here) return [end];
  const withQuarter = here.byQuarter ? ", tillsammans med startkvartalet," : "";
  const rare =
    here.inSmallGroups === 0
      ? `I inget av ${countInWords(cases, "cases")} är kombinationen${names}${withQuarter} ovanlig: minst fem ärenden delar den.`
      : `I ${wholeNumber(here.inSmallGroups)} av ${countInWords(cases, "cases")} är kombinationen${names}${withQuarter} ovanlig: färre än fem ärenden delar den.`;
  const instead =
    suggested === "counts"
      ? "Ni kan i stället lämna bara antal. Det ändras under «Överenskommelsen»."
      : suggested === "coarse-rows" && level === "rows" && coarser
        ? `Ni kan i stället lämna grövre rader, utan tider. Då gäller det ${wholeNumber(coarser.inSmallGroups)} av ${countInWords(cases, "cases")}. Det ändras under «Överenskommelsen».`
        : undefined;
  return [
    rare,
    "Mottagaren visar aldrig en rad för någon: där finns bara antal, och små antal döljs.",
    ...(instead ? [instead] : []),
    end,
  ];
}

/** What came back, and whether it is news. */
export function returnedInWords({ isInterim, isNew }: ReturnedView): string {
  const which = isInterim ? "Siffrorna under vägen" : "De slutliga siffrorna";
  return isNew ? `${which} är här.` : `${which} var redan här. Inget nyare är publicerat.`;
}

/** The name that a package is saved under: nothing of any person, and in the order that they were made. */
export function packageName(municipality: string, round: string, sequence: number): string {
  return `leverans-${municipality}-${round}-${sequence}.package`;
}
