import { type KeyboardEvent, type SubmitEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Link, useLoaderData, useSearchParams } from "react-router";
import type { Answers, Codebook } from "#codebook";
import { swedishDay, swedishTime, systemClock } from "#kernel";
import { parseCaseCode } from "#registration";
import type { CodebookList, SurveyLanguageList, SurveyReceipt, WaitingToKeyIn } from "#server";
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
import { CodeMatch } from "./CodeMatch.tsx";
import { readTypedCode, type WaitingCase } from "./find-waiting.ts";
import { KeyInReview } from "./KeyInReview.tsx";
import { type KeyInMode, ModeChoice } from "./ModeChoice.tsx";
import { ReadAloudFirst } from "./ReadAloudFirst.tsx";
import { type KeyInProblem, placeOfRefusal, readKeyIn, wrongCode } from "./read-key-in.ts";
import { focusFirstQuestion, SurveyQuestions } from "./SurveyQuestions.tsx";
import "./key-in.css";

type Loaded = {
  readonly codebook: Codebook;
  /** `undefined`: not known. */
  readonly waiting: readonly WaitingCase[] | undefined;
  readonly languages: SurveyLanguageList["languages"];
};

export async function loadKeyIn({ request }: { readonly request: Request }): Promise<Loaded> {
  const { signal } = request;
  const list = loaded(await get<CodebookList>("/api/codebooks", signal), request);
  const [codebook, waiting, told] = await Promise.all([
    findCodebook(list.current),
    findWaiting(signal),
    get<SurveyLanguageList>("/api/survey-languages", signal),
  ]);
  const languages = told.kind === "ok" ? told.value.languages : [];
  return {
    codebook: loaded(codebook, request),
    waiting,
    languages: languages.filter(({ isUsable }) => isUsable),
  };
}

async function findWaiting(signal?: AbortSignal): Promise<Loaded["waiting"]> {
  const reply = await get<WaitingToKeyIn>("/api/waiting-surveys", signal);
  return reply.kind === "ok" ? reply.value.surveys : undefined;
}

/** A survey on paper, or one that is read aloud: written once, never read back. `?arende=` fills in the code. */
export function KeyIn() {
  const { codebook, languages, ...atFirst } = useLoaderData<Loaded>();
  const today = swedishDay(systemClock.now());
  const [search] = useSearchParams();
  const [typed, setTyped] = useState(() => parseCaseCode(search.get("arende") ?? "") ?? "");
  const [startsAtCode] = useState(typed === "");
  const [waiting, setWaiting] = useState(atFirst.waiting);
  const [chosenMode, setMode] = useState<KeyInMode>();
  const [language, setLanguage] = useState("sv");
  const [day, setDay] = useState("");
  const [answers, setAnswers] = useState<Answers>({});
  const [problem, setProblem] = useState<KeyInProblem>();
  const [receipt, setReceipt] = useState<SurveyReceipt>();
  const codeField = useRef<HTMLInputElement>(null);
  const dayField = useRef<HTMLInputElement>(null);
  const isSending = useRef(false);

  const caseCode = parseCaseCode(typed);
  const offered = waiting?.find((each) => each.caseCode === caseCode);
  const mode = chosenMode ?? offered?.mode ?? "paper";
  const readIn = mode === "read-aloud" ? languages.find(({ tag }) => tag === language) : undefined;

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const read = readKeyIn(codebook, { code: typed, day, answers }, today);
    if (read.kind === "problem") return show(read.problem);
    if (isSending.current) return;
    isSending.current = true;
    const body = { mode, answeredOn: read.answeredOn, answers };
    const reply = await ask<SurveyReceipt>("POST", `/api/survey-answers/${read.caseCode}`, {
      body,
    });
    isSending.current = false;
    if (reply.kind !== "ok") {
      const placed =
        reply.kind === "refused" ? placeOfRefusal(codebook, reply.refusal.problems) : undefined;
      return show(placed ?? { at: "code", sentence: sentencesOf(reply).join(" ") });
    }
    setReceipt(reply.value);
    setTyped("");
    setDay("");
    setAnswers({});
    setProblem(undefined);
    codeField.current?.focus();
    setWaiting(await findWaiting());
  }

  /** Typed to its end, the code itself goes on: the papers lie in a pile. */
  function typeCode(text: string): void {
    const whole = readTypedCode(text, waiting ?? []);
    // Before focus goes on, so that leaving the field does not judge what was there a moment ago.
    flushSync(() => {
      setTyped(whole ?? text);
      // The paper before is done with, and so is what was said of it.
      setReceipt(undefined);
      if (whole && problem?.at === "code") setProblem(undefined);
    });
    if (whole) focusFirstQuestion();
  }

  function leaveCode(): void {
    if (typed.trim() !== "" && !caseCode) setProblem(wrongCode);
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
      <form className="stack form-page key-in" onSubmit={(event) => void send(event)} noValidate>
        {receipt && (
          <Notice
            tone="calm"
            isUrgent
            title={`Enkäten för ${receipt.caseCode} är mottagen ${swedishTime(receipt.receivedAt)}.`}
          >
            <p>Svaren går inte att läsa här. Ett papper kan du förstöra enligt era rutiner.</p>
          </Notice>
        )}
        <ModeChoice
          mode={mode}
          onMode={setMode}
          languages={languages}
          language={language}
          onLanguage={setLanguage}
        />
        <div className="stack key-in-code">
          <Field
            ref={codeField}
            label="Ärendets kod"
            hint="Står på enkäten, till exempel M-7F3K-2. Väntar den på svar räcker de fem sista tecknen."
            value={typed}
            onChange={typeCode}
            onBlur={leaveCode}
            onKeyDown={(event) => onEnter(event, () => dayField.current?.focus())}
            maxLength={20}
            autoFocus={startsAtCode}
            problem={at("code")}
          />
          <CodeMatch caseCode={caseCode} waiting={waiting ?? []} isKnown={waiting !== undefined} />
        </div>
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
        {mode === "read-aloud" && <ReadAloudFirst language={readIn} />}
        <p className="soft">En siffra väljer svaret och går vidare till nästa fråga.</p>
        <SurveyQuestions
          codebook={codebook}
          readIn={readIn}
          startsHere={!startsAtCode}
          answers={answers}
          onAnswers={setAnswers}
          onBefore={() => dayField.current?.focus()}
          problem={at("answers")}
        />
        <section className="stack key-in-end" aria-labelledby="innan">
          <h2 id="innan">Stämmer det?</h2>
          <KeyInReview
            id="sammanfattning"
            codebook={codebook}
            caseCode={caseCode}
            day={day}
            today={today}
            answers={answers}
          />
          <Button type="submit" isLarge describedBy="sammanfattning">
            Spara enkäten
          </Button>
        </section>
        <p>
          <Link to="/nyckla-in/utdrag">Skriv ut en klients egna svar</Link>{" "}
          <span className="soft">när klienten själv har bett om dem</span>
        </p>
      </form>
    </Page>
  );
}

const help = {
  sentences: [
    "Här förs en pappersenkät in, eller svar som du läser upp frågorna till, med ärendets kod.",
    "Läs igenom svaren sist på sidan innan du sparar, för efteråt kan ingen läsa eller ändra dem.",
    "Hoppade klienten över en fråga väljer du Uppgift saknas, och arbetar du själv i ärendet ska någon annan göra det här.",
  ],
  readMore: "enkaten",
  keys: [
    ["1–9", "välj svar och gå vidare"],
    ["S", "uppgift saknas"],
    ["Enter", "nästa fråga"],
    ["Backsteg", "förra frågan"],
  ],
} as const;
