import { Link } from "react-router";
import { swedishDay } from "#kernel";
import type { StartView } from "#server";
import { dayInWords } from "../../words/calendar.ts";
import { deliverPage } from "../deliver/deliver-address.ts";

/** A round that is soon over: one quiet line, for whoever delivers. */
export function NextDelivery({ delivery }: Pick<StartView, "delivery">) {
  if (delivery === null) return null;
  const { round, name, cutOff, hasDelivered } = delivery;
  return (
    <p className="next-delivery">
      <Link to={deliverPage(round)}>{name}</Link>{" "}
      <span className="soft">
        {hasDelivered ? "är levererad." : "är inte levererad än."} Registrera och leverera senast{" "}
        {dayInWords(swedishDay(cutOff))}.
      </span>
    </p>
  );
}
