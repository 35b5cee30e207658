/** What is used here of the JSON-stat toolkit, which brings no types of its own. */
declare module "jsonstat-toolkit" {
  export type JsonStatCell = { readonly value: number | null; readonly status: string | null };

  export type JsonStatDimension = {
    readonly id: readonly string[];
    Category(id: string): { readonly label: string } | null;
  };

  export type JsonStatDataset = {
    readonly label: string;
    readonly n: number;
    readonly role: {
      readonly geo: readonly string[] | null;
      readonly time: readonly string[] | null;
    };
    readonly extension: { readonly table: string };
    Dimension(id: string): JsonStatDimension | null;
    Data(at: { readonly [dimension: string]: string }): JsonStatCell;
  };

  export type JsonStatCollection = {
    readonly class: string;
    readonly length: number;
    Dataset(index: number): JsonStatDataset | null;
  };

  export default function read(input: unknown): JsonStatCollection;
}
