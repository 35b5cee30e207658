import type { SurveyInvitationReceipt } from "#server";

/**
 * The screen becomes the client's. A real form leaves this program, and with it all that it had in memory;
 * the session has ended already. In the browser's history the case gives way to the first page, which
 * asks whoever comes back to sign in.
 */
export function handOver({ link, pin }: SurveyInvitationReceipt, language: string): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/e/oppna";
  form.hidden = true;
  form.append(hidden("way", link), hidden("pin", pin), hidden("sprak", language), keptNowhere());
  window.history.replaceState(null, "", "/");
  document.title = "Enkät";
  // A browser that keeps pages for its back button keeps an empty one.
  document.body.replaceChildren(form);
  form.submit();
}

function hidden(name: string, value: string): HTMLInputElement {
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = name;
  input.value = value;
  return input;
}

/** With a password in it a browser does not write on its disk what the form has sent. */
function keptNowhere(): HTMLInputElement {
  const input = hidden("tyst", "-");
  input.type = "password";
  input.autocomplete = "one-time-code";
  return input;
}
