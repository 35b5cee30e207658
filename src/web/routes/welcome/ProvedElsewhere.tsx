import { useEffect } from "react";
import mark from "../../style/mark.svg";
import "../../shell/shell.css";
import "../sign-in/sign-in.css";

/** The end of a tab of its own: what she was doing waits in the other. */
export function ProvedElsewhere() {
  useEffect(() => {
    document.title = "Klart · Skillnad";
  }, []);
  return (
    <main className="sign-in">
      <p className="wordmark">
        <img src={mark} alt="" width="40" height="40" />
        Skillnad
      </p>
      <h1>Klart</h1>
      <div className="card stack">
        <p>Du är inloggad. Stäng den här fliken och fortsätt i den du kom ifrån.</p>
        <p>
          <a href="/">Eller fortsätt här</a>
        </p>
      </div>
    </main>
  );
}
