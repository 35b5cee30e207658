import { encodeQR } from "qr";
import "./qr-code.css";

/** Modules of white that a reader needs around the code. Source: ISO/IEC 18004:2024, 9.1. */
const quietZone = 4;

/** Black on white also in the dark: many telephones read nothing else. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: quietZone });
  const size = rows.length;
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={rows.map(drawRow).join("")} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

/** One square for each dark module; those side by side are one. */
function drawRow(row: readonly boolean[], y: number): string {
  let path = "";
  let from = -1;
  for (const [x, isDark] of [...row, false].entries()) {
    if (isDark && from < 0) from = x;
    if (isDark || from < 0) continue;
    path += `M${from} ${y}h${x - from}v1H${from}z`;
    from = -1;
  }
  return path;
}
