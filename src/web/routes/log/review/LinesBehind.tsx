import { useEffect, useState } from "react";
import type { LogMarkLines, LogMarkView } from "#server";
import { type Reply, sentencesOf } from "../../../api/reply.ts";
import { ask } from "../../../session/signed-out.ts";
import { exactMoment } from "../../../words/calendar.ts";
import { actionInWords } from "../action-words.ts";
import { personOf } from "../chosen-entries.ts";
import { detailsInWords } from "../detail-words.ts";
import { whoseInWords } from "./review-words.ts";
import "../../../ui/records.css";

type Props = { readonly review: number; readonly mark: LogMarkView };

/** The log's own lines, with whose each case was then and the reason that was given. */
export function LinesBehind({ review, mark }: Props) {
  const reply = useLines(review, mark.number);
  if (!reply) return <p className="soft">Hämtar posterna …</p>;
  if (reply.kind !== "ok") return <p role="alert">{sentencesOf(reply).join(" ")}</p>;
  const { entries, isMore } = reply.value;
  return (
    <>
      <table className="records">
        <caption className="aloud">Loggens poster bakom raden</caption>
        <thead>
          <tr>
            <th scope="col">När</th>
            {mark.by === null && <th scope="col">Vem</th>}
            <th scope="col">Vad</th>
            <th scope="col">Ärende</th>
            <th scope="col">Vems då?</th>
            <th scope="col">Skäl som angavs</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sequence}>
              <td>{exactMoment(entry.at)}</td>
              {mark.by === null && <td>{personOf(entry)}</td>}
              <td>{whatInWords(entry)}</td>
              <td className="case-code">{entry.caseCode}</td>
              <td>{whoseInWords(entry)}</td>
              <td>{entry.reason && `«${entry.reason}»`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isMore && <p className="soft">Det finns fler poster. De står i hela loggen.</p>}
    </>
  );
}

/** Of a refusal also what was tried. */
function whatInWords({ action, details }: LogMarkLines["entries"][number]): string {
  const told = action.endsWith(".refused") ? detailsInWords(details) : "";
  return told ? `${actionInWords(action)}. ${told}` : actionInWords(action);
}

function useLines(review: number, mark: number): Reply<LogMarkLines> | undefined {
  const [reply, setReply] = useState<Reply<LogMarkLines>>();
  useEffect(() => {
    const leaving = new AbortController();
    const path = `/api/log-reviews/${review}/marks/${mark}`;
    void ask<LogMarkLines>("GET", path, { signal: leaving.signal }).then((told) => {
      if (!leaving.signal.aborted) setReply(told);
    });
    return () => leaving.abort();
  }, [review, mark]);
  return reply;
}
