import { parseArgs } from "node:util";
import { generateReceivingKey, generateSigningKey, keyFileText, publicKeyText } from "#delivery";
import { municipalityCode } from "#kernel";
import { fail } from "../fail.ts";
import { writeNewFile } from "../write-new-file.ts";

const options = {
  sign: { type: "string" },
  receive: { type: "string" },
  municipality: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** Makes a key: the private part in a file that its owner alone reads, the public one beside it. */
export async function keys(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const { file, municipality, isJson } = wish;
  const key = municipality ? generateSigningKey(municipality) : await generateReceivingKey();
  const publicFile = `${file}.pub`;
  // The public one first: what is given away must not be missing once there is a private one.
  for (const [path, text, mode] of [
    [publicFile, publicKeyText(key), 0o644],
    [file, keyFileText(key), 0o600],
  ] as const) {
    const written = await writeNewFile(path, text, mode);
    if (written.kind === "refused") return fail(written.problems);
  }
  if (isJson) {
    const { private: _, ...told } = key;
    process.stdout.write(`${JSON.stringify({ file, publicFile, ...told })}\n`);
    return;
  }
  process.stdout.write(
    `${publicKeyText(key)}${file} is private: whoever has it can ${
      municipality ? "sign as the municipality" : "open what is sealed to you"
    }. Give away ${publicFile}.\n`,
  );
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad keys --help";
  try {
    const { values } = parseArgs({ args: [...words], options });
    const { sign, receive, municipality, json: isJson } = values;
    if ((sign === undefined) === (receive === undefined)) {
      return `Name one file: --sign FILE or --receive FILE. ${help}`;
    }
    if (sign !== undefined) {
      if (!/^\d{4}$/.test(municipality ?? "")) {
        return `--municipality CODE, four digits, says whose deliveries it signs. ${help}`;
      }
      return { file: sign, municipality: municipalityCode(municipality ?? ""), isJson };
    }
    if (municipality !== undefined) return `A receiving key is of no municipality. ${help}`;
    return { file: receive ?? "", municipality: undefined, isJson };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
