const narrow = new Set("iljI.,:;'|! \u00a0");
const slim = new Set("ftr()[]-/");
const wide = new Set("mwMW@%&—");

/**
 * Width in px of a text set in Inter, on average 8 % more than the true one: lines must not run out of
 * a picture where another font stands in.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) {
    if (narrow.has(character)) ems += 0.3;
    else if (slim.has(character)) ems += 0.42;
    else if (wide.has(character)) ems += 0.92;
    else ems += /\p{Lu}/u.test(character) ? 0.74 : 0.61;
  }
  return ems * fontSize;
}

export type LineWidths = { readonly line: number; readonly lastLine: number };

/**
 * Lines that fit, broken between words and after a slash or hyphen; within a word only where nothing
 * else helps. The last line may be kept shorter, since the value stands beside it.
 */
export function wrapText(text: string, fontSize: number, widths: LineWidths): readonly string[] {
  const lines = wrapEvenly(text, fontSize, widths.line);
  const last = lines.at(-1) ?? "";
  return [...lines.slice(0, -1), ...wrapEvenly(last, fontSize, widths.lastLine)];
}

function wrapEvenly(text: string, fontSize: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text, fontSize, width)) {
    if (line !== "" && textWidth((line + piece).trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Whether the text holds a word that lines of this width can only break within. */
export function tearsWord(text: string, fontSize: number, width: number): boolean {
  return wordsIn(text).some((word) => textWidth(word.trimEnd(), fontSize) > width);
}

/** Between these a line may be broken; never at a no-break space. */
function wordsIn(text: string): readonly string[] {
  return text.match(/[^ /-]*(?:[/-]+| +)|[^ /-]+/g) ?? [];
}

function piecesOf(text: string, fontSize: number, width: number): readonly string[] {
  return wordsIn(text).flatMap((word) => {
    const parts: string[] = [];
    let part = "";
    for (const character of word) {
      if (textWidth((part + character).trimEnd(), fontSize) > width) {
        parts.push(part);
        part = character;
      } else part += character;
    }
    return [...parts, part];
  });
}
