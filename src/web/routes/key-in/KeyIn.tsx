import { type KeyboardEvent, type SubmitEvent, useRef, useState } from "react";
import { useLoaderData, useSearchParams } from "react-router";
import type { Answers, Codebook } from "#codebook";
import { swedishDay, swedishTime, systemClock } from "#kernel";
import { parseCaseCode } from "#registration";
import type { CodebookList, SurveyReceipt } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { sentencesOf } from "../../api/reply.ts";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { ask } from "../../session/signed-out.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { type KeyInProblem, placeOfRefusal, readKeyIn, wrongCode } from "./read-key-in.ts";
import { focusFirstQuestion, SurveyQuestions } from "./SurveyQuestions.tsx";

export async function loadKeyIn({ request }: { readonly request: Request }): Promise<Codebook> {
  const list = loaded(await get<CodebookList>("/api/codebooks", request.signal), request);
  return loaded(await findCodebook(list.current), request);
}

/** A paper survey is keyed in: written once, never read back. `?arende=` fills in the case's code. */
export function KeyIn() {
  const codebook = useLoaderData<Codebook>();
  const today = swedishDay(systemClock.now());
  const [search] = useSearchParams();
  const [code, setCode] = useState(() => parseCaseCode(search.get("arende") ?? "") ?? "");
  const [day, setDay] = useState("");
  const [answers, setAnswers] = useState<Answers>({});
  const [problem, setProblem] = useState<KeyInProblem>();
  const [receipt, setReceipt] = useState<SurveyReceipt>();
  const codeField = useRef<HTMLInputElement>(null);
  const dayField = useRef<HTMLInputElement>(null);

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const read = readKeyIn(codebook, { code, day, answers }, today);
    if (read.kind === "problem") return show(read.problem);
    const { caseCode, answeredOn } = read;
    const body = { answeredOn, answers };
    const reply = await ask<SurveyReceipt>("POST", `/api/survey-answers/${caseCode}`, { body });
    if (reply.kind !== "ok") {
      const placed =
        reply.kind === "refused" ? placeOfRefusal(codebook, reply.refusal.problems) : undefined;
      return show(placed ?? { at: "code", sentence: sentencesOf(reply).join(" ") });
    }
    setReceipt(reply.value);
    setCode("");
    setDay("");
    setAnswers({});
    setProblem(undefined);
    codeField.current?.focus();
  }

  function readCode(): void {
    const read = parseCaseCode(code);
    if (read) setCode(read);
    if (read && problem?.at === "code") setProblem(undefined);
    if (!read && code.trim() !== "") setProblem(wrongCode);
  }

  function show(found: KeyInProblem): void {
    setProblem(found);
    setReceipt(undefined);
    if (found.at === "code") codeField.current?.focus();
    if (found.at === "day") dayField.current?.focus();
  }

  /** Enter goes on, as everywhere; what is wrong is told at the end, or when the field is left. */
  function onEnter(event: KeyboardEvent, goOn: () => void): void {
    if (event.key !== "Enter" || event.ctrlKey) return;
    event.preventDefault();
    goOn();
  }

  const at = (place: KeyInProblem["at"]) => (problem?.at === place ? problem.sentence : undefined);
  return (
    <Page title="Nyckla in enkät" help={help} placesFocus>
      <form className="stack form-page" onSubmit={(event) => void send(event)} noValidate>
        {receipt && (
          <Notice
            tone="calm"
            isUrgent
            title={`Enkäten för ${receipt.caseCode} är mottagen ${swedishTime(receipt.receivedAt)}.`}
          >
            <p>Svaren går inte att läsa här. Du kan förstöra papperet enligt era rutiner.</p>
          </Notice>
        )}
        <Field
          ref={codeField}
          label="Ärendets kod"
          hint="Står på enkäten, till exempel M-7F3K-2."
          value={code}
          onChange={setCode}
          onBlur={readCode}
          onKeyDown={(event) => onEnter(event, () => dayField.current?.focus())}
          maxLength={20}
          autoFocus
          problem={at("code")}
        />
        <DateField
          ref={dayField}
          label="Vilken dag svarade klienten?"
          value={day}
          onChange={setDay}
          today={today}
          emptyMeansToday
          onKeyDown={(event) => onEnter(event, () => focusFirstQuestion())}
          problem={at("day")}
        />
        <SurveyQuestions
          codebook={codebook}
          answers={answers}
          onAnswers={setAnswers}
          problem={at("answers")}
        />
        <Button type="submit" isLarge>
          Spara enkäten
        </Button>
      </form>
    </Page>
  );
}

const help = {
  sentences: [
    "Här förs en pappersenkät in, med ärendets kod.",
    "Svaren kan inte läsas eller ändras efteråt, inte heller av dig.",
    "Hoppade klienten över en fråga: välj Uppgift saknas.",
  ],
  keys: [
    ["1–9", "välj svar"],
    ["Enter", "nästa fråga"],
    ["Backsteg", "förra frågan"],
  ],
} as const;
