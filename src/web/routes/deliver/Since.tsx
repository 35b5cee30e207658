import type { DifferencesSince } from "#server";
import { Notice } from "../../ui/Notice.tsx";
import { differenceNames, sinceInWords } from "./deliver-words.ts";

/** What a delivery of today would tell otherwise; the codes of those that the reader may know of. */
export function Since({ since }: { readonly since: DifferencesSince }) {
  const { cases, changed, added, gone } = since;
  const all = changed + added + gone;
  if (all === 0) return <p className="soft">{sinceInWords(since)}</p>;
  return (
    <Notice tone="calm">
      <p>
        {sinceInWords(since)} Det ni har levererat är som det var. Leverera igen om det nya ska
        gälla.
      </p>
      {cases.length > 0 && (
        <details>
          <summary>Visa vilka</summary>
          <ul className="deliver-codes">
            {cases.map(({ code, kind }) => (
              <li key={code}>
                <span className="case-code">{code}</span>{" "}
                <span className="soft">{differenceNames[kind]}</span>
              </li>
            ))}
          </ul>
          {cases.length < all && (
            <p className="soft">{all - cases.length} till får du inte se koden för.</p>
          )}
        </details>
      )}
    </Notice>
  );
}
