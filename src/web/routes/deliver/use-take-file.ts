import { saveFile } from "../../api/save-file.ts";
import { useSession } from "../../session/session.ts";
import { deliveriesOf } from "./deliver-address.ts";
import { useDeliver } from "./deliver-context.ts";
import { packageName } from "./deliver-words.ts";
import { useAct } from "./use-act.ts";

/** The sealed package into the browser's downloads. `take` gives its name, `undefined` if it did not go. */
export function useTakeFile() {
  const { round } = useDeliver();
  const { municipality } = useSession();
  const { act, isBusy, sentences } = useAct();

  async function take(sequence: number): Promise<string | undefined> {
    const path = `${deliveriesOf(round.round.id)}/${sequence}/package`;
    const reply = await act<Blob>({ method: "POST", path, isFile: true, patience: 60_000 });
    if (reply?.kind !== "ok") return undefined;
    const name = packageName(municipality.code, round.round.id, sequence);
    saveFile(reply.value, name);
    return name;
  }

  return { take, isBusy, sentences };
}
