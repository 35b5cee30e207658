import type { CampaignView } from "#server";
import { TextPackWords } from "../text-packs/TextPackWords.tsx";

/** How to ask: first what the municipality itself says, then the words of its pack, then ours. */
export function Guide({ campaign }: { readonly campaign: CampaignView }) {
  const { guide, guideParts, instrument, textPack } = campaign;
  return (
    <section aria-labelledby="vagledning" className="campaign-part">
      <h2 id="vagledning">Så frågar du</h2>
      {guide.trim() !== "" && (
        <div className="card prepare-own">
          <h3>Så gör vi hos oss</h3>
          <p className="written-lines">{guide}</p>
        </div>
      )}
      {instrument.kind === "freda-short" && (
        <p>
          Ni frågar med <strong>FREDA-kortfrågor, version {instrument.version}</strong>. Ha
          formuläret framför dig: frågornas ord står inte här.
        </p>
      )}
      {textPack && (
        <div className="card prepare-own">
          <h3>{textPack.name}</h3>
          <TextPackWords pack={textPack} />
          <p className="soft">
            Version {textPack.version}. {textPack.licence}
          </p>
        </div>
      )}
      <div className="guide-parts">
        {guideParts.map(({ id, heading, advice }) => (
          <section key={id} aria-labelledby={`rad-${id}`} className="guide-part">
            <h3 id={`rad-${id}`}>{heading}</h3>
            <ul className="campaign-lines">
              {advice.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
