import { useEffect, useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { hasUnsaved } from "../saving/save-queue.ts";
import { saving } from "../saving/use-saving.ts";
import { navigationOf } from "../session/navigation.ts";
import { isPageOfResults } from "../session/results-pages.ts";
import { rolesInWords } from "../session/roles.ts";
import { useSession } from "../session/session.ts";
import { signOut } from "../session/sign-out.ts";
import mark from "../style/mark.svg";
import { QuietButton } from "../ui/QuietButton.tsx";

export function Header() {
  const session = useSession();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the page changes
  useEffect(() => setOpen(false), [pathname]);

  return (
    <header className="header">
      <Link to="/" className="wordmark">
        <img src={mark} alt="" width="28" height="28" />
        Skillnad
      </Link>
      <button
        type="button"
        className="menu-button"
        aria-expanded={isOpen}
        aria-controls="meny"
        onClick={() => setOpen(!isOpen)}
      >
        Meny
      </button>
      <div id="meny" className={isOpen ? "menu open" : "menu"}>
        <nav aria-label="Sidor">
          <ul>
            {navigationOf(session).map(({ path, name }) => (
              <li key={path}>
                <MenuLink path={path}>{name}</MenuLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="who">
          <span>
            <Link to="/mitt-konto" className="own-account-link">
              <span className="aloud">Mitt konto: </span>
              {session.name}
            </Link>
            <span className="soft">
              <span className="aloud">Du är nu: </span>
              {rolesInWords(session)} · {session.municipality.name}
            </span>
          </span>
          <QuietButton onPress={leave}>Logga ut</QuietButton>
        </div>
      </div>
    </header>
  );
}

type MenuLinkProps = { readonly path: string; readonly children: string };

/** «Resultat» is a family of pages: it is marked on all of them, each of which has its own address. */
function MenuLink({ path, children }: MenuLinkProps) {
  const { pathname } = useLocation();
  if (!isPageOfResults(path)) {
    return (
      <NavLink to={path} end={path === "/"}>
        {children}
      </NavLink>
    );
  }
  return (
    <Link to={path} aria-current={currentIn(path, pathname)}>
      {children}
    </Link>
  );
}

function currentIn(path: string, pathname: string): "page" | "true" | undefined {
  if (pathname === path) return "page";
  return isPageOfResults(pathname) ? "true" : undefined;
}

function leave(): void {
  const question = "Allt är inte sparat än. Loggar du ut nu försvinner det. Vill du logga ut ändå?";
  if (!hasUnsaved(saving.queue()) || window.confirm(question)) void signOut();
}
