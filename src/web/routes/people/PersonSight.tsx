import type { SightView } from "#server";

/** In the words that the server has worked out from the rules themselves. */
export function PersonSight({ sees }: { readonly sees: SightView }) {
  const places = Map.groupBy(sees.lines, ({ where }) => where);
  return (
    <section className="card stack" aria-labelledby="far-se">
      <h2 id="far-se">Vad får hen se?</h2>
      {sees.lines.length === 0 && <p>Ingenting, med de roller som hen har.</p>}
      {[...places].map(([where, lines]) => (
        <div key={where} className="sight">
          <h3>I {where}</h3>
          <ul>
            {lines.map(({ what }) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </div>
      ))}
      <p>Inget av: {sees.nothingOf.join(", ")}.</p>
      <p className="soft">
        Ett begränsat ärende ser bara de som är namngivna i det. Alla som loggar in kan läsa det som
        är publicerat om riket, jämföra med det, och läsa kodboken.
      </p>
    </section>
  );
}
