/** «Kön: vanligast …» · «Klienten: vet ej – 5 av …» · «Har något förändrats? Vanligast …» */
export function afterLabel(label: string, finding: string): string {
  if (/[.?!]$/.test(label)) return `${label} ${capitalised(finding)}`;
  return label.includes(":") ? `${label} – ${finding}` : `${label}: ${finding}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
