import { expect, test } from "vitest";
import { cleanName, contentDisposition } from "./file-name";

test.each([
  ["../../../etc/passwd", "passwd.pdf"],
  ["..\\..\\windows\\win.ini.pdf", "win.ini.pdf"],
  ["C:\\fakepath\\Invoice 2214.pdf", "Invoice 2214.pdf"],
  ["/absolute/invoice.pdf", "invoice.pdf"],
  ["invoice.pdf/", "file.pdf"],
  ["..", "file.pdf"],
  [".htaccess", "htaccess.pdf"],
  ["", "file.pdf"],
  ["..%2f..%2finvoice.pdf", "%2f..%2finvoice.pdf"],
  ["in\u0000voi\u001bce\r\n.pdf", "invoice.pdf"],
  ["invoice\u202efdp.exe.pdf", "invoicefdp.exe.pdf"],
  ["in\u200bvo\u2066ice\ufeff.pdf", "invoice.pdf"],
  ["half a pair \ud83d.pdf", "half a pair.pdf"],
  ["Rechnung für Müller’s 漢字 🔧.pdf", "Rechnung für Müller’s 漢字 🔧.pdf"],
  ["invoice.PDF", "invoice.pdf"],
  ["invoice", "invoice.pdf"],
])("the name %j is kept as %j", (sent, kept) => {
  expect(cleanName(sent, "pdf")).toBe(kept);
});

test("a long name is cut to 120 characters with its extension, and never inside a character", () => {
  const kept = cleanName(`${"🔧".repeat(300)}.pdf`, "pdf");
  expect(Array.from(kept)).toHaveLength(120);
  expect([kept.isWellFormed(), kept.endsWith("🔧.pdf")]).toEqual([true, true]);
});

test("a name goes into a header as it is for those who read UTF-8, and as plain ASCII for the others", () => {
  expect(contentDisposition("attachment", 'Müller’s "50%" (1).pdf')).toBe(
    `attachment; filename="M_ller_s _50__ (1).pdf"; filename*=UTF-8''M%C3%BCller%E2%80%99s%20%2250%25%22%20%281%29.pdf`,
  );
});

test("no name can end a header and begin another", () => {
  const header = contentDisposition("inline", "a\r\nset-cookie: b=c\u0000;.jpg");
  expect(header).not.toMatch(/[\r\n\0]/);
  expect(() => new Headers({ "content-disposition": header })).not.toThrow();
});
