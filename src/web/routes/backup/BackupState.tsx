import { swedishDay } from "#kernel";
import type { BackupsView } from "#server";
import { inGroups, momentInWords, sizeInWords } from "./backup-words.ts";

type Props = { readonly view: BackupsView };

/** What there is: the newest backup, the next, the last drill, the key file and the disk. */
export function BackupState({ view }: Props) {
  const { decider, made, next, drilled, keyFileAt, freeBytes } = view;
  if (decider === "nobody") return null;
  return (
    <section className="card backup-state" aria-labelledby="laget-nu">
      <h2 id="laget-nu">Läget nu</h2>
      <dl>
        <div>
          <dt>Senaste kopian</dt>
          <dd>{made ? `${momentInWords(made.at)}, ${sizeInWords(made.bytes)}` : "Ingen än."}</dd>
          {made && <dd className="soft path">{made.file}</dd>}
        </div>
        <div>
          <dt>Nästa kopia</dt>
          <dd>
            {next
              ? `${next.day} kl. ${next.time.replace(":", ".")}`
              : "Ingen är bestämd på den här sidan."}
          </dd>
        </div>
        <div>
          <dt>Senaste övningen</dt>
          <dd>
            {drilled
              ? `${momentInWords(drilled.at)}: ${drilled.passed ? "godkänd" : "underkänd"}`
              : "Ingen än."}
          </dd>
          {drilled && <dd className="soft path">{drilled.file}</dd>}
        </div>
        <div>
          <dt>Nyckelfilen bredvid kopiorna</dt>
          <dd>{keyFileAt ? `Skriven ${swedishDay(keyFileAt)}.` : "Skrivs med första kopian."}</dd>
        </div>
        {freeBytes !== null && (
          <div>
            <dt>Ledigt där kopiorna ligger</dt>
            <dd>{sizeInWords(freeBytes)}</dd>
          </div>
        )}
        {made && (
          <div>
            <dt>Innehållets SHA-256</dt>
            <dd className="digest">{inGroups(made.sha256)}</dd>
            <dd className="soft">
              Jämför med den som skrivs ut vid en återställning: är de lika är det samma uppgifter.
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
