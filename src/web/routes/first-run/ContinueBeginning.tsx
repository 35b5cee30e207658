import type { FirstRunBeginning, MadeLink } from "#server";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { goToOwnLink } from "./go-to-own-link.ts";
import { useBeginning } from "./use-beginning.ts";

type Props = {
  readonly secret: string;
  readonly begun: NonNullable<FirstRunBeginning["begun"]>;
};

/** The page was left, or the program stopped, before the administrator had chosen how to come in. */
export function ContinueBeginning({ secret, begun }: Props) {
  const { send, isBusy, problems } = useBeginning(secret);

  async function goOn(): Promise<void> {
    const made = await send<MadeLink>({ act: "continue" });
    if (made) goToOwnLink(made);
  }

  return (
    <section className="card stack" aria-labelledby="fortsatt">
      <h2 id="fortsatt">Ni har redan börjat</h2>
      <p>
        {begun.administrator} är administratör i {begun.municipality}, men har inte valt hur hen
        loggar in. Är det du, fortsätt här.
      </p>
      <div role="alert">
        <FieldProblem id="fortsatt-problem" sentence={problems.join(" ") || undefined} />
      </div>
      <Button isDisabled={isBusy} onPress={() => void goOn()}>
        Fortsätt som {begun.administrator}
      </Button>
      <p className="soft">
        Blev kommunen eller namnet fel? Stoppa programmet, ta bort datamappen och starta igen: ännu
        finns inget annat i den.
      </p>
    </section>
  );
}
