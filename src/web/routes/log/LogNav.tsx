import { NavLink } from "react-router";
import "../../shell/results-nav.css";
import "./log.css";

/** The two pages of whoever reviews the log. */
export function LogNav() {
  return (
    <nav className="results-nav log-nav not-printed" aria-label="Logg">
      <ul>
        <li>
          <NavLink to="/logg" end>
            Granskning
          </NavLink>
        </li>
        <li>
          <NavLink to="/logg/alla-poster">Hela loggen</NavLink>
        </li>
      </ul>
    </nav>
  );
}
