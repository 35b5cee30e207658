import { type SubmitEvent, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { checkText, randomId, strongRandomness } from "#kernel";
import type { ExplorationView, SavedViews } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { FreeText } from "../../ui/FreeText.tsx";

type Props = { readonly view: ExplorationView; readonly saved: SavedViews };

const longestName = 80;

/** The question is kept under a name of one's own; the figures are counted anew when it is opened. */
export function SaveView({ view, saved }: Props) {
  const { revalidate } = useRevalidator();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string>();
  const [kept, setKept] = useState<string>();
  const isSending = useRef(false);
  const key = useRef(randomId(strongRandomness));
  const field = useRef<HTMLInputElement>(null);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isSending.current || checkText(name, "name", longestName).length > 0) return;
    isSending.current = true;
    const reply = await ask<SavedViews>("POST", "/api/saved-views", {
      body: { name, question: view.chosen },
      idempotencyKey: key.current,
    });
    isSending.current = false;
    if (reply.kind !== "ok") {
      setProblem(sentencesOf(reply).join(" "));
      field.current?.focus();
      return;
    }
    key.current = randomId(strongRandomness);
    setProblem(undefined);
    setKept(name.trim());
    setName("");
    await revalidate();
  }

  return (
    <form className="explore-save not-printed" onSubmit={(event) => void save(event)}>
      <FreeText
        ref={field}
        label="Spara vyn som"
        value={name}
        onChange={setName}
        limit={longestName}
        hint={
          saved.views.length >= saved.most
            ? `Du har ${saved.most} sparade vyer. Ta bort någon först.`
            : "Bara du ser dina sparade vyer. Frågan sparas, inte siffrorna."
        }
        problem={problem}
      />
      <Button type="submit" kind="secondary">
        Spara vyn
      </Button>
      <p role="status" className="soft">
        {kept && `«${kept}» är sparad.`}
      </p>
    </form>
  );
}
