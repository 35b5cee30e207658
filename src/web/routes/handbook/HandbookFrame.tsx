import { Link, Outlet, useLoaderData } from "react-router";
import type { Reader } from "../../session/reader.ts";
import { DemoRibbon } from "../../shell/DemoRibbon.tsx";
import { Shell } from "../../shell/Shell.tsx";
import mark from "../../style/mark.svg";
import "../../shell/shell.css";

/** Around the handbook: as on every page for those who are signed in, a way to sign in for others. */
export function HandbookFrame() {
  const { session, options } = useLoaderData<Reader>();
  if (session) return <Shell />;
  return (
    <>
      <a className="skip-link" href="#innehall">
        Till innehållet
      </a>
      {options?.kind === "demo" && <DemoRibbon isPractice={options.practiceAt !== undefined} />}
      <header className="header">
        <Link to="/handbok" className="wordmark">
          <img src={mark} alt="" width="28" height="28" />
          Skillnad
        </Link>
        <Link to="/logga-in" className="handbook-sign-in">
          Logga in
        </Link>
      </header>
      <main id="innehall" tabIndex={-1} className="page">
        <Outlet />
      </main>
    </>
  );
}
