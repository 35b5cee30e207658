const parts: { readonly [key: string]: string } = {
  definition: "förklaringen",
  example: "exemplet",
  prompt: "frågans ord",
  condition: "villkoret",
  range: "gränserna",
  addLabel: "knappens text",
  phases: "faserna",
  phase: "fasen",
  type: "svarets form",
};

/** Where in a draft a JSON pointer leads, as those who edit it know the place: «Har barn», svarsalternativ 2. */
export function placeInWords(pointer: string, content: unknown): string {
  const words: string[] = [];
  let part = content;
  let list = "";
  for (const key of pointer.split("/").slice(1)) {
    part = typeof part === "object" && part !== null ? member(part, key) : undefined;
    const place = Number(key) + 1;
    if (list === "options") words.push(`svarsalternativ ${place}`);
    else if (list === "missing") words.push("svar som saknas");
    else if (["variables", "groups", "fields"].includes(list)) {
      words.push(nameOf(part) ?? `${list === "groups" ? "raderna" : "frågan"} nummer ${place}`);
    } else if (list === "measures") words.push(`måttet «${String(part)}»`);
    else if (parts[key]) words.push(parts[key]);
    list = /^\d+$/.test(key) ? "" : key;
  }
  return words.join(", ") || "Utkastet";
}

function member(whole: object, key: string): unknown {
  return Object.hasOwn(whole, key)
    ? (whole as { readonly [key: string]: unknown })[key]
    : undefined;
}

function nameOf(part: unknown): string | undefined {
  const label = typeof part === "object" && part !== null ? member(part, "label") : undefined;
  const words = typeof label === "object" && label !== null ? member(label, "sv") : undefined;
  return typeof words === "string" && words.trim() !== "" ? `«${words}»` : undefined;
}
