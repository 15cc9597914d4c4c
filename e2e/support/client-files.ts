import { expect } from "vitest";
import { importClients, keepImport, readImport } from "@/lib/people/client-import";
import { database, readwell, sam } from "./at-readwell";

/** The rows of a file as a spreadsheet writes them. */
export const csv = (...lines: string[]) => lines.join("\r\n");

export const heads = "Name,E-mail,Mobile,Partner,Partner’s e-mail,Partner phone";

/** What Sam is shown of a file before anything is done. */
export const preview = async (text: string) => {
  expect(await keepImport(sam, { text })).toMatchObject({ ok: true });
  const kept = await readImport(sam);
  if (!kept) throw new Error("The file was not kept.");
  return kept;
};

/** The same file, looked over and imported. */
export const bring = async (text: string) => importClients(sam, await preview(text));

/** Readwell's clients as they are now, by name. */
export const everyone = () => database.owner<
  { name: string; email: string; phone: string; partner: string; portal: boolean }[]
>`
  select name, email, phone, partner_name as partner, portal_access as portal from contacts
  where tenant_id = ${readwell.tenantId} and kind = 'client' order by name`;
