import type { messages } from "@/db/schema/delivery";
import type { linkClasses } from "@/db/schema/links";
import type { Shop, Written } from "./messages/facts";

export type Message = typeof messages.$inferSelect;

/** What delivery alone knows: the address that the button opens, the code, until when they work, and how often. */
export type Minted = {
  url: string;
  code: string | null;
  expiresAt: Date;
  class: (typeof linkClasses)[number];
};

/** Makes the words of one kind of message, for the channel that it takes. */
export type Writer = (
  message: Message,
  minted: Minted,
) => { sms: () => string; email: () => Promise<Written> };

/** A fact of a message as text; nothing for what it does not have. */
export const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

/** The business that a message is from. */
export const shopIn = ({ detail }: Message): Shop => ({
  name: text(detail.agency),
  logo: text(detail.logo) as Shop["logo"],
  brandColour: text(detail.brandColour),
  phone: text(detail.agencyPhone) || null,
});

/** Where the times of a message are told, and in whose words. */
export const placeIn = ({ detail }: Message) =>
  ({ zone: text(detail.zone) || "UTC", locale: text(detail.locale) }) as const;
