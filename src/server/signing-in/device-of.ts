/** In order: what names several is told by its first. */
const programs = [
  [/\bEdg\//, "Edge"],
  [/\bFirefox\//, "Firefox"],
  [/\bChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

const machines = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
] as const;

/**
 * The kind of program and machine, as its owner would name them: «Firefox på Windows». Of what the
 * browser says of itself nothing else is kept: it tells people apart. Empty: unknown.
 */
export function deviceOf(userAgent: string | undefined): string {
  const named = (kinds: readonly (readonly [RegExp, string])[]) =>
    kinds.find(([sign]) => sign.test(userAgent ?? ""))?.[1];
  const [program, machine] = [named(programs), named(machines)];
  if (!program || !machine) return program ?? machine ?? "";
  return `${program} på ${machine}`;
}
