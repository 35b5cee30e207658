import { type SubmitEvent, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { FreeText } from "../../ui/FreeText.tsx";

/** A colleague's case: it opens with a reason, which the manager sees at once. */
export function ReasonNeeded({ code }: { readonly code: string }) {
  const revalidator = useRevalidator();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();

  async function open(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const path = `/api/cases/${encodeURIComponent(code)}/access-reasons`;
    const reply = await ask("POST", path, { body: { reason } });
    if (reply.kind === "ok") return revalidator.revalidate();
    setProblem(sentencesOf(reply).join(" "));
    field.current?.focus();
  }

  return (
    <Page title="En kollegas ärende" help={help} placesFocus>
      <form className="stack form-page" onSubmit={(event) => void open(event)} noValidate>
        <p>
          Ärende <strong className="case-code">{code}</strong> är en kollegas. Skriv varför du
          behöver öppna det. Din chef ser vem som öppnat det, när och varför.
        </p>
        <FreeText
          ref={field}
          label="Varför behöver du öppna ärendet?"
          hint="Några ord räcker. Skriv inget om klienten."
          value={reason}
          onChange={(words) => {
            setReason(words);
            setProblem(undefined);
          }}
          limit={500}
          autoFocus
          problem={problem}
        />
        <Button type="submit" isDisabled={revalidator.state !== "idle"}>
          Öppna ärendet
        </Button>
      </form>
    </Page>
  );
}

const help = {
  sentences: [
    "Ärendet hör till en kollega i din enhet, och du kan öppna det om ditt arbete kräver det.",
    "Skälet du skriver sparas, och din chef ser det.",
    "Är det fel ärende: gå tillbaka och kontrollera koden.",
  ],
  readMore: "registrera",
} as const;
