import {
  type DeliveryLevel,
  deliveryLevels,
  parseInvitation,
  type RoundInvitation,
} from "#delivery";
import {
  checkText,
  type Instant,
  type IsoDate,
  type MunicipalityCode,
  type Outcome,
  type Problem,
  parseIsoDate,
  problem,
  refused,
  swedishDay,
  warnOfPerson,
} from "#kernel";
import { otherKind } from "../send-to-receiver.ts";
import type { Services } from "../services.ts";
import { codebookOfRound } from "./agreed-round.ts";
import { isOfMeetings } from "./meeting-sources.ts";

/** The file that the receiver sent, where this program can take part in what it asks for. */
export function readInvitation(
  { kind, codebooks }: Pick<Services, "kind" | "codebooks">,
  municipality: MunicipalityCode,
  text: string,
): Outcome<RoundInvitation> {
  const parsed = parseInvitation(text, "Filen");
  if (parsed.kind === "refused") return parsed;
  if (parsed.value.kind !== kind) return refused(otherKind(parsed.value.kind));
  const codebook = codebookOfRound(codebooks, municipality, parsed.value);
  if (codebook.kind === "refused") return codebook;
  // A row of its own would tell of one meeting: no program of ours asks for it, and nobody can agree to it.
  if (isOfMeetings(codebook.value) && parsed.value.level !== "counts") {
    return refused(problem("round-meetings-by-rows", "level"));
  }
  return parsed;
}

type Decided = {
  readonly decidedBy: string;
  readonly decidedOn: IsoDate;
  readonly reference: string;
};

const needed = {
  decidedBy: "agreement-decider-needed",
  reference: "agreement-reference-needed",
} as const;
const longest = { decidedBy: 100, reference: 200 } as const;

/** Who decided is a post: a name in it would be kept as long as the deliveries are. */
export function checkDecided(
  { decidedBy, decidedOn, reference }: Decided,
  at: Instant,
): readonly Problem[] {
  return [
    ...checkWritten(decidedBy, "decidedBy"),
    ...namesIn(decidedBy, "decidedBy"),
    ...checkWritten(reference, "reference"),
    ...checkDay(decidedOn, at),
  ];
}

function checkWritten(text: string, at: "decidedBy" | "reference"): readonly Problem[] {
  if (text.trim() === "") return [problem(needed[at], at)];
  return checkText(text, at, longest[at]);
}

function namesIn(text: string, at: string): readonly Problem[] {
  return warnOfPerson(text.slice(0, longest.decidedBy), at)
    .filter(({ code }) => code === "looks-like-name")
    .map(({ details }) => problem("agreement-names-somebody", at, details));
}

function checkDay(day: IsoDate, at: Instant): readonly Problem[] {
  if (parseIsoDate(day) === undefined) return [problem("not-a-date", "decidedOn")];
  return day > swedishDay(at) ? [problem("date-in-future", "decidedOn")] : [];
}

/** What may leave can be made less, and never more. */
export function isFiner(level: DeliveryLevel, than: DeliveryLevel): boolean {
  return deliveryLevels.indexOf(level) < deliveryLevels.indexOf(than);
}

const levelNames: { readonly [level in DeliveryLevel]: string } = {
  rows: "en rad för varje ärende",
  "coarse-rows": "en rad för varje ärende, utan tid",
  counts: "bara antal",
};

export function finerThanAgreed(level: DeliveryLevel): Problem {
  return problem("agreement-finer", "level", { level: levelNames[level] });
}
