import { Link, useSearchParams } from "react-router";
import { checkLedFrom, deliverPage } from "./deliver-address.ts";
import "./back-to-check.css";

/** On top of a case that the check before a delivery led to; nothing elsewhere. */
export function BackToCheck() {
  const [search] = useSearchParams();
  const round = checkLedFrom(search);
  if (round === null) return null;
  return (
    <p className="back-to-check not-printed">
      <Link to={deliverPage(round)}>Tillbaka till kontrollen</Link>
    </p>
  );
}
