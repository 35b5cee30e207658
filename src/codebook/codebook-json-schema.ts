import { z } from "zod";
import { Codebook } from "./codebook.ts";
import { Condition } from "./condition.ts";

/**
 * The form of a codebook file as JSON Schema (draft 2020-12), for editors and for those who write
 * codebooks with other tools. Made from the same definition that the program reads with.
 */
export function codebookJsonSchema(): string {
  const metadata = z.registry<{ id: string }>();
  metadata.add(Condition, { id: "Condition" });
  const schema = z.toJSONSchema(Codebook, {
    io: "input",
    metadata,
    override: ({ jsonSchema }) => {
      // The limits of safe integers say nothing about codebooks.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return `${JSON.stringify({ title: "Skillnad codebook", ...schema }, null, 2)}\n`;
}
