import type { CampaignView } from "#server";
import { Boxes, DateBoxes } from "../codebook/form/Boxes.tsx";

type Props = { readonly guideParts: CampaignView["guideParts"] };

/** What one has to have in mind with the paper in hand; the whole guide is on the screen. */
const onPaper: readonly string[] = ["how", "alone", "interpreter"];

/** On top of the pile: its number, how many forms there are, and the guide's shortest words. */
export function PileCover({ guideParts }: Props) {
  return (
    <section className="pile-cover" aria-labelledby="forsattsblad">
      <h2 id="forsattsblad">Försättsblad</h2>
      <dl className="cover-fields">
        <div>
          <dt>Högens nummer</dt>
          <dd>
            <Boxes places={6} />
          </dd>
        </div>
        <div>
          <dt>Antal blanketter</dt>
          <dd>
            <Boxes places={4} />
          </dd>
        </div>
        <div>
          <dt>Dag (den första)</dt>
          <dd>
            <DateBoxes />
          </dd>
        </div>
        <div>
          <dt>Enhet</dt>
          <dd className="cover-line" />
        </div>
      </dl>
      <p className="paper-warning">
        <strong>Aldrig namn, personnummer eller klockslag.</strong> Ge varje hög ett eget nummer.
        Räkna blanketterna innan de läggs in. Kryssa när det är gjort, och förstör sedan
        blanketterna.
      </p>
      <p className="cover-done">
        <span className="tick" aria-hidden="true" /> Högen är inlagd.
      </p>
      {guideParts
        .filter(({ id }) => onPaper.includes(id))
        .map(({ id, heading, advice }) => (
          <section key={id} className="cover-guide">
            <h3>{heading}</h3>
            <ul>
              {advice.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ))}
    </section>
  );
}
