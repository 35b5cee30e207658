import { createSign, generateKeyPairSync } from "node:crypto";

/** For this machine's own name, signed by itself: PEM. Made anew each time, and believed by whoever is told to. */
export function ownCertificate(name = "localhost"): {
  readonly cert: string;
  readonly key: string;
} {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const who = sequence(set(sequence(objectId("2.5.4.3"), utf8(name))));
  const signing = sequence(objectId("1.2.840.10045.4.3.2"));
  const told = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.from([1])),
    signing,
    who,
    sequence(time("200101000000Z"), time("491231235959Z")),
    who,
    publicKey.export({ format: "der", type: "spki" }),
    explicit(3, sequence(isAuthority, alternativeNames(name))),
  );
  const signature = createSign("sha256").update(told).sign(privateKey);
  const certificate = sequence(told, signing, bits(signature));
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
}

/** X.509's encoding, ITU-T X.690: what kind it is, how long, and what. */
function encoded(kind: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([kind, length]), content]);
  const size = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([kind, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]) => encoded(0x30, ...parts);
const set = (...parts: readonly Uint8Array[]) => encoded(0x31, ...parts);
const integer = (value: Uint8Array) => encoded(0x02, value);
const bits = (value: Uint8Array) => encoded(0x03, Buffer.from([0]), value);
const octets = (value: Uint8Array) => encoded(0x04, value);
const utf8 = (text: string) => encoded(0x0c, Buffer.from(text));
const time = (text: string) => encoded(0x17, Buffer.from(text));
const explicit = (at: number, value: Uint8Array) => encoded(0xa0 | at, value);

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const sevens = (value: number): readonly number[] =>
    value < 128 ? [value] : [...sevens(value >> 7).map((each) => each | 128), value & 127];
  return encoded(0x06, Buffer.from([40 * first + second, ...rest.flatMap(sevens)]));
}

const isTrue = encoded(0x01, Buffer.from([255]));
const isAuthority = sequence(objectId("2.5.29.19"), isTrue, octets(sequence(isTrue)));

/** Its name, and this machine's number. */
function alternativeNames(name: string): Buffer {
  const names = sequence(
    encoded(0x82, Buffer.from(name)),
    encoded(0x87, Buffer.from([127, 0, 0, 1])),
  );
  return sequence(objectId("2.5.29.17"), octets(names));
}
