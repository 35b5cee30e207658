import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { checkText, swedishTime, systemClock } from "#kernel";
import { sentencesOf } from "../../api/reply.ts";
import { Button } from "../../ui/Button.tsx";
import { FreeText } from "../../ui/FreeText.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { guidanceSource, guidanceTitle } from "../../words/guidance-words.ts";
import { type GuidedUnit, guidanceLimit } from "./guidance-context.ts";

type Props = {
  readonly guided: GuidedUnit;
  readonly concept: string;
  readonly label: string;
  /** Its first words were written elsewhere on the page, this very moment: told here. */
  readonly isJustSaved?: boolean;
};

/** One unit's words about one question: read by all of it, written by those who lead it. */
export function GuidanceEntry({ guided, concept, label, isJustSaved = false }: Props) {
  const { unit, mayWrite, written, save } = guided;
  const now = written.get(concept);
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const [saved, setSaved] = useState<{ readonly sentence: string; readonly before: string }>();
  const place = useRef<HTMLElement>(null);
  const isOpen = draft !== undefined;

  useEffect(() => {
    if (!isJustSaved) return;
    setSaved({ sentence: `Sparat ${swedishTime(systemClock.now())}.`, before: "" });
    place.current?.querySelector("button")?.focus();
  }, [isJustSaved]);

  async function keep(text: string): Promise<void> {
    // What can never be stored is told by the field itself.
    if (checkText(text, concept, guidanceLimit).length > 0) return;
    setSaving(true);
    const reply = await save(concept, text);
    setSaving(false);
    if (reply.kind !== "ok") return setProblem(sentencesOf(reply).join(" "));
    const time = swedishTime(systemClock.now());
    const sentence = text.trim() === "" ? `Borttaget ${time}.` : `Sparat ${time}.`;
    close({ sentence, before: now?.text ?? "" });
  }

  /** The field disappears: focus goes back to where it was opened. */
  function close(outcome: typeof saved): void {
    flushSync(() => {
      setDraft(undefined);
      setProblem(undefined);
      setSaved(outcome);
    });
    place.current?.querySelector("button")?.focus();
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void keep(draft ?? "");
  }

  return (
    <section
      ref={place}
      className={now || isOpen ? "unit-guidance" : "unit-guidance not-printed"}
      aria-label={`${guidanceTitle(unit.name)}: ${label}`}
    >
      {(now || isOpen) && (
        <p>
          <strong>{guidanceTitle(unit.name)}</strong>
        </p>
      )}
      {now && !isOpen && (
        <>
          <p className="written-lines">{now.text}</p>
          <p className="soft">{guidanceSource(now)}</p>
        </>
      )}
      {isOpen && (
        <form className="stack" onSubmit={submit} noValidate>
          <FreeText
            label={`Hur bedömer ni ${label}?`}
            hint="Skriv om arbetet, aldrig om någon klient. Alla i enheten läser det vid frågan. Tomt tar bort texten."
            value={draft}
            onChange={(words) => {
              setDraft(words);
              setProblem(undefined);
            }}
            rows={4}
            limit={guidanceLimit}
            problem={problem}
            autoFocus
          />
          <div className="row">
            <Button type="submit" isDisabled={isSaving}>
              {isSaving ? "Sparar …" : "Spara"}
            </Button>
            <Button kind="secondary" onPress={() => close(undefined)}>
              Avbryt
            </Button>
          </div>
        </form>
      )}
      {mayWrite && !isOpen && (
        <div className="row">
          <QuietButton
            onPress={() => setDraft(now?.text ?? "")}
            label={`${now ? "Ändra" : "Skriv"} hur ni gör i ${unit.name}: ${label}`}
          >
            {now ? "Ändra" : "Skriv hur ni gör"}
          </QuietButton>
          {saved && (
            <QuietButton onPress={() => void keep(saved.before)} label={`Ångra: ${label}`}>
              Ångra
            </QuietButton>
          )}
        </div>
      )}
      <p className="soft" role="status">
        {saved?.sentence}
      </p>
    </section>
  );
}
