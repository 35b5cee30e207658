import { useEffect } from "react";
import { Outlet, useNavigation } from "react-router";
import { useUnsavedWarning } from "../saving/use-saving.ts";
import { SignInAgain } from "../session/SignInAgain.tsx";
import { useSession } from "../session/session.ts";
import { useStillHere } from "../session/use-still-here.ts";
import { Shapes } from "../ui/Shapes.tsx";
import { DemoRibbon } from "./DemoRibbon.tsx";
import { Header } from "./Header.tsx";
import { ResultsNav } from "./ResultsNav.tsx";
import { useLasting } from "./use-lasting.ts";
import "./shell.css";

/** What surrounds every page of a signed-in person. */
export function Shell() {
  const session = useSession();
  const navigation = useNavigation();
  useUnsavedWarning();
  useFreshPageOnReturn();
  useStillHere();

  // Another page is on its way; the same page's own search keeps what it shows.
  const isLeaving =
    navigation.state === "loading" && navigation.location.pathname !== window.location.pathname;
  const isSlow = useLasting(isLeaving);
  return (
    <>
      <a className="skip-link" href="#innehall">
        Till innehållet
      </a>
      {session.kind === "demo" && <DemoRibbon isPractice={session.practiceAt !== undefined} />}
      <Header />
      <ResultsNav />
      <main id="innehall" tabIndex={-1} className="page" aria-busy={isLeaving}>
        {isSlow ? <Shapes /> : <Outlet />}
      </main>
      <SignInAgain />
    </>
  );
}

/** A page kept in the browser's memory must not come back by the back button after signing out. */
function useFreshPageOnReturn(): void {
  useEffect(() => {
    function reload(event: PageTransitionEvent): void {
      if (event.persisted) window.location.reload();
    }
    window.addEventListener("pageshow", reload);
    return () => window.removeEventListener("pageshow", reload);
  }, []);
}
