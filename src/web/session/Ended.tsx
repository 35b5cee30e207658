import { useEffect } from "react";
import "../shell/shell.css";

/** In the place of everything that was shown, until the browser has loaded the page of signing in. */
export function Ended() {
  useEffect(() => {
    document.title = "Utloggad · Skillnad";
    // In the place of this page: there is no way back to it. Everything in memory goes with it.
    window.location.replace("/logga-in?avslutad");
  }, []);
  return (
    <main className="page">
      <h1>Du är utloggad</h1>
    </main>
  );
}
