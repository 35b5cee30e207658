import { NavLink, useLocation } from "react-router";
import { isPageOfResults, resultsPagesOf } from "../session/results-pages.ts";
import { useSession } from "../session/session.ts";
import "./results-nav.css";

/** On the pages of results: the way between them. Nothing where a person has only one of them. */
export function ResultsNav() {
  const session = useSession();
  const { pathname } = useLocation();
  const pages = resultsPagesOf(session);
  if (!isPageOfResults(pathname) || pages.length < 2) return null;
  return (
    <nav className="results-nav not-printed" aria-label="Resultat">
      <ul>
        {pages.map(({ path, name }) => (
          <li key={path}>
            <NavLink to={path}>{name}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
