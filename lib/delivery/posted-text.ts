/** Far more than any provider's event. */
const mostBytes = 64_000;

/**
 * The exact text that was posted, which a signature is checked over; undefined when it is longer than an event can be,
 * so that a stranger fills no memory before the check.
 */
export async function postedText(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
