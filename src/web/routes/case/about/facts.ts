import type { CaseCircle, CaseView } from "#server";
import { sharedInWords, voidedInWords } from "../../../words/case-life-words.ts";
import { listed } from "../../../words/case-words.ts";

/** The dialogs of «Om ärendet», one for each thing that can be done. */
export type Act =
  | "assign"
  | "share"
  | "unshare"
  | "transfer"
  | "serve"
  | "previous"
  | "restrict"
  | "unrestrict"
  | "void"
  | "restore";

export type Fact = {
  readonly name: string;
  readonly value: string;
  readonly acts: readonly { readonly act: Act; readonly label: string }[];
};

/** What the one who looks may do to this case; the server decides again. */
export type MayDo = {
  readonly manage: boolean;
  readonly share: boolean;
  readonly write: boolean;
};

/**
 * The case as a whole, fact by fact, each with what can be done about it.
 * @param circle who there is to choose among; `undefined` while it is on its way, and nothing is offered.
 */
export function factsOf(
  view: CaseView,
  circle: CaseCircle | undefined,
  may: MayDo,
  ownMunicipality: string,
): readonly Fact[] {
  const isLive = view.voided === null;
  // What figures count by is corrected in an open case, like its answers.
  const mayCorrect = may.write && view.state === "open";
  const hasOthers = (circle?.units.length ?? 0) > 1;
  const servesMore = (circle?.municipalities.length ?? 0) > 1;
  const fact = (name: string, value: string, ...acts: readonly Offered[]): Fact => ({
    name,
    value,
    acts: acts.flatMap(({ act, label, isOffered }) =>
      circle && isOffered && (isLive || act === "restore") ? [{ act, label }] : [],
    ),
  });
  const { sharedWith, readers, voided } = view;
  return [
    fact("Kod", view.code),
    fact(
      "Enhet",
      view.unit.name,
      offer("transfer", "Flytta till en annan enhet", may.manage && hasOthers),
    ),
    fact(
      "Handläggare",
      view.assignee ?? "Ingen",
      offer("assign", view.assignee ? "Lämna över" : "Välj handläggare", may.manage),
    ),
    fact(
      "Delas med",
      sharedWith ? sharedInWords(sharedWith) : "Ingen annan enhet",
      offer(
        "share",
        sharedWith ? "Ändra delningen" : "Dela med en annan enhet",
        may.share && hasOthers,
      ),
      offer("unshare", "Sluta dela", may.share && sharedWith !== null),
    ),
    fact(
      "Personens kommun",
      view.servedMunicipality?.name ?? ownMunicipality,
      offer("serve", "Ändra kommun", mayCorrect && servesMore),
    ),
    fact(
      "Tidigare ärende",
      view.previousCode ?? (view.isAnonymous ? "Kopplas inte till andra ärenden" : "Inget angivet"),
      offer(
        "previous",
        view.previousCode ? "Ändra tidigare ärende" : "Ange tidigare ärende",
        mayCorrect && !view.isAnonymous,
      ),
    ),
    fact("Anonymt", view.isAnonymous ? "Ja, koden skrivs ingenstans" : "Nej"),
    fact(
      "Läsare",
      readers ? `Bara ${listed(readers)}` : "De som brukar se enhetens ärenden",
      offer("restrict", readers ? "Ändra läsare" : "Begränsa till namngivna läsare", may.manage),
      offer("unrestrict", "Ta bort begränsningen", may.manage && readers !== null),
    ),
    fact(
      "Makulerat",
      voided ? `Ja. ${voidedInWords(voided)}` : "Nej",
      offer(voided ? "restore" : "void", voided ? "Återställ" : "Makulera", may.manage),
    ),
  ];
}

type Offered = { readonly act: Act; readonly label: string; readonly isOffered: boolean };

function offer(act: Act, label: string, isOffered: boolean): Offered {
  return { act, label, isOffered };
}
