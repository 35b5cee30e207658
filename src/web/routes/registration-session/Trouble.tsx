import { swedishTime } from "#kernel";
import type { LiveSession } from "./use-live-session.ts";

/** What could not be done, and whether the numbers are old; quiet when all is well. */
export function Trouble({ problems, lostSince }: Pick<LiveSession, "problems" | "lostSince">) {
  return (
    <>
      {problems.map((sentence) => (
        <p key={sentence} className="field-problem" role="alert">
          {sentence}
        </p>
      ))}
      <p className="soft">
        {lostSince
          ? `Vi får ingen kontakt. Det som står här är från ${swedishTime(lostSince)}.`
          : "Sidan uppdateras av sig själv."}
      </p>
    </>
  );
}
