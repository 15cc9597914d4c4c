import sharp, { type Sharp } from "sharp";
import { log } from "@/lib/log";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { jpegOfHeic } from "./heic";

/** What a picture is kept as. */
export type PictureType = "image/jpeg" | "image/png" | "image/webp";

type Picture = { content: Buffer; width: number; height: number };

/** The most pixels that a picture may have, and the longest side that it is kept with. */
export const mostPixels = 50_000_000;
export const longestSide = 3000;

const encoders: Record<PictureType, (picture: Sharp) => Sharp> = {
  "image/jpeg": (picture) => picture.jpeg({ quality: 85 }),
  "image/png": (picture) => picture.png(),
  "image/webp": (picture) => picture.webp({ quality: 85 }),
};

/**
 * Draws a picture anew: upright, in sRGB, at most 3000 pixels a side, and without anything that stood beside its pixels,
 * the place where it was taken above all. Refuses more than 50 million pixels before it decodes them, and what it can't decode.
 */
export async function redrawn(sent: Buffer, isHeic: boolean, type: PictureType): Promise<Outcome<Picture>> {
  try {
    const { width, height } = await sharp(sent, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) {
      return refuse("too-large", {
        field: "file",
        sentence:
          "That photo has more than 50 megapixels, which is more than we can open. Send a smaller copy.",
      });
    }
    const encoded = isHeic ? await jpegOfHeic(sent) : done(sent);
    if (!encoded.ok) return encoded;
    const upright = sharp(encoded.value, { limitInputPixels: mostPixels, failOn: "error" }).autoOrient();
    const fitted = upright.resize({
      width: longestSide,
      height: longestSide,
      fit: "inside",
      withoutEnlargement: true,
    });
    const drawn = await encoders[type](fitted.toColourspace("srgb")).toBuffer({ resolveWithObject: true });
    return done({ content: drawn.data, width: drawn.info.width, height: drawn.info.height });
  } catch (error) {
    log.info({ err: error }, "a picture could not be read");
    return refuse("broken-file", { field: "file" });
  }
}
