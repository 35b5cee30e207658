import { field, type TextField } from "./text-field.ts";

const signIn = { municipality: "9001", name: "x", password: "x", code: "123456" };
const link = `9001.${"A".repeat(22)}`;
const answer = { id: "x", rawId: "x", type: "public-key", clientExtensionResults: {} };
const used = { clientDataJSON: "x", authenticatorData: "x", signature: "x", userHandle: "x" };
const made = { clientDataJSON: "x", attestationObject: "x", transports: ["usb"] };
const byPassword = { kind: "password", password: "x", code: "123456" };
const byPasskey = { kind: "passkey", challenge: "x", answer: { ...answer, response: used } };
const newPassword = { ...byPassword, sealed: "x" };
const newPasskey = { ...byPasskey, name: "x", answer: { ...answer, response: made } };

/** With this text at the end of the way. */
function at(body: object, way: string, text: unknown): object {
  const [name = "", ...rest] = way.split(".");
  const inner = (body as { readonly [name: string]: object })[name];
  return { ...body, [name]: rest.length === 0 ? text : at(inner ?? {}, rest.join("."), text) };
}

function sent(
  schema: string,
  route: string,
  whole: (part: object) => object,
  part: object,
  ways: readonly string[],
  prefix = "",
): readonly TextField[] {
  return ways.map((way) =>
    field(`${schema}.${prefix}${way}`, (s, text) => {
      const isList = way.endsWith(".transports");
      return s.worker.request(route, whole(at(part, way, isList ? [text] : text)));
    }),
  );
}

const asItIs = (body: object) => body;
const asWay = (way: object) => ({ link, way });
const ofAnswer = ["answer.id", "answer.rawId"] as const;

/** What people write to come in, and to prove who they are; and what their browsers do. */
export const signInTextFields: readonly TextField[] = [
  ...sent("PasswordSignIn", "POST /api/session", asItIs, signIn, Object.keys(signIn)),
  ...sent("DemoSignIn", "POST /api/demo-session", asItIs, { municipality: "9001", account: "x" }, [
    "municipality",
    "account",
  ]),
  ...sent("SessionProof", "POST /api/session/proof", asItIs, byPassword, ["password", "code"]),
  ...sent("SessionProof", "POST /api/session/proof", asItIs, byPasskey, [
    "challenge",
    ...ofAnswer,
    ...Object.keys(used).map((name) => `answer.response.${name}`),
    "answer.clientExtensionResults.*",
  ]),
  ...sent("OpenedLink", "POST /api/account-link", asItIs, { link }, ["link"]),
  field("ChosenWayIn.link", (s, text) =>
    s.worker.request("POST /api/account-link/way-in", { link: text, way: newPassword }),
  ),
  ...sent(
    "ChosenWayIn",
    "POST /api/account-link/way-in",
    asWay,
    newPassword,
    ["password", "code", "sealed"],
    "way.",
  ),
  ...sent(
    "ChosenWayIn",
    "POST /api/account-link/way-in",
    asWay,
    newPasskey,
    [
      "name",
      "challenge",
      ...ofAnswer,
      ...Object.keys(made).map((name) => `answer.response.${name}`),
      "answer.clientExtensionResults.*",
    ],
    "way.",
  ),
  ...sent(
    "ChosenWayIn",
    "POST /api/account-link/way-in",
    asWay,
    { kind: "provider", provider: "x" },
    ["provider"],
    "way.",
  ),
  ...sent("NewPassword", "POST /api/own-account/password", asItIs, { password: "x" }, ["password"]),
];
