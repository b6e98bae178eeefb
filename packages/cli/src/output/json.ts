/** JSON as it leaves the command: two spaces, a line break at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
