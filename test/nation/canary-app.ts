import { format } from "node:util";
import { policy, type Role, type RouteKey, roles } from "#access";
import { municipalityCode } from "#kernel";
import type { TestStore } from "#store/testing";
import { type GivenApp, type SignedIn, send } from "../../src/server/testing/index.ts";
import type { Seen } from "./canaries.ts";
import { pdfWords } from "./pdf-words.ts";

export type Walker = { readonly name: string; readonly request: SignedIn["request"] };

/** One of each role in a unit of the municipality; `but` leaves out roles. */
export async function everyRole(
  given: GivenApp,
  municipality: string,
  unit: string,
): Promise<ReadonlyMap<Role, SignedIn>> {
  const people = new Map<Role, SignedIn>();
  for (const role of roles) {
    people.set(role, await given.givenPerson({ name: role, role, municipality, unit }));
  }
  return people;
}

/**
 * What the parts of an address may be, by their names, and what is asked beside, by the route. A route
 * with another part must be given something to ask for.
 */
export type Asked = { readonly [part: string]: readonly string[] };

const gets = (Object.keys(policy) as RouteKey[]).filter((route) => route.startsWith("GET "));

/** Every address of every route that answers with something, and what it is asked with. */
export function addresses(asked: Asked): readonly string[] {
  return gets.flatMap((route) => {
    let found = [route.replace("/*", "/sida")];
    for (const [part = "", name = ""] of route.matchAll(/:(\w+)/g)) {
      const values = asked[name];
      if (!values) throw new Error(`${route}: nothing to ask for as ${name}`);
      found = found.flatMap((each) => values.map((value) => each.replace(part, value)));
    }
    const questions = asked[route] ?? [];
    return [
      ...found,
      ...found.flatMap((each) => questions.map((question) => `${each}?${question}`)),
    ];
  });
}

/** All that the app answers to each of them, headers too, and what it says in the terminal meanwhile. */
export async function answersTo(
  walkers: readonly Walker[],
  asked: Asked,
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const said: string[] = [];
  const { error, warn, log } = console;
  const listen = (...words: readonly unknown[]) => void said.push(format(...words));
  Object.assign(console, { error: listen, warn: listen, log: listen });
  try {
    for (const { name, request } of walkers) {
      for (const address of addresses(asked)) {
        const response = await request(address);
        const headers = [...response.headers].map((each) => each.join(": ")).join("\n");
        seen.push({ at: `${name} ${address}`, text: `${headers}\n\n${await wordsOf(response)}` });
      }
    }
  } finally {
    Object.assign(console, { error, warn, log });
  }
  return [...seen, { at: "the terminal", text: said.join("\n") }];
}

async function wordsOf(response: Response): Promise<string> {
  if (response.headers.get("Content-Type") !== "application/pdf") return response.text();
  return pdfWords(new Uint8Array(await response.arrayBuffer()));
}

/** Nobody, who is not signed in. */
export function stranger({ app }: GivenApp): Walker {
  return {
    name: "a stranger",
    request: async (address) => {
      const [method = "", path = ""] = address.split(" ");
      return send(app, method, path, {});
    },
  };
}

/** What the log in the store says happened, line by line: not when, and not which line it is. */
export async function logOf(store: TestStore, municipality: string): Promise<Seen> {
  const lines = await store.within(municipalityCode(municipality), (tx) =>
    tx.audit.list(0, 1_000_000),
  );
  return {
    at: `the log of ${municipality}`,
    text: lines.map(({ action, details }) => `${action} ${JSON.stringify(details)}`).join("\n"),
  };
}
