import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { underWayInWords } from "./backup-words.ts";
import type { Backups } from "./use-backups.ts";

type Props = { readonly backups: Backups };

/** «Säkerhetskopiera nu», and how far it has come. */
export function RunNow({ backups: { view, change } }: Props) {
  const [problem, setProblem] = useState<string>();
  const { underWay } = view;

  async function run(): Promise<void> {
    const told = await change({ method: "POST", path: "/api/backups/runs" });
    setProblem(told.join(" ") || undefined);
  }

  return (
    <section className="backup-part" aria-label="Säkerhetskopiera">
      {underWay ? (
        <>
          <progress
            aria-label={underWay.kind === "backup" ? "Säkerhetskopian" : "Övningen"}
            {...(underWay.of > 0 ? { value: underWay.count, max: underWay.of } : {})}
          />
          <p>{underWayInWords(underWay)} Du kan gå härifrån: den fortsätter.</p>
        </>
      ) : (
        <Button onPress={() => void run()}>Säkerhetskopiera nu</Button>
      )}
      <FieldProblem id="kopiera-fel" sentence={problem} />
      <p className="aloud" role="status">
        {underWay ? "Pågår." : ""}
      </p>
    </section>
  );
}
