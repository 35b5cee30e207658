import { useEffect, useState } from "react";
import { Outlet, useNavigation } from "react-router";
import { useUnsavedWarning } from "../saving/use-saving.ts";
import { SignInAgain } from "../session/SignInAgain.tsx";
import { useSession } from "../session/session.ts";
import { Shapes } from "../ui/Shapes.tsx";
import { DemoRibbon } from "./DemoRibbon.tsx";
import { Header } from "./Header.tsx";
import "./shell.css";

/** Milliseconds after which a wait is felt. */
const noticeable = 300;

/** What surrounds every page of a signed-in person. */
export function Shell() {
  const session = useSession();
  const navigation = useNavigation();
  useUnsavedWarning();
  useFreshPageOnReturn();

  // Another page is on its way; the same page's own search keeps what it shows.
  const isLeaving =
    navigation.state === "loading" && navigation.location.pathname !== window.location.pathname;
  const isSlow = useLasting(isLeaving);
  return (
    <>
      <a className="skip-link" href="#innehall">
        Till innehållet
      </a>
      {session.kind === "demo" && <DemoRibbon />}
      <Header />
      <main id="innehall" tabIndex={-1} className="page" aria-busy={isLeaving}>
        {isSlow ? <Shapes /> : <Outlet />}
      </main>
      <SignInAgain />
    </>
  );
}

/** The old page stays until the new one is there; only a slow one is stood in for. */
function useLasting(isTrue: boolean): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isTrue) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), noticeable);
    return () => clearTimeout(timer);
  }, [isTrue]);
  return isTrue && isLasting;
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
