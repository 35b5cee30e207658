import type { A4Document, DocumentBlock, DocumentFigure } from "#report";
import { Picture } from "../../ui/Picture.tsx";
import { SheetTable } from "./SheetTable.tsx";

/** The document as it will stand on paper. */
export function Sheet({ document }: { readonly document: A4Document }) {
  const { title, lead, blocks, foot, ribbon } = document;
  return (
    <article className="sheet" aria-labelledby="sheet-title">
      {ribbon && <p className="sheet-ribbon soft">{ribbon}</p>}
      <h2 id="sheet-title">{title}</h2>
      <p className="sheet-lead soft">{lead}</p>
      {blocks.map((block, index) => (
        // The blocks have no names of their own, and the whole list is replaced at once.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Block key={index} block={block} />
      ))}
      <footer className="sheet-foot soft">
        {foot.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </footer>
    </article>
  );
}

function Block({ block }: { readonly block: DocumentBlock }) {
  switch (block.kind) {
    case "heading":
      return <h3>{block.text}</h3>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return <SheetTable table={block.table} />;
    case "figure":
      return <Told figure={block} />;
  }
}

function Told({ figure }: { readonly figure: DocumentFigure }) {
  const { title, text, picture, table } = figure;
  return (
    <div className={table ? "sheet-figure with-table" : "sheet-figure"}>
      <div>
        <h4>{title}</h4>
        {text && <p>{text}</p>}
      </div>
      {picture && <Picture node={picture} label={picture.attributes["aria-label"] ?? title} />}
      {table && <SheetTable table={table} />}
    </div>
  );
}
