import { ChevronRight } from "lucide-react";
import { ShopLogo } from "@/components/ui/logo";
import { Notice } from "@/components/ui/notice";
import { HiddenFields } from "./hidden-fields";
import { PublicPage } from "./public-page";

export type PickedShop = {
  /** What is posted as `shop`. */
  id: string;
  name: string;
  logo: string;
  /** What waits there: “One invoice due, $399.44”. */
  note?: string | null;
};

type Props = {
  firstName: string;
  shops: PickedShop[];
  /** By what they know this person. */
  by: "email" | "number";
  /** Where the choice is posted, and what else goes with it. */
  action: string;
  sends: Record<string, string>;
  /** Who is signed in here already, where that is somebody else. */
  here?: { firstName: string };
};

/** Several shops know this person: which one to enter. A session is of one shop alone. */
export function TenantPicker({ firstName, shops, by, action, sends, here }: Props) {
  const other = shops.length > 2 ? "another one" : "the other one";
  return (
    <PublicPage
      place="top"
      foot={<p>Each shop is kept separate. To visit {other} later, we’ll send you a new link.</p>}
    >
      <h1 className="text-34 font-650 text-balance">Where to, {firstName}?</h1>
      <p className="mt-2.5 text-17 text-ink-2">
        {inWords(shops.length)} shops know you at this {by}. Pick one to enter.
      </p>
      {here && (
        <div className="mt-6">
          <Notice phone>
            You are {here.firstName} here. If you enter a shop, {here.firstName} is signed out in this
            browser.
          </Notice>
        </div>
      )}
      <ul className="mt-6 divide-y divide-line border-y border-line">
        {shops.map((shop) => (
          <li key={shop.id}>
            <form method="post" action={action}>
              <HiddenFields fields={{ ...sends, shop: shop.id }} />
              <ShopButton shop={shop} />
            </form>
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}

function ShopButton({ shop }: { shop: PickedShop }) {
  return (
    <button type="submit" className="flex min-h-24 w-full items-center gap-4 py-4 text-left">
      <ShopLogo logo={shop.logo} size={52} />
      <span className="min-w-0 grow">
        <span className="block text-18 font-600">{shop.name}</span>
        {shop.note && <span className="block text-15 text-ink-2">{shop.note}</span>}
      </span>
      <ChevronRight aria-hidden size={24} strokeWidth={1.75} className="shrink-0 text-ink-3" />
    </button>
  );
}

const words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
const inWords = (count: number) => words[count] ?? String(count);
