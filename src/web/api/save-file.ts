/** Lets the browser save a file that the page has got, under this name. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun by then; kept any longer it would stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
