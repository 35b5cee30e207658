import { createElement, type ReactNode } from "react";
import type { SvgNode } from "#report";
import { attributesOf, isDrawn } from "./picture-rules.ts";

/** A picture drawn by the server, rebuilt element by element: nothing but shapes and words passes. */
export function Picture({ node, label }: { readonly node: SvgNode; readonly label: string }) {
  return (
    <div className="picture-frame" role="img" aria-label={label}>
      {drawn(node, "0")}
    </div>
  );
}

function drawn(node: SvgNode | string, key: string): ReactNode {
  if (typeof node === "string") return node;
  if (!isDrawn(node.tag)) return null;
  return createElement(
    node.tag,
    {
      key,
      ...attributesOf(node.attributes),
      ...(node.tag === "svg" ? { "aria-hidden": true } : {}),
    },
    ...node.children.map((child, index) => drawn(child, `${key}.${index}`)),
  );
}
