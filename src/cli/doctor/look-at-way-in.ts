import { createPrivateKey, X509Certificate } from "node:crypto";
import { createServer } from "node:net";
import type { Instant } from "#kernel";
import type { Environment } from "#server";
import { type Finding, finding } from "./finding.ts";

const day = 86_400_000;

/** Whether the port can be taken, or is taken by a Skillnad. */
export async function lookAtPort({ port, tls }: Environment): Promise<Finding> {
  const fault = await tryPort(port, tls ? undefined : "127.0.0.1");
  if (fault === undefined) return finding("port-free", { port });
  if (fault !== "EADDRINUSE") return finding("port-refused", { port, reason: fault });
  // Over https the certificate is of another name than this machine's own; its answer is not asked for.
  const isOurs = tls !== undefined || (await answersAsSkillnad(port));
  return finding(isOurs ? "port-ours" : "port-taken", { port });
}

function tryPort(port: number, host: string | undefined): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const server = createServer();
  server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
  server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  return promise;
}

async function answersAsSkillnad(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(5000);
    const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal, redirect: "error" });
    return (await answer.text()).slice(0, 100) === JSON.stringify({ status: "ok" });
  } catch {
    return false;
  }
}

/** How people reach us, and how long yet. */
export function lookAtOrigin({ origin, tls }: Environment, now: Instant): Finding {
  if (origin === undefined) return finding("origin-unset");
  if (tls === undefined) return finding("origin-by-proxy", { origin });
  try {
    const certificate = new X509Certificate(tls.cert);
    const isOurs = certificate.checkHost(new URL(origin).hostname) !== undefined;
    if (!isOurs || !certificate.checkPrivateKey(createPrivateKey(tls.key))) {
      return finding("certificate-other", { origin });
    }
    const end = certificate.validToDate;
    const days = Math.floor((end.getTime() - Date.parse(now)) / day);
    const last = end.toISOString().slice(0, 10);
    const code =
      days < 0 ? "certificate-over" : days < 21 ? "certificate-ending" : "certificate-good";
    return finding(code, { last, days });
  } catch {
    return finding("certificate-other", { origin });
  }
}
