import { swedishDay } from "#kernel";
import type { RoundView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { dayInWords } from "../../words/calendar.ts";
import type { DraftKind } from "./next-step.ts";
import "./round-parts.css";

type Props = {
  readonly kind: DraftKind;
  readonly round: RoundView["round"];
  readonly isBusy: boolean;
  readonly onBegin: (isInterim: boolean) => Promise<void>;
};

/** What each means, and the one that it is time for. */
export function StartDraft({ kind, round, isBusy, onBegin }: Props) {
  const closes = dayInWords(swedishDay(round.cutOff));
  return (
    <div className="stack">
      <dl className="draft-kinds">
        <dt>Delsiffror</dt>
        <dd>
          Hur det ser ut hittills, bara för alla tillsammans. Inget visas för ett län eller en
          kommun. {interimWords(kind)}
        </dd>
        <dt>Slutliga siffror</dt>
        <dd>
          Alla nivåer som får visas. De görs efter brytdagen {closes} och publiceras en enda gång.
          Det som levereras senare räknas i nästa omgång.
        </dd>
      </dl>
      {kind.kind !== "wait" && (
        <>
          <p className="soft">
            Ett utkast publicerar inget. Det kan ta några minuter, och du kan lämna sidan medan det
            görs.
          </p>
          <Button isDisabled={isBusy} onPress={() => void onBegin(kind.kind === "interim")}>
            {kind.kind === "interim"
              ? "Gör ett utkast till delsiffror"
              : "Gör ett utkast till slutliga siffror"}
          </Button>
        </>
      )}
    </div>
  );
}

function interimWords(kind: DraftKind): string {
  switch (kind.kind) {
    case "interim":
      return "Det är dags för dem nu.";
    case "final":
      return "Efter brytdagen görs inga fler.";
    case "wait":
      return kind.interimDay
        ? `Nästa kan göras den ${dayInWords(kind.interimDay)}.`
        : "Inga fler är avtalade.";
  }
}
