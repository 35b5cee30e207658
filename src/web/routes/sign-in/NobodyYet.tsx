/** A database that was just made: the first account is made by whoever started the program. */
export function NobodyYet() {
  return (
    <div className="card stack">
      <p>Här kan ingen logga in ännu.</p>
      <p>
        Den som startade programmet fick en adress i terminalen. Öppna den, så gör ni det första
        kontot. Är adressen borta: starta om programmet, så kommer en ny.
      </p>
    </div>
  );
}
