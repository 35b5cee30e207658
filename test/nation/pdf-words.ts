import { getDocumentProxy } from "unpdf";

type Node = { readonly alt?: string; readonly children?: readonly Node[] };

/** What somebody could read or hear in a PDF, piece by piece. Its bytes hold any digits. */
export async function pdfWords(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes);
  const { info } = await pdf.getMetadata();
  const words = [JSON.stringify(info)];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    words.push(...items.map((item) => ("str" in item ? item.str : "")));
    words.push(...altsOf((await page.getStructTree()) as Node | null));
  }
  return words.join("\n");
}

function altsOf(node: Node | null): readonly string[] {
  return [node?.alt ?? "", ...(node?.children ?? []).flatMap(altsOf)];
}
