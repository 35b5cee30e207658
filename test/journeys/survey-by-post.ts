/** A client's device without a browser: sends what the forms of her pages would send. */
export type PostedTo = "/e/oppna" | "/e/svar";

export type Fields = { readonly [name: string]: string };

export async function postForm(origin: string, path: PostedTo, fields: Fields): Promise<Response> {
  return await fetch(`${origin}${path}`, {
    method: "POST",
    // What a browser without script sends along, where pages keep their address to themselves.
    headers: { Origin: "null" },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
}

/** What lets her in: a link or a code, and the four digits. */
export type WithDigits = { readonly way: string; readonly pin: string };

/** @throws unless she is let in. */
export async function openByPost(origin: string, { way, pin }: WithDigits): Promise<string> {
  const page = await (await postForm(origin, "/e/oppna", { way, pin, sprak: "sv" })).text();
  if (answerKeyIn(page) === undefined) throw new Error("she was not let in");
  return page;
}

/** The hidden field by which the opened pages are known; no page has it before the digits. */
export function answerKeyIn(page: string): string | undefined {
  const [field] = /<input[^>]*name="?nyckel\b[^>]*>/.exec(page) ?? [];
  return field && /value="?([\w-]+)/.exec(field)?.[1];
}

/** All at once, in Swedish. */
export async function sendAnswers(
  origin: string,
  page: string,
  answers: Fields,
): Promise<Response> {
  const nyckel = answerKeyIn(page) ?? "";
  const place = { nyckel, sprak: "sv", vy: "alla", fraga: "1" };
  return await postForm(origin, "/e/svar", { ...place, steg: "skicka", ...answers });
}
