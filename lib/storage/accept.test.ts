import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { acceptFile, mostBytes } from "./accept";
import { mostInLine } from "./heic";

const kitchen = () => sharp({ create: { width: 96, height: 64, channels: 3, background: "#14463c" } });
const whereItWasTaken = {
  IFD0: { Make: "Latchkey Phone" },
  IFD3: {
    GPSLatitudeRef: "S",
    GPSLatitude: "32/1 55/1 40/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "151/1 46/1 10/1",
  },
};
const jpeg = () => kitchen().withExif(whereItWasTaken).jpeg().toBuffer();
const heic = () => readFile(new URL("./test-files/iphone-photo.heic", import.meta.url));
const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n",
);

function accept(content: Buffer | string, name: string, type = "") {
  return acceptFile(
    new File([typeof content === "string" ? content : new Uint8Array(content)], name, { type }),
  );
}

async function accepted(content: Buffer, name: string, type = "") {
  const outcome = await accept(content, name, type);
  if (!outcome.ok) throw new Error(`refused as ${outcome.reason}`);
  return outcome.value;
}

async function pixel(picture: Buffer, left: number, top: number) {
  const [r = 0, g = 0, b = 0] = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return { r, g, b };
}

const reasonOf = async (content: Buffer | string, name: string, type = "") => {
  const outcome = await accept(content, name, type);
  return outcome.ok ? "accepted" : outcome.reason;
};

test("a photo is kept without the place where it was taken", async () => {
  const sent = await jpeg();
  expect((await sharp(sent).metadata()).exif?.includes("Latchkey Phone")).toBe(true);
  const kept = await accepted(sent, "kitchen.jpg", "image/jpeg");
  const { exif, xmp, iptc, icc, format } = await sharp(kept.content).metadata();
  expect({ exif, xmp, iptc, icc, format }).toEqual({ format: "jpeg" });
  expect(kept.content.includes("Latchkey Phone")).toBe(false);
});

