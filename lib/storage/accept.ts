import { fileTypeFromBuffer } from "file-type";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { sha256 } from "@/lib/sha256";
import { cleanName, extensionOf } from "./file-name";
import { keptPdf } from "./pdf";
import { type PictureType, redrawn } from "./picture";

/** The most that one file may be, as it is sent. */
export const mostBytes = 15 * 1024 * 1024;

/** A file that may be kept: its content is what its type says, and its name is safe to show. */
export type Accepted = {
  name: string;
  contentType: "application/pdf" | PictureType;
  content: Buffer;
  width?: number;
  height?: number;
  sha256: Buffer;
};

/**
 * Takes in a file that somebody sent. Pictures are drawn anew, PDFs are kept byte for byte. Refuses an empty file, more
 * than 15 MB, what is no PDF, JPEG, PNG, HEIC or WebP by its content or says that it is something else, and what is broken.
 */
export async function acceptFile(sent: File): Promise<Outcome<Accepted>> {
  if (sent.size === 0) {
    return refuse("invalid", { field: "file", sentence: "That file is empty. Choose another one." });
  }
  if (sent.size > mostBytes) return refuse("too-large", { field: "file" });
  const content = Buffer.from(await sent.arrayBuffer());
  const sniffed = (await fileTypeFromBuffer(content))?.mime ?? "";
  const kind = kinds[sniffed];
  if (!kind || contradicts(sent, kind)) return refuse("unsupported-file", { field: "file" });
  const { keptAs } = kind;
  const kept =
    keptAs === "application/pdf" ? keptPdf(content) : await redrawn(content, kind === heic, keptAs);
  if (!kept.ok) return kept;
  return done({
    ...kept.value,
    name: cleanName(sent.name, extensions[keptAs]),
    contentType: keptAs,
    sha256: sha256(kept.value.content),
  });
}

/** The same of a photo alone: in words about photos, it refuses a PDF as well. */
export async function acceptPhoto(sent: File): Promise<Outcome<Accepted>> {
  const accepted = await acceptFile(sent);
  const isPdf = accepted.ok && accepted.value.contentType === "application/pdf";
  return isPdf || (!accepted.ok && accepted.reason === "unsupported-file") ? noPhoto : accepted;
}

const noPhoto = refuse("unsupported-file", {
  field: "file",
  sentence: "That isn’t a photo we can take. Choose a JPEG, PNG, HEIC or WebP.",
});

type Kind = { keptAs: Accepted["contentType"]; named: string[]; declared: string[] };

const heic: Kind = {
  keptAs: "image/jpeg",
  named: ["heic", "heif", "hif"],
  declared: ["image/heic", "image/heif"],
};

/** By the type that the content shows: what it becomes, and what it may be called without contradicting itself. */
const kinds: Partial<Record<string, Kind>> = {
  "application/pdf": {
    keptAs: "application/pdf",
    named: ["pdf"],
    declared: ["application/pdf", "application/x-pdf"],
  },
  "image/jpeg": {
    keptAs: "image/jpeg",
    named: ["jpg", "jpeg", "jpe", "jfif"],
    declared: ["image/jpeg", "image/jpg", "image/pjpeg"],
  },
  "image/png": { keptAs: "image/png", named: ["png"], declared: ["image/png", "image/x-png"] },
  "image/webp": { keptAs: "image/webp", named: ["webp"], declared: ["image/webp"] },
  "image/heic": heic,
  "image/heif": heic,
};

const extensions: Record<Accepted["contentType"], string> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

/** Types by which a browser says that it does not know. */
const unknown = ["", "application/octet-stream", "binary/octet-stream", "application/unknown"];

function contradicts(sent: File, { named, declared }: Kind): boolean {
  const type = (sent.type.split(";")[0] ?? "").trim().toLowerCase();
  return !["", ...named].includes(extensionOf(sent.name)) || ![...unknown, ...declared].includes(type);
}
