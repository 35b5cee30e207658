import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { randomId, strongRandomness, swedishDay, systemClock } from "#kernel";
import type { CaseView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { readDate } from "../../keyboard/read-date.ts";
import { saving } from "../../saving/use-saving.ts";
import { unitsWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { ask } from "../../session/signed-out.ts";
import { Page } from "../../shell/Page.tsx";
import { NoSuchPage } from "../../shell/PageTrouble.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { MoreAboutCase } from "./MoreAboutCase.tsx";
import { nothingMore, readMore } from "./more-about-case.ts";
import { UnitChoice } from "./UnitChoice.tsx";

/** A case needs a day and a unit. Its code is given by the server. */
export function NewCase() {
  const units = unitsWith(useSession(), "caseWorker");
  const navigate = useNavigate();
  const today = swedishDay(systemClock.now());
  const [startedOn, setStartedOn] = useState("");
  const [unit, setUnit] = useState(units.length === 1 ? units[0]?.id : undefined);
  const [problem, setProblem] = useState<{
    readonly at: "day" | "unit" | "code";
    readonly sentence: string;
  }>();
  const [more, setMore] = useState(nothingMore);
  const [isSending, setSending] = useState(false);
  const dateField = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  // The same for every try with the same content, so that one form makes one case.
  const [key, setKey] = useState(newKey);
  // The page that follows is fetched while the day is being typed.
  useEffect(() => void import("../case/CasePage.tsx"), []);
  if (units.length === 0) return <NoSuchPage />;

  async function start(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const read = readDate(startedOn, today, true);
    if (read.kind === "problem") return showAtDate(read.sentence);
    if (!unit) return setProblem({ at: "unit", sentence: "Välj vilken enhet ärendet hör till." });
    if (read.kind !== "date") return;
    const readMoreOf = readMore(more);
    if (readMoreOf.kind === "problem") return showAtCode(readMoreOf.sentence);
    setSending(true);
    const reply = await ask<CaseView>("POST", "/api/cases", {
      body: { startedOn: read.date, unit, ...readMoreOf.value },
      idempotencyKey: key,
    });
    setSending(false);
    if (reply.kind !== "ok") {
      const isAboutCode =
        reply.kind === "refused" && reply.refusal.problems.some(({ at }) => at === "previousCode");
      return (isAboutCode ? showAtCode : showAtDate)(sentencesOf(reply).join(" "));
    }
    saving.opened(reply.value);
    await navigate(`/arenden/${reply.value.code}`, { replace: true });
  }

  function showAtDate(sentence: string): void {
    setProblem({ at: "day", sentence });
    dateField.current?.focus();
  }

  function showAtCode(sentence: string): void {
    setProblem({ at: "code", sentence });
    // Folded away again, it could not take the focus.
    codeField.current?.closest("details")?.setAttribute("open", "");
    codeField.current?.focus();
  }

  return (
    <Page title="Nytt ärende" help={help} placesFocus>
      <form className="stack form-page" onSubmit={(event) => void start(event)} noValidate>
        <DateField
          ref={dateField}
          label="När började ärendet?"
          value={startedOn}
          onChange={(text) => {
            setStartedOn(text);
            setKey(newKey());
            if (problem?.at === "day") setProblem(undefined);
          }}
          today={today}
          emptyMeansToday
          autoFocus
          problem={problem?.at === "day" ? problem.sentence : undefined}
        />
        {units.length > 1 && (
          <UnitChoice
            units={units}
            chosen={unit}
            onChoose={(chosen) => {
              setUnit(chosen);
              // The unit may not receive people from there.
              setMore({ ...more, servedMunicipality: "" });
              setKey(newKey());
            }}
            problem={problem?.at === "unit" ? problem.sentence : undefined}
          />
        )}
        <MoreAboutCase
          more={more}
          onChange={(changed) => {
            setMore(changed);
            setKey(newKey());
            if (problem?.at === "code") setProblem(undefined);
          }}
          serves={units.find(({ id }) => id === unit)?.serves ?? []}
          codeProblem={problem?.at === "code" ? problem.sentence : undefined}
          codeField={codeField}
        />
        <Button type="submit" isLarge isDisabled={isSending} shortcut="Enter">
          Börja
        </Button>
        <p className="soft">
          {more.isAnonymous
            ? "Ärendet får en kod. Skriv den ingenstans. Skriv aldrig namn eller personnummer här."
            : "Ärendet får en kod. Skriv den i personens akt. Skriv aldrig namn eller personnummer här."}
        </p>
      </form>
    </Page>
  );
}

function newKey(): string {
  return randomId(strongRandomness);
}

const help = {
  sentences: [
    "Ärendet börjar den dag personen blev aktuell hos er för våldsutsatthet.",
    "Ärendet får en slumpad kod, och bara den kopplar det till personens akt.",
    "Samma person som kommer tillbaka senare får ett nytt ärende: skriv det tidigares kod under «Mer om ärendet».",
  ],
  readMore: "registrera",
  keys: [
    ["Enter", "börja; tomt datum betyder i dag"],
    ["1203", "den 12 mars"],
    ["-14", "för 14 dagar sedan"],
  ],
} as const;
