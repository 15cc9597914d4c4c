/** What a calendar reads in a file of one event: the lines of the event by name, unfolded, without parameters. */
export function eventIn(file: string): Record<string, string> {
  const lines = file.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  const event = lines.slice(lines.indexOf("BEGIN:VEVENT") + 1, lines.indexOf("END:VEVENT"));
  return Object.fromEntries(
    event.map((line) => {
      const [name = "", value = ""] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line)?.slice(1) ?? [];
      return [name, value.replaceAll("\\n", "\n").replaceAll(/\\(.)/g, "$1")];
    }),
  );
}

/** `20260430T140000Z` as an instant. */
export const instantOf = (time = "") =>
  new Date(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
