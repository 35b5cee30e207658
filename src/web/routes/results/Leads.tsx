import { swedishDay, wholeNumber } from "#kernel";
import type { LocalResultsView, UnitResultsView } from "#server";
import { Shown } from "../../figures/Shown.tsx";
import { dayInWords, exactMoment } from "../../words/calendar.ts";

/** Stays with the words before it. */
const dot = "\u00a0· ";

/** First that it may not be spread; then whose it is, how much it rests on, and as of when. */
export function UnitLead({ view }: { readonly view: UnitResultsView }) {
  const { unit, cases, closed, countedAt, chosen } = view;
  return (
    <p className="results-lead not-printed">
      <span className="mark not-to-be-spread">Får ej spridas</span> {unit.name}
      {dot}
      {wholeNumber(cases)} {chosen.period === null ? "ärenden" : "påbörjade ärenden"},{" "}
      {wholeNumber(closed)} avslutade{dot}
      <span className="results-counted">räknat {exactMoment(countedAt)}</span>
    </p>
  );
}

export function LocalLead({ view }: { readonly view: LocalResultsView }) {
  const { municipality, periods, groups, chosen, cases, closed, frozenAt } = view;
  const period = periods.find(({ id }) => id === chosen.period)?.label;
  const group = groups.find(({ id }) => id === chosen.group)?.label.sv;
  return (
    <p className="results-lead">
      {[municipality.name, period, group].filter(Boolean).join(", ")}
      {dot}
      <Shown count={cases} /> påbörjade ärenden, <Shown count={closed} /> avslutade{dot}frysta{" "}
      {dayInWords(swedishDay(frozenAt))}
    </p>
  );
}
