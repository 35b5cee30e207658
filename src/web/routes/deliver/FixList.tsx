import { wholeNumber } from "#kernel";
import type { CheckView, ToMend } from "#server";
import { unitsWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { CaseCode } from "../quality/CaseCode.tsx";
import { placeToMend } from "./deliver-address.ts";
import { useDeliver } from "./deliver-context.ts";

/** What stops a delivery, each with its case and its sentence; then what may be sent as it is. */
export function FixList({ check }: { readonly check: CheckView }) {
  const { stops, remarks, more } = check;
  const session = useSession();
  const opened = unitsWith(session, "caseWorker", "unitManager").map(({ name }) => name);
  const opens = ({ unit }: ToMend) => unit !== null && opened.includes(unit);
  const isForOthers = stops.some((each) => each.code !== null && !opens(each));
  return (
    <>
      {isForOthers && (
        <p className="soft">Du ser koden och vad som ska rättas. Handläggaren öppnar ärendet.</p>
      )}
      <Lines lines={stops} opens={opens} label="Att rätta" />
      {remarks.length > 0 && (
        <details>
          <summary>
            {remarks.length === 1
              ? "1 sak att känna till, som inte hindrar"
              : `${wholeNumber(remarks.length)} saker att känna till, som inte hindrar`}
          </summary>
          <p className="soft">De skickas som de är. Mottagaren ser dem också.</p>
          <Lines lines={remarks} opens={opens} label="Att känna till" />
        </details>
      )}
      {more > 0 && (
        <p className="soft">
          {wholeNumber(more)} till visas när de första är rättade och kontrollen görs igen.
        </p>
      )}
    </>
  );
}

type LinesProps = {
  readonly lines: readonly ToMend[];
  readonly opens: (line: ToMend) => boolean;
  readonly label: string;
};

function Lines({ lines, opens, label }: LinesProps) {
  const { round } = useDeliver();
  if (lines.length === 0) return null;
  return (
    <ul className="fix-list" aria-label={label}>
      {lines.map((line) => (
        <li key={`${line.code} ${line.place?.phase} ${line.place?.variable} ${line.sentence}`}>
          {line.code !== null && (
            <CaseCode
              code={line.code}
              opens={opens(line)}
              search={placeToMend(round.round.id, line)}
            />
          )}
          <span>
            {line.sentence}
            {line.unit !== null && !opens(line) && <span className="soft"> {line.unit}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
