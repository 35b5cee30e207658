/** Where what was pressed has gone: on from the top of the step, once the page stands anew. */
export function focusStepHeading(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(".round-step > h2")?.focus();
  });
}
