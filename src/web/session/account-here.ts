/** Whose answers may be waiting in this window: in memory alone, until the page is left. */
let account: string | undefined;

export function accountHere(): string | undefined {
  return account;
}

export function setAccountHere(signedIn: string): void {
  account = signedIn;
}
