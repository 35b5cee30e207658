import { useState } from "react";
import { Link, useLoaderData, useNavigate } from "react-router";
import type { Codebook } from "#codebook";
import type { CodebookList } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { CodebookContents } from "./CodebookContents.tsx";
import { CodebookTabs } from "./CodebookTabs.tsx";
import { searched } from "./codebook-search.ts";
import { GroupEntry } from "./GroupEntry.tsx";
import { GuidanceOfUnits } from "./GuidanceOfUnits.tsx";
import { IndicatorList } from "./IndicatorList.tsx";
import { VariableEntry } from "./VariableEntry.tsx";
import "./codebook.css";

type Loaded = { readonly list: CodebookList; readonly codebook: Codebook };
type Arguments = { readonly request: Request; readonly params: { readonly id?: string } };

export async function loadCodebook({ request, params }: Arguments): Promise<Loaded> {
  const list = loaded(await get<CodebookList>("/api/codebooks", request.signal), request);
  const codebook = loaded(await findCodebook(params.id ?? list.current), request);
  return { list, codebook };
}

export function CodebookPage() {
  const { list, codebook } = useLoaderData<Loaded>();
  const navigate = useNavigate();
  const [search, setSearch] = useState("");
  const shown = searched(codebook, search);
  const found = shown.variables.length + shown.groups.length;

  return (
    <Page title="Kodbok" help={help} lead={<p>{codebook.definition.sv}</p>}>
      <CodebookTabs />
      <search className="codebook-search not-printed">
        <div className="field">
          <label htmlFor="kodbok">Kodbok och version</label>
          <select
            id="kodbok"
            value={codebook.id}
            onChange={(event) => void navigate(`/kodbok/${event.target.value}`)}
          >
            {list.codebooks.map(({ id, version, label }) => (
              <option key={id} value={id}>
                {label.sv}, {version}
              </option>
            ))}
          </select>
        </div>
        <Field label="Sök i kodboken" type="search" value={search} onChange={setSearch} />
        <Button kind="secondary" onPress={() => window.print()}>
          Skriv ut
        </Button>
        <Link to={`/kodbok/${codebook.id}/blankett`}>Blankett att fylla i för hand</Link>
      </search>
      {search && (
        <p role="status" className="soft">
          {found === 0 ? "Ingen fråga har de orden. Sök på ett kortare ord." : `${found} träffar`}
        </p>
      )}
      <CodebookContents shown={shown} />
      <GuidanceOfUnits>
        {codebook.phases.map(({ id, label, definition }) => {
          const variables = shown.variables.filter(({ phase }) => phase === id);
          if (variables.length === 0) return null;
          return (
            <section key={id} aria-labelledby={`fas-${id}`} className="codebook-phase">
              <h2 id={`fas-${id}`}>{label.sv}</h2>
              {definition && <p className="soft">{definition.sv}</p>}
              {variables.map((variable) => (
                <VariableEntry key={variable.id} question={variable} codebook={codebook} />
              ))}
            </section>
          );
        })}
        {shown.groups.length > 0 && (
          <section aria-labelledby="grupper" className="codebook-phase">
            <h2 id="grupper">Rader som kan vara flera</h2>
            {shown.groups.map((group) => (
              <GroupEntry key={group.id} group={group} codebook={codebook} />
            ))}
          </section>
        )}
      </GuidanceOfUnits>
      <IndicatorList indicators={shown.indicators} codebook={codebook} />
    </Page>
  );
}

const help = {
  sentences: [
    "Kodboken säger vad varje fråga betyder, vilka svar den har och när den ställs.",
    "Rekonstruerad betyder att den officiella ordalydelsen inte är känd än, och kan komma att bytas.",
    "Så gör vi hos oss är enhetens egna ord om hur frågan bedöms: samordnare och chefer skriver, alla i enheten läser.",
  ],
  readMore: "fragorna",
} as const;
