import { useRef, useState } from "react";
import { useLoaderData, useRevalidator } from "react-router";
import type { DisposalPreview, DisposalView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { HeldAhead } from "./HeldAhead.tsx";
import { Preview } from "./Preview.tsx";
import { Proposal } from "./Proposal.tsx";
import { Protocols } from "./Protocols.tsx";
import { Rule } from "./Rule.tsx";
import "../../ui/records.css";
import "./disposal.css";

type Loaded = { readonly view: DisposalView; readonly preview: DisposalPreview | undefined };

export async function loadDisposal({ request }: { readonly request: Request }): Promise<Loaded> {
  const { signal } = request;
  const view = loaded(await get<DisposalView>("/api/disposal", signal), request);
  const preview =
    view.mayAct && view.rule
      ? loaded(await get<DisposalPreview>("/api/disposal/preview", signal), request)
      : undefined;
  return { view, preview };
}

/** «Gallring»: the rule, what it takes today, and what was taken before. */
export function DisposalPage() {
  const { view, preview } = useLoaderData<Loaded>();
  const { revalidate } = useRevalidator();
  const [told, setTold] = useState("");
  const status = useRef<HTMLParagraphElement>(null);

  /** What was pressed may be gone by then: focus goes to what is told of it. */
  async function change(sentence: string): Promise<void> {
    setTold(sentence);
    await revalidate();
    status.current?.focus();
  }
  const changed = (sentence: string) => void change(sentence);

  return (
    <Page title="Gallring" help={help} lead={<p>{lead}</p>}>
      <div className="disposal">
        <p role="status" ref={status} tabIndex={-1} className={told ? "told" : "aloud"}>
          {told}
        </p>
        {!view.mayAct && <p className="card">{whoMay(view.others)}</p>}
        <Rule view={view} onChanged={changed} />
        {view.proposal && <Proposal proposal={view.proposal} view={view} onChanged={changed} />}
        {preview && <Preview preview={preview} view={view} onChanged={changed} />}
        {preview && <HeldAhead preview={preview} onChanged={changed} />}
        <Protocols lines={view.protocols} />
        <p className="soft">Det här är ett stöd, inte juridisk rådgivning.</p>
      </div>
    </Page>
  );
}

function whoMay(others: readonly string[]): string {
  const who =
    others.length > 0
      ? `Här gör det: ${others.join(", ")}.`
      : "Ingen har det här än. Be administratören ge någon rollen för alla enheter.";
  return `Gallring gäller hela kommunen och görs av den som är samordnare eller chef för alla enheter. ${who}`;
}

const lead =
  "Uppgifter om en person ska tas bort när tiden har gått ut. Siffror där ingen kan kännas igen finns kvar.";

const help = {
  sentences: [
    "Skriv först in beslutet om hur länge ärenden sparas, läs sedan listan och föreslå gallringen.",
    "Någon annan verkställer den, och då går det inte att ångra: också säkerhetskopiorna blir oläsliga för de ärendena.",
    "Ska ett ärende bevaras, till exempel för en tvist: markera det och skriv varför.",
  ],
  readMore: "gallring",
} as const;
