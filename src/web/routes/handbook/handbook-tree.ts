/**
 * What the build makes of the handbook's Markdown: plain data. Nothing in it is markup, so whatever a
 * page says is shown as words and can never become a part of the program.
 */
export type HandbookPage = {
  /** Its address below `/handbok/`: the file's path in `docs/handbok`, without `.md`. */
  readonly slug: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Addresses of its pictures, by their names in the Markdown. */
  readonly pictures: { readonly [file: string]: string };
};

export type Block =
  | Heading
  | { readonly kind: "paragraph" | "note"; readonly content: readonly Inline[] }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      /** What its first number is. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "picture"; readonly alt: string; readonly file: string };

export type Heading = {
  readonly kind: "heading";
  readonly level: 2 | 3;
  /** As GitHub makes it, so that one link leads right in both places. */
  readonly id: string;
  readonly content: readonly Inline[];
};

export type Inline =
  | string
  | { readonly kind: "strong" | "emphasis"; readonly content: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "break" }
  /** Within the program (`/handbok/…`) or to another site (`https://…`); no other addresses are kept. */
  | { readonly kind: "link"; readonly to: string; readonly content: readonly Inline[] };

/** The words alone. */
export function inlineText(content: readonly Inline[]): string {
  return content
    .map((each) => {
      if (typeof each === "string") return each;
      if (each.kind === "break") return " ";
      return each.kind === "code" ? each.text : inlineText(each.content);
    })
    .join("");
}
