import { getDocumentProxy } from "unpdf";

/** What another program reads in a PDF. */
export type ReadPdf = {
  readonly title: unknown;
  readonly language: unknown;
  readonly isMarked: boolean;
  readonly pages: number;
  /** As it is read aloud: each leaf with its role and its text, in the order of the structure tree. */
  readonly leaves: readonly Leaf[];
  /** All text, also what is not read aloud. */
  readonly text: string;
};

export type Leaf = {
  readonly role: string;
  readonly text: string;
  readonly alt: string | undefined;
};

type Node = {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
};

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(bytes.slice());
  const { info } = await pdf.getMetadata();
  const found = info as { readonly Title?: unknown; readonly Language?: unknown };
  const leaves: Leaf[] = [];
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = new Map<string, string>();
    const open: string[] = [];
    for (const item of items) {
      if ("str" in item) {
        // A line may be broken after a slash or a hyphen, where there is no space.
        const text = item.hasEOL && !/[/-]$/.test(item.str) ? `${item.str} ` : item.str;
        texts.push(text);
        const id = open.findLast((each) => each !== "");
        if (id) marked.set(id, (marked.get(id) ?? "") + text);
      } else if (item.type === "endMarkedContent") open.pop();
      else open.push(item.id ?? "");
    }
    walk((await page.getStructTree()) as Node | null, marked, leaves);
  }
  const mark = (await pdf.getMarkInfo()) as { readonly Marked?: boolean } | null;
  return {
    title: found.Title,
    language: found.Language,
    isMarked: mark?.Marked === true,
    pages: pdf.numPages,
    leaves,
    text: plain(texts.join("")),
  };
}

function walk(node: Node | null, marked: ReadonlyMap<string, string>, leaves: Leaf[]): void {
  const children = node?.children ?? [];
  const content = children.filter(({ type }) => type === "content");
  if (node?.role && content.length > 0) {
    const text = plain(content.map(({ id = "" }) => marked.get(id) ?? "").join(" "));
    leaves.push({ role: node.role, text, alt: node.alt });
  }
  for (const child of children) walk(child, marked, leaves);
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
