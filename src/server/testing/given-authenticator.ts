import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** What the browser adds of the page that asks. */
const page = "http://localhost:3210";

/** An authenticator in software: what a security key does, with every dial within reach of a test. */
export type Authenticator = {
  readonly id: string;
  readonly make: (options: Asked, dials?: Dials) => object;
  readonly use: (options: Asked, dials?: Dials) => object;
};

/** As the server asks, but for what no authenticator looks at. */
export type Asked = {
  readonly challenge?: string;
  readonly rpId?: string;
  readonly rp?: { readonly id: string };
  readonly user?: { readonly id: string };
};

export type Dials = {
  readonly origin?: string;
  readonly host?: string;
  readonly isVerified?: boolean;
  readonly signCount?: number;
  readonly challenge?: string;
  /** In the place of the one that it keeps. */
  readonly userHandle?: string;
};

export function givenAuthenticator(): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  let signCount = 0;
  let userHandle = "";

  function authenticatorData(options: Asked, dials: Dials, attested: Buffer | null): Buffer {
    const host = dials.host ?? options.rpId ?? options.rp?.id ?? "localhost";
    signCount = dials.signCount ?? signCount + 1;
    const isVerified = dials.isVerified ?? true;
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (attested ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(signCount);
    const hash = createHash("sha256").update(host).digest();
    return Buffer.concat([hash, Buffer.of(flags), count, attested ?? Buffer.alloc(0)]);
  }

  function clientData(type: string, options: Asked, dials: Dials): Buffer {
    const challenge = dials.challenge ?? options.challenge;
    const origin = dials.origin ?? page;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  function wrapped(response: object): object {
    const rawId = id.toString("base64url");
    return { id: rawId, rawId, type: "public-key", clientExtensionResults: {}, response };
  }

  return {
    id: id.toString("base64url"),

    make(options, dials = {}) {
      userHandle = options.user?.id ?? "";
      const key = cbor(
        new Map<number, number | Buffer>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, "base64url")],
          [-3, Buffer.from(y, "base64url")],
        ]),
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, key]);
      const attestation = cbor(
        new Map<string, string | Buffer | Map<string, string>>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authenticatorData(options, dials, attested)],
        ]),
      );
      return wrapped({
        clientDataJSON: clientData("webauthn.create", options, dials).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      });
    },

    use(options, dials = {}) {
      const data = authenticatorData(options, dials, null);
      const client = clientData("webauthn.get", options, dials);
      const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
      return wrapped({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
        userHandle: dials.userHandle ?? userHandle,
      });
    },
  };
}

type Encoded = string | number | Buffer | ReadonlyMap<string | number, Encoded>;

/** As much of RFC 8949 as an attestation needs. */
function cbor(value: Encoded): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === "string") {
    const bytes = Buffer.from(value);
    return Buffer.concat([head(3, bytes.length), bytes]);
  }
  const pairs = [...value].flatMap(([name, each]) => [cbor(name), cbor(each)]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

function head(kind: number, size: number): Buffer {
  const first = kind << 5;
  if (size < 24) return Buffer.of(first | size);
  if (size < 256) return Buffer.of(first | 24, size);
  return Buffer.of(first | 25, size >> 8, size & 0xff);
}
