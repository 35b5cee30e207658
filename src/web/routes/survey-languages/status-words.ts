import { swedishDay } from "#kernel";
import type { SurveyLanguageView } from "#server";
import { dayInWords } from "../../words/calendar.ts";

type Told = Pick<SurveyLanguageView, "status" | "isUsable" | "approvedBy" | "approvedAt">;

/** Whether clients meet the language, and on whose word. */
export function statusInWords({ status, isUsable, approvedBy, approvedAt }: Told): string {
  const by = approvedBy ?? "någon som inte finns kvar";
  const when = approvedAt ? ` den ${dayInWords(swedishDay(approvedAt))}` : "";
  switch (status) {
    case "source":
      return "Källspråk: de andra är översatta härifrån";
    case "approved":
      return `Godkänt av ${by}${when}`;
    case "changed-since":
      return `Ändrat sedan det godkändes av ${by}${when}${shownWhere(isUsable)}`;
    case "draft":
      return `Utkast${shownWhere(isUsable)}`;
  }
}

function shownWhere(isUsable: boolean): string {
  return isUsable ? ": visas för klienter bara i demon" : ": visas inte för klienter";
}
