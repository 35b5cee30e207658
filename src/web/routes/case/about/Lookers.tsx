import { useState } from "react";
import { swedishDay, swedishTime } from "#kernel";
import type { CaseLookers } from "#server";
import { type Reply, sentencesOf } from "../../../api/reply.ts";
import { ask } from "../../../session/signed-out.ts";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { dayInWords } from "../../../words/calendar.ts";
import "../../../ui/records.css";

type Looker = CaseLookers["lookers"][number];

/** Who has opened the case. Fetched when somebody asks, since asking is a line in the log too. */
export function Lookers({ code }: { readonly code: string }) {
  const [reply, setReply] = useState<Reply<CaseLookers>>();
  const [isOpen, setOpen] = useState(false);

  async function toggle(): Promise<void> {
    setOpen(!isOpen);
    if (!isOpen) setReply(await ask<CaseLookers>("GET", `/api/cases/${code}/lookers`));
  }

  return (
    <section aria-labelledby="vem-har-sett" className="case-lookers">
      <h3 id="vem-har-sett">Vem har tittat i det här ärendet?</h3>
      <div className="not-printed">
        <QuietButton onPress={() => void toggle()} isExpanded={isOpen} controls="oppningar">
          {isOpen ? "Dölj vilka som har öppnat ärendet" : "Visa vilka som har öppnat ärendet"}
        </QuietButton>
      </div>
      <div id="oppningar" aria-live="polite">
        {isOpen && reply?.kind === "ok" && <LookerTable {...reply.value} />}
        {isOpen && reply && reply.kind !== "ok" && <p>{sentencesOf(reply).join(" ")}</p>}
      </div>
    </section>
  );
}

function LookerTable({ lookers, isMore }: CaseLookers) {
  return (
    <>
      <table className="records">
        <caption className="aloud">Vilka som har öppnat ärendet, de senaste först</caption>
        <thead>
          <tr>
            <th scope="col">Vem</th>
            <th scope="col">När</th>
            <th scope="col">Hur</th>
          </tr>
        </thead>
        <tbody>
          {lookers.map((looker) => (
            <tr key={`${looker.by} ${looker.lastAt} ${looker.isRefused}`}>
              <td>{looker.by}</td>
              <td>{timesInWords(looker)}</td>
              <td>{groundInWords(looker)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isMore && <p className="soft">Äldre öppningar står i kommunens logg.</p>}
    </>
  );
}

/** «12 mars 2026 14.02», «12 mars 2026 14.02–15.10» */
function timesInWords({ firstAt, lastAt }: Looker): string {
  const [from, until] = [swedishTime(firstAt), swedishTime(lastAt)];
  return `${dayInWords(swedishDay(firstAt))} ${from === until ? from : `${from}–${until}`}`;
}

function groundInWords({ ground, reasons, isRefused }: Looker): string {
  if (isRefused) return "Försökte, men fick inte se ärendet";
  if (ground === "own") return "Handläggare, chef eller namngiven läsare";
  if (ground === "open") return "Utan skäl: enhetens ärenden är öppna för kollegor";
  return `Skäl: ${reasons.map((reason) => `«${reason}»`).join(", ")}`;
}
