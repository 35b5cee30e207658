import { holdsRole } from "#access";
import { daysBetween, numberInWords, swedishDay } from "#kernel";
import type { Visit } from "./http/route.ts";
import { type UnitsVisit, unitsReachedWith } from "./units-reached.ts";
import type { Pause, StartView } from "./wire.ts";

/** Days without a step in the whole unit, after which it is met with a way back. */
const pauseDays = 21;

type Known = Pick<StartView, "todo" | "sessions" | "quality" | "figures">;

/**
 * «Välkommen tillbaka: så här kommer ni ikapp»: how long nobody in the person's units has registered
 * anything, and two to four steps. Counted for the units together; who did what is not looked at.
 */
export async function pauseOf(visit: UnitsVisit, known: Known): Promise<Pause | null> {
  const { tx, at } = visit;
  const units = unitsReachedWith(visit, "caseWorker", "coordinator", "unitManager");
  if (units.length === 0) return null;
  const latest = await tx.caseWork.latestStep(units.map(({ id }) => id));
  if (!latest) return null;
  const days = daysBetween(swedishDay(latest), swedishDay(at));
  return days < pauseDays ? null : { days, steps: stepsBack(visit, known) };
}

/** First the smallest thing that can be done now, last what there is to be glad of. */
function stepsBack({ actor }: Visit, known: Known): Pause["steps"] {
  const steps: { readonly sentence: string; readonly path: string }[] = [];
  const first = known.todo.find(({ caseCode }) => caseCode !== null);
  if (holdsRole(actor, ["caseWorker"])) {
    steps.push(
      first
        ? {
            sentence: `Börja med ett ärende: ${first.caseCode}. Det räcker i dag.`,
            path: first.path,
          }
        : { sentence: "Se efter bland ärendena om något har hänt.", path: "/arenden" },
    );
  }
  steps.push(...known.quality.slice(0, 1).map(whatIsMissing));
  const [session] = known.sessions;
  steps.push({
    sentence: session
      ? `Gå med i ${session.name}, som är öppen nu.`
      : "Sätt av en timme tillsammans: en registreringsstuga.",
    path: "/stuga",
  });
  const cases = known.figures?.cases ?? 0;
  if (cases > 0) {
    const sentence = `Se vad ni redan har: ${cases} ärenden i er bild.`;
    steps.push({ sentence, path: "/resultat" });
  }
  return steps;
}

function whatIsMissing({ unit, incomplete, stale }: StartView["quality"][number]) {
  const waiting = new Set([...incomplete, ...stale].map(({ code }) => code)).size;
  const cases = waiting === 1 ? "ett ärende" : `${numberInWords(waiting)} ärenden`;
  const sentence =
    waiting === 0
      ? "Se läget: inget ärende saknar svar."
      : `Se läget: ${cases} saknar svar eller har stått stilla.`;
  return { sentence, path: `/laget?enhet=${encodeURIComponent(unit.id)}` };
}
