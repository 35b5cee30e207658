/** A text that somebody, or something, could put into any field. */
type HostileText = {
  readonly name: string;
  readonly text: string;
  /** No database and no reader may ever meet it. */
  readonly mustBeRefused?: true;
};

/** The thirtieth of February: nobody was ever born then, and the check digit fits. */
const lookalike = ["990230", "0004"].join("-");

export const hostileTexts: readonly HostileText[] = [
  { name: "script", text: "Se här <script>alert(1)</script> och <img src=x onerror=alert(2)>" },
  { name: "template", text: "Vi skrev {{constructor.constructor('1')()}} och mer" },
  { name: "SQL", text: "Fel svar'); drop table cases; --" },
  { name: "formula", text: "=cmd|' /c calc'!A1 och mer" },
  { name: "prototype", text: "__proto__ constructor toString" },
  { name: "emoji", text: "Klienten 👩‍👧 mår bättre nu" },
  { name: "long line", text: `Fel svar ${"x".repeat(60_000)}`, mustBeRefused: true },
  { name: "1 MB", text: `Fel svar ${"x".repeat(1_000_000)}`, mustBeRefused: true },
  { name: "NUL", text: "Fel \u0000 svar", mustBeRefused: true },
  { name: "turned", text: "Fel \u202egnirts svar", mustBeRefused: true },
  { name: "right-to-left mark", text: "Fel \u200f svar", mustBeRefused: true },
  { name: "lone surrogate", text: "Fel \ud800 svar", mustBeRefused: true },
  { name: "personnummer", text: `Fel svar ${lookalike} skrevs`, mustBeRefused: true },
];
