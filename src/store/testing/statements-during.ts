import { Client } from "pg";

/**
 * Every statement that this process sends to a database while `work` goes on, in order and without its
 * values: two that must not be told apart send the same. For one piece of work at a time.
 */
export async function statementsDuring(work: () => Promise<unknown>): Promise<readonly string[]> {
  const statements: string[] = [];
  const { query } = Client.prototype;
  function observed(this: Client, ...sent: readonly unknown[]): unknown {
    const [first] = sent;
    statements.push(typeof first === "string" ? first : textOf(first));
    return Reflect.apply(query, this, sent);
  }
  Client.prototype.query = observed as typeof query;
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return statements;
}

function textOf(sent: unknown): string {
  return typeof sent === "object" && sent !== null && "text" in sent ? String(sent.text) : "";
}
