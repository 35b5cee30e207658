/** A database that was just made: nobody can sign in before the first account is there. */
export function NobodyYet() {
  return (
    <div className="card stack">
      <p>Här finns ingen kommun och inget konto ännu.</p>
      <p>
        Den som sköter datorn stoppar programmet och lägger till det första kontot med{" "}
        <code>npm run -s skillnad -- add-account --help</code>, och startar sedan igen.
      </p>
    </div>
  );
}
