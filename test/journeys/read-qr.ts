import type { Page } from "playwright-core";
import decodeQR from "qr/decode.js";

/** Points of light for each module: as a telephone would see it, near. */
const scale = 4;

/** What a telephone reads off the screen: the code as it is drawn, square by square. */
export async function readQr(page: Page): Promise<string> {
  const code = page.locator("svg.qr-code");
  const box = await code.getAttribute("viewBox");
  const path = await code.locator("path").getAttribute("d");
  const modules = Number(box?.split(" ")[2]);
  const size = modules * scale;
  const pixels = new Uint8Array(size * size * 4).fill(255);
  for (const [, from, row, length] of (path ?? "").matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let y = Number(row) * scale; y < (Number(row) + 1) * scale; y++) {
      const start = y * size + Number(from) * scale;
      for (let x = start; x < start + Number(length) * scale; x++) pixels.fill(0, x * 4, x * 4 + 3);
    }
  }
  return decodeQR({ width: size, height: size, data: pixels });
}
