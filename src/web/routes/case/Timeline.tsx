import { dayInWords } from "../../words/calendar.ts";
import { ChangeNote } from "./ChangeNote.tsx";
import { useOpenCase } from "./case-context.ts";
import { eventsOf } from "./timeline-events.ts";

/** What happened in the case, by day. */
export function Timeline() {
  const { view, codebook, sheet } = useOpenCase();
  const { dated, undated } = eventsOf(view, codebook, sheet);
  return (
    <section aria-labelledby="tidslinje">
      <h2 id="tidslinje">Tidslinje</h2>
      <ol className="timeline">
        {dated.map(({ date, what, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may tell the same on the same day
          <li key={`${date} ${what} ${index}`}>
            <span className="soft figures-aligned">{dayInWords(date)}</span>
            <span>
              <strong>{what}</strong>
              {detail && <span className="soft"> {detail}</span>}
            </span>
          </li>
        ))}
      </ol>
      <ChangeNote />
      {undated.length > 0 && <p className="soft">Utan datum: {undated.join(", ")}.</p>}
    </section>
  );
}
