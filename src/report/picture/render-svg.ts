import type { SvgNode } from "../figure.ts";

/** The picture as text, for documents and files. Everything that comes from data is escaped. */
export function renderSvg({ tag, attributes, children }: SvgNode): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const inside = children.map((child) =>
    typeof child === "string" ? escaped(child) : renderSvg(child),
  );
  return `<${tag}${written.join("")}>${inside.join("")}</${tag}>`;
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
