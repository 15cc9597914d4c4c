import { nothingHere } from "@/app/portal/document-door";

/** Each kind of document has a page of its own: an address that leads here, however it is written, names none. */
export default async function NoDocument() {
  return nothingHere();
}
