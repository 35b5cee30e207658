import { useState } from "react";
import { useRevalidator } from "react-router";
import { wholeNumber } from "#kernel";
import type { LogReviewList, LogReviewView } from "#server";
import { sentencesOf } from "../../../api/reply.ts";
import { ask } from "../../../session/signed-out.ts";
import { Button } from "../../../ui/Button.tsx";
import { periodInWords } from "./review-words.ts";

type Props = { readonly next: LogReviewList["next"]; readonly isFirst: boolean };

/** Nothing is under way: what the next review would cover. */
export function BeginReview({ next, isFirst }: Props) {
  const { revalidate } = useRevalidator();
  const [trouble, setTrouble] = useState("");
  const [isBusy, setBusy] = useState(false);

  async function begin(): Promise<void> {
    setBusy(true);
    const reply = await ask<LogReviewView>("POST", "/api/log-reviews", { body: {} });
    if (reply.kind === "ok") await revalidate();
    else setTrouble(sentencesOf(reply).join(" "));
    setBusy(false);
  }

  return (
    <section aria-labelledby="nasta-granskning" className="stack">
      <h2 id="nasta-granskning">{isFirst ? "Börja granska" : "Nästa granskning"}</h2>
      {isFirst && (
        <p>
          Ingen har granskat loggen än. När du börjar letar programmet upp det som någon bör titta
          på, och drar ett stickprov.
        </p>
      )}
      {next === null ? (
        <p>Det finns inget nytt i loggen att granska.</p>
      ) : (
        <>
          <p>
            {stretchInWords(next)} är inte granskad: {wholeNumber(next.lines)} poster.
            {next.firstDays !== null &&
              ` Den första granskningen går ${next.firstDays} dagar tillbaka.`}
          </p>
          <Button onPress={() => void begin()} isDisabled={isBusy}>
            {isBusy ? "Letar …" : "Börja granska"}
          </Button>
        </>
      )}
      <p role="alert">{trouble}</p>
    </section>
  );
}

function stretchInWords({ fromAt, throughAt }: NonNullable<Props["next"]>): string {
  return `Loggen för ${periodInWords(fromAt, throughAt)}`;
}
