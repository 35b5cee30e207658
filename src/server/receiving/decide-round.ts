import type { Codebook } from "#codebook";
import { invitationFormat, invitationText, parseInvitation, type RoundInvitation } from "#delivery";
import { checkText, type Outcome, type Problem, problem, refused } from "#kernel";
import { isOfMeetings } from "../delivering/meeting-sources.ts";
import type { CreateRound } from "../requests-of-rounds.ts";

/** What the server itself knows of a new round. */
type Own = Pick<RoundInvitation, "kind" | "receiver"> & { readonly codebooks: readonly Codebook[] };

/** A round as somebody wants it, made an invitation; by the rules that every participant reads it by. */
export function decideRound(
  wish: CreateRound,
  { kind, receiver, codebooks }: Own,
): Outcome<RoundInvitation> {
  const { id, name, from, through, cutOff, codebook, level, interimDays } = wish;
  const { legalBasis, purpose } = wish;
  const problems = [
    ...checkText(name, "name", 100),
    ...checkText(legalBasis, "legalBasis", 2000),
    ...checkText(purpose, "purpose", 2000),
  ];
  if (problems.length > 0) return refused(...problems);
  const asking = codebooks.find(
    (each) => each.id === codebook.id && each.version === codebook.version,
  );
  if (asking && isOfMeetings(asking) && level !== "counts") {
    return refused(problem("round-meetings-by-rows", "level"));
  }
  if (!asking) {
    const found = `${codebook.id} ${codebook.version}`;
    return refused(problem("round-codebook-unknown", "codebook", { found }));
  }
  const round = { id: id.trim(), name, from, through, cutOff };
  const asked = { codebook, level, interimDays: interimDays.toSorted(), legalBasis, purpose };
  const invitation = { format: invitationFormat, kind, receiver, round, ...asked };
  const parsed = parseInvitation(invitationText(invitation as unknown as RoundInvitation), "");
  return parsed.kind === "done" ? parsed : refused(...parsed.problems.map(inWords));
}

/** To whoever makes the round it is no faulty file. */
function inWords({ details }: Problem): Problem {
  const place = String(details?.place);
  const [first = place] = Object.keys(advice).filter((each) => place.startsWith(each));
  const told = advice[first] ?? "Något i omgången saknas eller går inte att använda.";
  return problem("round-wrong", place.split(".").at(-1) ?? place, { advice: told });
}

const advice: { readonly [place: string]: string } = {
  "round.id":
    "Beteckningen får bara ha små bokstäver a–z, siffror och bindestreck, högst 40 tecken. Skriv till exempel 2026 eller 2026-host.",
  "round.name": "Omgången behöver ett namn på högst 100 tecken.",
  "round.from": "Första dagen är inte ett datum som finns.",
  "round.through": "Sista dagen måste vara ett datum som finns, och inte ligga före den första.",
  "round.cutOff": "Brytdagen måste vara en dag som finns, och inte ligga före sista dagen.",
  interimDays: "Dagarna för delsiffror måste ligga mellan första dagen och brytdagen.",
  legalBasis: "Skriv vilket rättsligt stöd som finns för att lämna ut uppgifterna.",
  purpose: "Skriv vad uppgifterna ska användas till.",
};