test("a photo that was taken sideways is kept upright", async () => {
  const red = { create: { width: 48, height: 64, channels: 3, background: "red" } } as const;
  const sideways = await kitchen()
    .composite([{ input: red, left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const kept = await accepted(sideways, "hall.jpg");
  expect(kept).toMatchObject({ width: 64, height: 96 });
  const [top, bottom] = [await pixel(kept.content, 32, 20), await pixel(kept.content, 32, 80)];
  expect([top.r > 200, bottom.r < 60]).toEqual([true, true]);
});

test("the colours of a wide-gamut photo are the same in sRGB", async () => {
  const vivid = { create: { width: 20, height: 20, channels: 3, background: "#00c800" } } as const;
  const wide = await sharp(vivid).withIccProfile("p3").png().toBuffer();
  const asStored = await sharp(wide, { ignoreIcc: true }).raw().toBuffer();
  expect(asStored[0]).toBeGreaterThan(50);
  const kept = await accepted(wide, "wide.png");
  expect((await sharp(kept.content).metadata()).icc).toBeUndefined();
  const { r, g, b } = await pixel(kept.content, 10, 10);
  expect([r <= 4, Math.abs(g - 200) <= 2, b <= 4]).toEqual([true, true, true]);
});

test("an iPhone’s HEIC becomes a JPEG with the same pixels and without its place", async () => {
  const sent = await heic();
  expect((await sharp(sent).metadata()).exif).toBeDefined();
  const kept = await accepted(sent, "IMG_0412.HEIC", "image/heic");
  expect(kept).toMatchObject({ name: "IMG_0412.jpg", contentType: "image/jpeg", width: 96, height: 64 });
  const [corner, middle] = [await pixel(kept.content, 10, 10), await pixel(kept.content, 60, 40)];
  expect([corner.r > 200, middle.r < 60]).toEqual([true, true]);
  expect((await sharp(kept.content).metadata()).exif).toBeUndefined();
});

test("HEIC photos that come at once are all decoded", async () => {
  const sent = await heic();
  const names = ["1.heic", "2.heic", "3.heif"];
  const kept = await Promise.all(names.map((name) => accepted(sent, name, "image/heif")));
  expect(kept.map(({ name }) => name)).toEqual(["1.jpg", "2.jpg", "3.jpg"]);
});

test("HEIC photos beyond the line that may wait are refused as busy, and taken once it is shorter", async () => {
  const sent = await heic();
  const crowd = Array.from({ length: mostInLine + 3 }, () => reasonOf(sent, "photo.heic"));
  const reasons = await Promise.all(crowd);
  expect(reasons.filter((reason) => reason === "accepted")).toHaveLength(mostInLine);
  expect(reasons.filter((reason) => reason === "busy")).toHaveLength(3);
  expect(await reasonOf(sent, "photo.heic")).toBe("accepted");
});

test("PNG stays PNG and WebP stays WebP", async () => {
  const png = await accepted(await kitchen().png().toBuffer(), "plan.png", "image/png");
  const webp = await accepted(await kitchen().webp().toBuffer(), "plan.webp", "image/webp");
  expect([png.contentType, (await sharp(png.content).metadata()).format]).toEqual(["image/png", "png"]);
  expect([webp.contentType, (await sharp(webp.content).metadata()).format]).toEqual(["image/webp", "webp"]);
});

test("a large photo is kept with its longer side at 3000 pixels", async () => {
  const large = sharp({ create: { width: 4000, height: 1000, channels: 3, background: "grey" } });
  expect(await accepted(await large.jpeg().toBuffer(), "wall.jpg")).toMatchObject({
    width: 3000,
    height: 750,
  });
});

test("a PDF is kept byte for byte", async () => {
  const kept = await accepted(pdf, "Invoice 2214.pdf", "application/pdf");
  expect(kept.content.equals(pdf)).toBe(true);
  expect(kept).toMatchObject({ name: "Invoice 2214.pdf", contentType: "application/pdf" });
});

test("a browser that does not know the type, and a name without an extension, contradict nothing", async () => {
  expect((await accepted(pdf, "invoice no. 42", "application/octet-stream")).name).toBe("invoice no. 42.pdf");
  expect((await accepted(await jpeg(), "photo.JPEG")).name).toBe("photo.jpg");
});

test("a name that is a path is kept as its last part alone", async () => {
  expect((await accepted(pdf, "../../etc/cron.d/invoice.pdf")).name).toBe("invoice.pdf");
});

const exe = Buffer.concat([Buffer.from("MZ\x90\x00\x03"), Buffer.alloc(400)]);
const zip = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);
const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>';
const html = "<!doctype html><script>alert(1)</script>";
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");

test.each([
  ["an SVG", svg, "logo.svg", "image/svg+xml"],
  ["an SVG that is called a PNG", svg, "logo.png", "image/png"],
  ["a page that is called a photo", html, "photo.jpg", "image/jpeg"],
  ["a program", exe, "invoice.exe", "application/x-msdownload"],
  ["a program that is called a PDF", exe, "invoice.pdf", "application/pdf"],
  ["a ZIP", zip, "invoice.zip", "application/zip"],
  ["a ZIP that is called a PDF", zip, "invoice.pdf", "application/pdf"],
  ["a GIF", gif, "photo.gif", "image/gif"],
  ["a GIF that is called a JPEG", gif, "photo.jpg", "image/jpeg"],
  ["the scanners’ test virus", eicar, "invoice.pdf", "application/pdf"],
  ["a PDF whose head is not at its first byte", Buffer.concat([exe, pdf]), "invoice.pdf", "application/pdf"],
  ["a PDF that is a page before it is a PDF", `${html}${pdf}`, "invoice.pdf", "application/pdf"],
  ["a PDF that is a ZIP at its end", Buffer.concat([pdf, zip]), "invoice.pdf", "application/pdf"],
  ["a PDF that is called a page", pdf, "invoice.html", ""],
  ["a PDF that says it is a page", pdf, "invoice.pdf", "text/html"],
  ["plain text", "total: $418.00", "invoice.txt", "text/plain"],
])("%s is refused as a kind that can’t be taken", async (_, content, name, type) => {
  expect(await reasonOf(content, name, type)).toBe("unsupported-file");
});

test("a photo that is called a PDF, or says that it is one, is refused", async () => {
  expect(await reasonOf(await jpeg(), "invoice.pdf", "image/jpeg")).toBe("unsupported-file");
  expect(await reasonOf(await jpeg(), "photo.jpg", "application/pdf")).toBe("unsupported-file");
  expect(await reasonOf(await heic(), "photo.jpg", "image/jpeg")).toBe("unsupported-file");
});

test("what is hidden behind the pixels of a photo is gone when it is kept", async () => {
  const kept = await accepted(Buffer.concat([await jpeg(), Buffer.from(html), zip]), "photo.jpg");
  expect(kept.content.includes("<script>") || kept.content.includes("PK\x05\x06")).toBe(false);
});

test("a photo or a PDF that breaks off is refused as broken", async () => {
  const photo = await sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      noise: { type: "gaussian", mean: 128, sigma: 40 },
      background: "",
    },
  })
    .jpeg()
    .toBuffer();
  const half = (whole: Buffer) => whole.subarray(0, Math.floor(whole.length / 2));
  expect(await reasonOf(half(photo), "photo.jpg")).toBe("broken-file");
  expect(await reasonOf(half(pdf), "invoice.pdf")).toBe("broken-file");
  expect(await reasonOf(half(await heic()), "photo.heic")).toBe("broken-file");
});

test("a picture that promises 3600 megapixels is refused before it is decoded", async () => {
  const header = Buffer.from("0000000d494844520000ea600000ea6008020000000fb0e215", "hex");
  const small = await kitchen().png().toBuffer();
  const bomb = Buffer.concat([small.subarray(0, 8), header, small.subarray(8 + header.length)]);
  expect(await reasonOf(bomb, "plan.png", "image/png")).toBe("too-large");
});

test("an iPhone’s photo that promises 3600 megapixels is refused before it is decoded", async () => {
  const bomb = await heic();
  const size = bomb.indexOf("ispe") + 8;
  bomb.writeUInt32BE(60_000, size);
  bomb.writeUInt32BE(60_000, size + 4);
  expect(await reasonOf(bomb, "photo.heic", "image/heic")).toBe("too-large");
});

test("an empty file is refused, and so is one of more than 15 MB", async () => {
  expect(await reasonOf("", "invoice.pdf", "application/pdf")).toBe("invalid");
  const padded = (size: number) => Buffer.concat([pdf, Buffer.alloc(size - 2 * pdf.length, " "), pdf]);
  expect(await reasonOf(padded(mostBytes), "invoice.pdf")).toBe("accepted");
  expect(await reasonOf(padded(mostBytes + 1), "invoice.pdf")).toBe("too-large");
});
