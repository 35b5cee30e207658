import { type KeyboardEvent, type SubmitEvent, useRef, useState } from "react";
import { Link } from "react-router";
import { problem, problemSentence, swedishDay, systemClock } from "#kernel";
import type { NotOfferedReason, SettledByWorker } from "#registration";
import type { SurveyInvitationReceipt } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { keyIntent, optionKey } from "../../keyboard/question-keys.ts";
import { readDate } from "../../keyboard/read-date.ts";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { saving } from "../../saving/use-saving.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { useOpenCase } from "./case-context.ts";
import { handOver } from "./survey/hand-over.ts";
import { invite, whyNotHandOver } from "./survey/invite.ts";
import { informationPath } from "./survey/paper-links.ts";
import { useUsableLanguages } from "./survey/use-usable-languages.ts";
import { LanguageSelect, WayDetails } from "./survey/WayDetails.tsx";
import { buttonOf, type Way, ways, waysInLanguage, waysWithDay } from "./survey/ways.ts";

type Props = {
  readonly onSaved: () => void;
  readonly onInvited: (receipt: SurveyInvitationReceipt) => void;
  /** Left out where nothing has been said yet. */
  readonly onCancel?: (() => void) | undefined;
};

/** How the client wants to answer, or why she does not. */
export function SurveyForm({ onSaved, onInvited, onCancel }: Props) {
  const { view, queue } = useOpenCase();
  const languages = useUsableLanguages();
  const [way, setWay] = useState<Way>();
  const [language, setLanguage] = useState("sv");
  const [isDeviceSafe, setDeviceSafe] = useState(false);
  const [reason, setReason] = useState<NotOfferedReason>();
  const [text, setText] = useState("");
  const [told, setTold] = useState<string>();
  const [shortcuts] = useShortcuts();
  const isSending = useRef(false);
  const today = swedishDay(systemClock.now());

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setTold(undefined);
    if (!way) return setTold("Välj det som stämmer.");
    if (way === "in-the-room" || way === "own-device") return void letIn(way);
    if (way === "not-offered") {
      if (!reason) return setTold("Välj varför enkäten inte erbjuds.");
      return save({ kind: way, reason });
    }
    const read = readDate(text, today, true);
    if (read.kind === "problem") return setTold(read.sentence);
    if (read.kind !== "date") return;
    const on = read.date;
    save(way === "declined" ? { kind: way, on } : { kind: "offered", on, mode: way });
  }

  function save(survey: SettledByWorker): void {
    saving.change(view.code, { kind: "survey", survey });
    onSaved();
  }

  async function letIn(mode: SurveyInvitationReceipt["mode"]): Promise<void> {
    const isHere = mode === "in-the-room";
    if (!isHere && !isDeviceSafe) return setTold(problemSentence(problem("device-not-said-safe")));
    const why = isHere ? whyNotHandOver(queue) : undefined;
    if (why) return setTold(why);
    if (isSending.current) return;
    isSending.current = true;
    const reply = await invite(view.code, { mode, language, ...(isHere ? {} : { isDeviceSafe }) });
    isSending.current = false;
    if (reply.kind !== "ok") return setTold(sentencesOf(reply).join(" "));
    if (isHere) handOver(reply.value, language);
    else onInvited(reply.value);
  }

  function choose(wanted: Way): void {
    setWay(wanted);
    setTold(undefined);
    // Asked every time: another way chosen in between is another occasion.
    setDeviceSafe(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const options = ways.length;
    const intent = keyIntent(event, { control: "choice", options, missing: [], shortcuts });
    const picked = intent?.kind === "option" ? ways[intent.index] : undefined;
    if (!picked) return;
    choose(picked[0]);
    document.getElementById(`enkat-${picked[0]}`)?.focus();
  }

  return (
    <form className="stack survey-form" onSubmit={submit} noValidate>
      <fieldset
        className="question"
        onKeyDown={onKeyDown}
        aria-describedby={told ? "enkat-fel" : undefined}
      >
        <legend>Hur vill klienten svara?</legend>
        <div className="options">
          {ways.map(([value, label], index) => (
            <Choice
              key={value}
              kind="radio"
              group="enkat"
              id={`enkat-${value}`}
              label={label}
              shortcut={optionKey(index)}
              isChosen={way === value}
              onPick={() => choose(value)}
            />
          ))}
        </div>
      </fieldset>
      {waysInLanguage.includes(way) && (
        <LanguageSelect languages={languages} language={language} onLanguage={setLanguage} />
      )}
      {way && (
        <WayDetails
          way={way}
          caseCode={view.code}
          language={language}
          isDeviceSafe={isDeviceSafe}
          onDeviceSafe={setDeviceSafe}
          reason={reason}
          onReason={setReason}
        />
      )}
      {waysWithDay.includes(way) && (
        <DateField
          label="Vilken dag?"
          value={text}
          onChange={setText}
          today={today}
          emptyMeansToday
        />
      )}
      <FieldProblem id="enkat-fel" sentence={told} />
      <div className="row">
        <Button type="submit">{buttonOf(way)}</Button>
        {onCancel && <QuietButton onPress={onCancel}>Avbryt</QuietButton>}
        <a
          className="survey-link"
          href={informationPath(language)}
          target="_blank"
          rel="noreferrer"
        >
          Information till klienten
        </a>
        <Link className="survey-link" to="/enkatsprak">
          Enkätens språk
        </Link>
      </div>
    </form>
  );
}
