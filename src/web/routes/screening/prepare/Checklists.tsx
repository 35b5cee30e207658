import { useEffect, useState } from "react";
import type { ChecklistView } from "#server";
import { type Reply, sentencesOf } from "../../../api/reply.ts";
import { get } from "../../../api/request.ts";
import type { NamedUnit } from "../../../session/roles.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Select } from "../../../ui/Select.tsx";
import { Checklist } from "./Checklist.tsx";
import { checklistPath } from "./checklist-path.ts";

/** «När våld upptäcks», as each of her units has written it. */
export function Checklists({ units }: { readonly units: readonly NamedUnit[] }) {
  const [unit, setUnit] = useState(units[0]?.id ?? "");
  const [reply, setReply] = useState<Reply<ChecklistView>>();

  useEffect(() => {
    const stop = new AbortController();
    void get<ChecklistView>(checklistPath(unit), stop.signal).then((told) => {
      if (!stop.signal.aborted) setReply(told);
    });
    return () => stop.abort();
  }, [unit]);

  return (
    <section aria-labelledby="checklista" className="campaign-part prepare-sheet checklist">
      <h2 id="checklista" tabIndex={-1}>
        När våld upptäcks
      </h2>
      {units.length > 1 && (
        <div className="not-printed checklist-unit">
          <Select
            label="Enhet"
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={unit}
            onChange={setUnit}
          />
        </div>
      )}
      {reply?.kind === "ok" && (
        <Checklist key={reply.value.unit.id} first={reply.value} isOneOfMany={units.length > 1} />
      )}
      {reply && reply.kind !== "ok" && (
        <Notice>
          {sentencesOf(reply).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </section>
  );
}
