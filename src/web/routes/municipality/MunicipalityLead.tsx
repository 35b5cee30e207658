import { swedishDay } from "#kernel";
import type { LocalReleaseView } from "#server";
import { Shown } from "../../figures/Shown.tsx";
import { dayInWords } from "../../words/calendar.ts";

/** Stays with the words before it. */
const dot = "\u00a0· ";

/** One quiet line: how much it rests on, since when it stands, and that it is protected. */
export function MunicipalityLead({ release }: { readonly release: LocalReleaseView }) {
  const { cases, closed, frozenAt } = release;
  return (
    <p className="nation-lead">
      <Shown count={cases} /> påbörjade ärenden, <Shown count={closed} /> avslutade{dot}frysta{" "}
      {dayInWords(swedishDay(frozenAt))}
      {dot}skyddade så att ingen ska kunna kännas igen
    </p>
  );
}
