import { useRef, useState } from "react";
import { Link, useRevalidator } from "react-router";
import { swedishDay } from "#kernel";
import type { SavedViewLine, SavedViews } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { dayInWords } from "../../words/calendar.ts";
import { exploreAddress } from "./explore-address.ts";

type Props = { readonly saved: SavedViews; readonly shown: string | null };

/** One's own, the latest first, each with whether its figures are still the same. */
export function SavedViewList({ saved: { views }, shown }: Props) {
  const { revalidate } = useRevalidator();
  const [told, setTold] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);

  async function remove({ id, name }: SavedViewLine): Promise<void> {
    const reply = await ask<SavedViews>("DELETE", `/api/saved-views/${encodeURIComponent(id)}`);
    if (reply.kind !== "ok") return setTold(sentencesOf(reply).join(" "));
    await revalidate();
    setTold(`«${name}» är borttagen.`);
    // The button that had focus is gone.
    heading.current?.focus();
  }

  return (
    <section className="explore-saved not-printed" aria-labelledby="sparade">
      <h2 id="sparade" tabIndex={-1} ref={heading}>
        Sparade vyer
      </h2>
      <p role="status" className="soft">
        {told}
      </p>
      {views.length === 0 ? (
        <p className="soft">
          Här kommer frågor som du har sparat att stå, så att du kan ställa dem igen.
        </p>
      ) : (
        <ul>
          {views.map((view) => (
            <li key={view.id}>
              <div>
                <Link
                  to={exploreAddress({
                    ...view.question,
                    codebook: view.codebook.id,
                    view: view.id,
                  })}
                  aria-current={view.id === shown ? "true" : undefined}
                >
                  {view.name}
                </Link>
                <p className="soft">
                  Sparad {dayInWords(swedishDay(view.savedAt))}. {view.sentence}
                </p>
              </div>
              <QuietButton label={`Ta bort ${view.name}`} onPress={() => void remove(view)}>
                Ta bort
              </QuietButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
