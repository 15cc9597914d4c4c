const mostCharacters = 120;

/** What follows the last dot, in lower case, if it looks like an extension; "" for a name without one, as in "invoice no. 42". */
export function extensionOf(name: string): string {
  return /\.([a-z][a-z0-9]{1,4})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}

/**
 * The name under which a file is shown and downloaded: of a path only its last part, without anything invisible or that
 * turns the direction of writing, at most 120 characters, and ending in the extension of what the file really is.
 */
export function cleanName(sent: string, extension: string): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const visible = last.replace(/\s+/g, " ").replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "");
  const dropped = extensionOf(visible) ? visible.trim().replace(/\.[^.]*$/, "") : visible;
  const stem = Array.from(dropped.replace(/^[. ]+|[. ]+$/g, ""))
    .slice(0, mostCharacters - extension.length - 1)
    .join("");
  return `${stem || "file"}.${extension}`;
}

/** The Content-Disposition header of RFC 6266: the true name in UTF-8, and one in plain ASCII for what can't read that. */
export function contentDisposition(shown: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${shown}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
