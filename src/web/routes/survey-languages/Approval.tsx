import { type SubmitEvent, useRef, useState } from "react";
import type { SurveyLanguageList, SurveyLanguageView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";

type Props = {
  readonly language: SurveyLanguageView;
  readonly onChanged: (languages: SurveyLanguageList["languages"]) => void;
};

/** One person answers for every word of a language, as it stood when she read it. */
export function Approval({ language, onChanged }: Props) {
  const { tag, swedishName, status, textHash } = language;
  const [hasRead, setRead] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isSending = useRef(false);
  const path = `/api/survey-languages/${encodeURIComponent(tag)}/approval`;
  const problemId = `godkann-fel-${tag}`;

  async function change(method: "PUT" | "DELETE", body?: unknown): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    const reply = await ask<SurveyLanguageList>(method, path, body === undefined ? {} : { body });
    isSending.current = false;
    if (reply.kind !== "ok") return setProblem(sentencesOf(reply).join(" "));
    setProblem(undefined);
    setRead(false);
    onChanged(reply.value.languages);
  }

  function approve(event: SubmitEvent) {
    event.preventDefault();
    if (!hasRead) return setProblem("Läs alla texter, och kryssa i att du har gjort det.");
    void change("PUT", { textHash });
  }

  if (status === "source") return null;
  if (status === "approved") {
    return (
      <div className="not-printed">
        <QuietButton onPress={() => void change("DELETE")}>
          Ta tillbaka godkännandet av {swedishName}
        </QuietButton>
        <FieldProblem id={problemId} sentence={problem} />
      </div>
    );
  }
  return (
    <form className="stack not-printed" onSubmit={approve} noValidate>
      <label className="switch">
        <input
          type="checkbox"
          checked={hasRead}
          onChange={(event) => setRead(event.target.checked)}
          aria-describedby={problem ? problemId : undefined}
        />
        <span>Jag har läst alla texter på {swedishName} och svarar för dem</span>
      </label>
      <FieldProblem id={problemId} sentence={problem} />
      <Button type="submit">Godkänn {swedishName}</Button>
    </form>
  );
}
