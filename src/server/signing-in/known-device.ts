import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { AccountId, Instant, MunicipalityCode } from "#kernel";
import { ownCookieName } from "../http/session-cookie.ts";
import type { Services } from "../services.ts";

/** Days that a browser is remembered, from its last sign-in. */
const rememberedDays = 365;
/** People who share a browser; whoever has been away the longest is forgotten. */
const atMost = 8;
const separator = "~";

/** One person's own mark in one browser. */
type Mark = {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly issued: number;
  readonly sign: string;
};

/** Whose, without saying it in the browser. */
export type DeviceOwner = {
  readonly municipality: MunicipalityCode;
  readonly account: AccountId;
  /** What was issued before is worthless. */
  readonly knownFrom: Instant | null;
};

type Place = { readonly context: Context; readonly services: Services };

/**
 * The id of this browser where its owner has signed in by it before: her failures there are counted
 * apart, so that strangers who guess at her account keep nobody out but themselves. It opens nothing.
 */
export async function knownDevice(place: Place, owner: DeviceOwner): Promise<string | undefined> {
  return (await ownMark(place, owner))?.id;
}

/**
 * After every sign-in a new mark in the place of the one before. A browser keeps its id: an earlier mark
 * of it that somebody has copied counts together with this one, and gives nobody tries of its own.
 */
export async function rememberDevice(place: Place, owner: DeviceOwner, at: Instant): Promise<void> {
  const { context, services } = place;
  const before = await ownMark(place, owner);
  const others = readMarks(context, services).filter((mark) => mark !== before);
  const id = before?.id ?? Buffer.from(services.randomness.bytes(16)).toString("base64url");
  const issued = Date.parse(at);
  const own: Mark = { id, issued, sign: await signOf(services, owner, id, issued) };
  const kept = [own, ...others.filter((mark) => mark.id !== before?.id)].slice(0, atMost);
  setCookie(context, cookieName(services), kept.map(writeMark).join(separator), {
    path: "/",
    httpOnly: true,
    sameSite: "Strict",
    secure: services.isHttps,
    maxAge: rememberedDays * 86_400,
  });
}

async function ownMark(
  { context, services }: Place,
  owner: DeviceOwner,
): Promise<Mark | undefined> {
  const newest = Date.parse(services.clock.now());
  const from = owner.knownFrom === null ? 0 : Date.parse(owner.knownFrom);
  const oldest = Math.max(newest - rememberedDays * 86_400_000, from);
  for (const mark of readMarks(context, services)) {
    const sign = await signOf(services, owner, mark.id, mark.issued);
    const isHers = timingSafeEqual(Buffer.from(sign), Buffer.from(mark.sign));
    if (isHers && mark.issued >= oldest) return mark;
  }
  return undefined;
}

async function signOf(
  { keys }: Services,
  { municipality, account }: DeviceOwner,
  id: string,
  issued: number,
): Promise<string> {
  const key = await keys.secretFor("device");
  const text = [municipality, account, id, issued].join("\n");
  return createHmac("sha256", key).update(text).digest("base64url");
}

function cookieName(services: Services): string {
  return `${ownCookieName(services)}-device`;
}

function readMarks(context: Context, services: Services): readonly Mark[] {
  const written = (getCookie(context, cookieName(services)) ?? "")
    .split(separator)
    .slice(0, atMost);
  return written.flatMap((text) => {
    const [, issued, id, sign] = /^(\d{1,15})\.([\w-]{22})\.([\w-]{43})$/.exec(text) ?? [];
    return issued && id && sign ? [{ id, issued: Number(issued), sign }] : [];
  });
}

function writeMark({ issued, id, sign }: Mark): string {
  return `${issued}.${id}.${sign}`;
}
