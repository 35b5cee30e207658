import { randomUUID } from "node:crypto";
import type { Role } from "#access";
import type { SessionView, SignInOptions } from "#server";

type Account = SignInOptions["demoAccounts"][number];

/** A person at her browser: signed in to the running demo. */
export type DemoVisitor = {
  readonly account: Account;
  /** The first unit that she works in. */
  readonly unit: string;
  /** The answer, read to its end. @throws unless it is a 2xx. */
  readonly request: <Answer>(route: string, body?: unknown) => Promise<Answer>;
};

/** The demo has one account for each role. */
export async function demoAccount(origin: string, role: Role): Promise<Account> {
  const options = (await read(await fetch(`${origin}/api/sign-in`))) as SignInOptions;
  const found = options.demoAccounts.find((account) => account.role === role);
  if (!found) throw new Error(`the demo has no account with the role ${role}`);
  return found;
}

export async function signIn(origin: string, account: Account): Promise<DemoVisitor> {
  const session = await fetch(`${origin}/api/demo-session`, {
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/json" },
    body: JSON.stringify(demoSignIn(account)),
  });
  const view = (await read(session)) as SessionView;
  const cookie = session.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const unit = view.grants.find((grant) => grant.unit)?.unit?.id;
  if (unit === undefined) throw new Error(`${account.name} works in no unit`);
  return {
    account,
    unit,
    async request<Answer>(route: string, body?: unknown) {
      const [method = "", path = ""] = route.split(" ");
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          Cookie: cookie,
          Origin: origin,
          "Content-Type": "application/json",
          "Idempotency-Key": randomUUID(),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return (await read(response)) as Answer;
    },
  };
}

export function demoSignIn({ municipality, account }: Account) {
  return { municipality: municipality.code, account };
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  const path = new URL(response.url).pathname;
  throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`);
}
