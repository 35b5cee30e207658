import { Fragment, type ReactNode } from "react";
import { Link } from "react-router";
import type { Block, HandbookPage, Inline } from "./handbook-tree.ts";

type Props = { readonly blocks: readonly Block[]; readonly pictures: HandbookPage["pictures"] };

/** A page of the handbook, element by element: nothing in it can become markup. */
export function Blocks({ blocks, pictures }: Props): ReactNode {
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page of the handbook never changes
    <OneBlock key={at} block={block} pictures={pictures} />
  ));
}

type OneProps = { readonly block: Block; readonly pictures: HandbookPage["pictures"] };

function OneBlock({ block, pictures }: OneProps): ReactNode {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? (
        <h2 id={block.id} tabIndex={-1}>
          <Words content={block.content} />
        </h2>
      ) : (
        <h3 id={block.id} tabIndex={-1}>
          <Words content={block.content} />
        </h3>
      );
    case "paragraph":
      return (
        <p>
          <Words content={block.content} />
        </p>
      );
    case "note":
      return (
        <p className="handbook-note">
          <Words content={block.content} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page of the handbook never changes
        <li key={at}>
          <Item blocks={item} pictures={pictures} />
        </li>
      ));
      return block.isOrdered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return <TableOf block={block} />;
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "picture":
      return <img src={pictures[block.file]} alt={block.alt} loading="lazy" />;
  }
}

/** A line of its own needs no paragraph around it. */
function Item({ blocks, pictures }: Props): ReactNode {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return <Blocks blocks={blocks} pictures={pictures} />;
  return (
    <>
      <Words content={first.content} />
      <Blocks blocks={rest} pictures={pictures} />
    </>
  );
}

function TableOf({ block }: { readonly block: Extract<Block, { kind: "table" }> }) {
  return (
    <table>
      <thead>
        <tr>
          {block.head.map((cell, at) =>
            cell.length === 0 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page of the handbook never changes
              <td key={at} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page of the handbook never changes
              <th key={at} scope="col">
                <Words content={cell} />
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page of the handbook never changes
          <tr key={at}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page of the handbook never changes
              <td key={column}>
                <Words content={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ content }: { readonly content: readonly Inline[] }): ReactNode {
  return content.map((each, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page of the handbook never changes
    <Fragment key={at}>{inline(each)}</Fragment>
  ));
}

function inline(each: Inline): ReactNode {
  if (typeof each === "string") return each;
  switch (each.kind) {
    case "break":
      return <br />;
    case "code":
      return <code>{each.text}</code>;
    case "strong":
      return (
        <strong>
          <Words content={each.content} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Words content={each.content} />
        </em>
      );
    case "link":
      return each.to.startsWith("https://") ? (
        <a href={each.to} rel="noreferrer">
          <Words content={each.content} />
        </a>
      ) : (
        <Link to={each.to}>
          <Words content={each.content} />
        </Link>
      );
  }
}
