import { createContext, type ReactNode, useContext } from "react";
import type { Panel } from "#report";

/** Where the server gives a page's tables as files: the answer's own address, and what was asked there. */
const FilesAt = createContext<string | null>(null);

type Props = { readonly at: string; readonly children: ReactNode };

/** @param at `/api/comparison?indicator=men`, as the page asked for its figures. */
export function WithTableFiles({ at, children }: Props) {
  return <FilesAt value={at}>{children}</FilesAt>;
}

type Links = {
  readonly panel: Pick<Panel, "lane" | "id">;
  /** Of the table in its panel, from 0. */
  readonly index?: number;
  /** The table's name, said aloud: a page has many. */
  readonly about: string;
};

/** Under an unfolded table. Exact figures are no file: they may not be spread. */
export function TableFiles({ panel, index = 0, about }: Links) {
  const at = useContext(FilesAt);
  if (at === null || panel.lane !== "safe") return null;
  const link = (form: string, name: string) => (
    <a href={fileAt(at, { panel: panel.id, table: String(index), form })} download>
      {name}
      <span className="aloud">, {about}</span>
    </a>
  );
  return (
    <p className="table-files soft not-printed">
      Ladda ner tabellen: {link("excel", "Excel (CSV)")} · {link("rfc4180", "CSV (RFC 4180)")}
    </p>
  );
}

function fileAt(at: string, wished: { readonly [name: string]: string }): string {
  const [path, asked] = at.split("?");
  const search = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(wished)) search.set(name, value);
  return `${path}/table?${search}`;
}
