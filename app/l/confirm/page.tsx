import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ShopColour } from "@/app/shop-colour";
import { arrivalWords } from "@/components/links/arrival-words";
import { Confirm, ConfirmSwitch } from "@/components/links/confirm";
import { maskAddress } from "@/components/links/masked-address";
import { TenantPicker } from "@/components/links/tenant-picker";
import { linkToConfirm, shopOf } from "@/lib/auth/arrive";
import { clock, dayAndClock, dayIn } from "@/lib/dates";
import { policy } from "@/lib/links/policy";
import { firstName } from "@/lib/work-orders/order-view";

/** The clock of today; of another day that day as well. */
function untilWords(at: Date, { timeZone, locale }: { timeZone: string; locale: string }): string {
  const isToday = dayIn(at, timeZone) === dayIn(new Date(), timeZone);
  return (isToday ? clock : dayAndClock)(at, timeZone, locale);
}

const action = "/l/confirm/continue";
const homes = { staff: "/inbox", client: "/portal" } as const;

/** What a link opens and for whom. A machine that comes without the cookie finds a page that names nobody. */
export default async function ConfirmLink() {
  const found = await linkToConfirm((await headers()).get("user-agent"));
  if (!found) redirect("/client-login?link=unknown");
  const { link, session, shop, choices, sends, over } = found;
  if (over) redirect(over);
  const here = session && {
    firstName: firstName(session.name),
    href: homes[session.kind],
    shop: (await shopOf(session.tenantId))?.name ?? "",
  };
  const other = firstName(link.holderName);
  if (choices.length > 1) {
    const isTheirs = session?.kind === "client" && session.address === link.address;
    return (
      <TenantPicker
        firstName={other}
        shops={choices.map(({ tenantId, name, logo, waits }) => ({ id: tenantId, name, logo, note: waits }))}
        by={link.address.includes("@") ? "email" : "number"}
        action={action}
        sends={sends}
        {...(here && !isTheirs && { here })}
      />
    );
  }
  const gate = {
    shop,
    action,
    sends,
    maskedAddress: maskAddress(link.address),
    expires: `It works once, until ${untilWords(link.expiresAt, shop)}.`,
  };
  return (
    <>
      <ShopColour hex={shop.brandColour} />
      {here ? (
        <ConfirmSwitch
          {...gate}
          here={here}
          other={{ firstName: other }}
          samePerson={here.firstName === other}
        />
      ) : (
        <Confirm
          {...gate}
          words={arrivalWords(link.purpose, shop.name, link.document?.title)}
          firstName={other}
          notMeHref={policy[link.purpose].holder === "member" ? "/sign-in" : "/client-login"}
        />
      )}
    </>
  );
}
