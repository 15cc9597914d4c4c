import { done, type Outcome, refuse } from "@/lib/outcome";

/** The PDF as it came, byte for byte. Refuses one that does not begin and end as a PDF does, or is a ZIP as well. */
export function keptPdf(content: Buffer): Outcome<{ content: Buffer }> {
  const begins = content.subarray(0, 5).equals(Buffer.from("%PDF-"));
  const ends = content.subarray(-1024).includes("%%EOF");
  if (!begins || !ends) return refuse("broken-file", { field: "file" });
  return endsAsZip(content) ? refuse("unsupported-file", { field: "file" }) : done({ content });
}

const zipEnd = Buffer.from("PK\x05\x06");
const zipEndBytes = 22;
const longestZipComment = 0xffff;

/** A ZIP, and so a JAR, is found from its end: a record whose comment reaches to the last byte. */
function endsAsZip(content: Buffer): boolean {
  const tail = content.subarray(-(zipEndBytes + longestZipComment));
  for (let at = tail.indexOf(zipEnd); at !== -1; at = tail.indexOf(zipEnd, at + 1)) {
    const whole = at + zipEndBytes <= tail.length;
    if (whole && at + zipEndBytes + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}
