import { effectiveCodebook } from "#codebook";
import {
  type DeliveryFile,
  deliverRound,
  firstRows,
  generateReceivingKey,
  generateSigningKey,
  openPackage,
  packDelivery,
  readDelivery,
} from "#delivery";
import { instant, isoDate, municipalityCode, type Round, strongRandomness } from "#kernel";
import { givenMunicipality } from "#scenario";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { mediansOf } from "./harness/time-of.ts";

const count = 1000;
const runs = 7;

const round: Round = {
  id: "2023-2026",
  period: { from: isoDate("2023-01-01"), until: isoDate("2027-01-01") },
  cutOff: instant("2026-12-31T12:00:00Z"),
};
const code = municipalityCode("9001");
const municipality = { code, name: "Påhittköping", county: "91" };

export const delivering: Benchmark = {
  ids: {
    "delivery-1000":
      "making a delivery of 1 000 cases, sealing it, and opening and checking it as its receiver does",
  },
  async measure(progress) {
    progress("inventing 1 000 cases");
    const codebook = effectiveCodebook("su-kvinnofrid-2021");
    if (!codebook) throw new Error("the library has no codebook");
    const story = givenMunicipality(code).withUnit("Familjefrid").withWorker("Anna");
    const cases = [...story.withCases(count).organisation.cases].map(({ record, response }) => ({
      record,
      clientAnswers: response?.response.answers,
    }));
    const receiver = await generateReceivingKey();
    const signingKey = generateSigningKey(code);
    const senders = [{ municipality: code, key: signingKey.public }];

    async function made(): Promise<Buffer> {
      const order = {
        kind: "demo",
        municipality,
        round,
        cases,
        randomness: strongRandomness,
      } as const;
      const delivery = { ...firstRows, ...order };
      if (!codebook) throw new Error("the library has no codebook");
      const lines = await Array.fromAsync(deliverRound({ ...delivery, codebook }));
      return Buffer.from(lines.map((line) => `${line}\n`).join(""));
    }
    async function deliverAndCheck(): Promise<void> {
      const delivery = fileOf(await made());
      const packing = packDelivery(delivery, { signingKey, receivers: [receiver.public] });
      const sealed = fileOf(Buffer.concat(await Array.fromAsync(packing)));
      const opened = await openPackage(sealed, { identities: [receiver], senders });
      if (!codebook || opened.kind === "refused") throw new Error("the package was refused");
      const read = await readDelivery(opened.value, [codebook]);
      if (read.kind === "refused" || read.value.count !== count) throw new Error("it was refused");
    }
    const lines = (await made()).toString();
    const readAsJson = () => {
      for (const line of lines.split("\n")) if (line !== "") JSON.parse(line);
    };
    progress("delivering");
    const [taken = 0, floor = 0] = await mediansOf([deliverAndCheck, readAsJson], runs);
    return [
      atMost({
        id: "delivery-1000",
        value: taken,
        unit: "ms",
        goal: 2000,
        against: { what: "parsing the same lines as JSON, nothing else", value: floor },
      }),
    ];
  },
};

function fileOf(bytes: Buffer): DeliveryFile {
  return {
    name: "9001",
    bytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
}
