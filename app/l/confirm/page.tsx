import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Confirm, ConfirmSwitch } from "@/components/links/confirm";
import { signInWords } from "@/components/links/link-words";
import { maskAddress } from "@/components/links/masked-address";
import { linkToConfirm } from "@/lib/auth/arrive";
import { clock } from "@/lib/dates";
import { shopColourCss } from "@/lib/shop-colour";
import { firstName } from "@/lib/work-orders/order-view";

/** What a link opens and for whom. A machine that comes without the cookie finds a page that names nobody. */
export default async function ConfirmLink() {
  const head = await headers();
  const found = await linkToConfirm(head.get("user-agent"));
  if (!found) redirect("/sign-in?link=unknown");
  const { link, session, shop } = found;
  const gate = {
    shop,
    maskedAddress: maskAddress(link.address),
    expires: `It works once, until ${clock(link.expiresAt, shop.timeZone)}.`,
    action: "/l/confirm/continue",
  };
  const other = firstName(link.holderName);
  return (
    <>
      <style nonce={head.get("x-nonce") ?? ""}>{shopColourCss(shop.brandColour)}</style>
      {session ? (
        <ConfirmSwitch
          {...gate}
          here={{ firstName: firstName(session.name), href: "/inbox" }}
          other={{ firstName: other }}
        />
      ) : (
        <Confirm {...gate} words={signInWords.staff(shop.name)} firstName={other} notMeHref="/sign-in" />
      )}
    </>
  );
}
