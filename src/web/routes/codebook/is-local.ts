/** The municipality's own: its name is the system's, so only its heading is shown. */
export function isLocal(id: string): boolean {
  return /^[kl]\d+\./.test(id);
}
