/** A part of an address in plain; as it stands where it is damaged, since a link may be mistyped. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
