import { useRef, useState } from "react";
import type { ChecklistView } from "#server";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { linesOf } from "../campaign-words.ts";
import { WriteChecklist } from "./WriteChecklist.tsx";

type Props = { readonly first: ChecklistView; readonly isOneOfMany: boolean };

/** A unit's steps and whom it calls; ours, until it has written its own. */
export function Checklist({ first, isOneOfMany }: Props) {
  const [view, setView] = useState(first);
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState("");
  const frame = useRef<HTMLDivElement>(null);
  const { unit, steps, contacts, isOwn, mayChange } = view;

  /** The fields that had focus are gone. */
  function close(now?: ChecklistView, words = ""): void {
    if (now) setView(now);
    setTold(words);
    setOpen(false);
    frame.current?.closest("section")?.querySelector<HTMLElement>("h2")?.focus();
  }

  return (
    <div className="campaign-part" ref={frame}>
      {isOpen ? (
        <WriteChecklist view={view} onDone={close} />
      ) : (
        <>
          {isOneOfMany && <p className="only-printed">{unit.name}</p>}
          {!isOwn && (
            <p className="soft not-printed">
              Stegen är Skillnads förslag. {mayChange && "Skriv om dem så att de blir era egna."}
            </p>
          )}
          <ol className="tick-list">
            {linesOf(steps).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <h3>Våra kontakter</h3>
          {contacts.trim() === "" ? (
            <p className="soft">
              Inga kontakter är ifyllda.
              {mayChange && " Skriv vem ni ringer: socialjour, skyddat boende, polis, chef."}
            </p>
          ) : (
            <p className="written-lines">{contacts}</p>
          )}
          {mayChange && (
            <p className="not-printed">
              <QuietButton
                label={`Ändra checklistan för ${unit.name}`}
                onPress={() => {
                  setTold("");
                  setOpen(true);
                }}
              >
                Ändra checklistan
              </QuietButton>
            </p>
          )}
        </>
      )}
      <p role="status" className="not-printed">
        {told}
      </p>
    </div>
  );
}
