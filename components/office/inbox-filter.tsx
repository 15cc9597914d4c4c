import { ListFilter } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Choices } from "@/lib/work-orders/views";
import { ContractorFilter } from "./contractor-filter";
import { hrefs } from "./hrefs";
import { Menu } from "./menu";

export type InboxChoices = {
  contractors: Choices;
  trades: string[];
  chosen: { contractor?: string | undefined; trade?: string | undefined; mine?: boolean | undefined };
};

/** Narrows the inbox: a plain form whose answer is an address. */
export function InboxFilter({ contractors, trades, chosen }: InboxChoices) {
  const narrowed = Boolean(chosen.contractor || chosen.trade || chosen.mine);
  return (
    <Menu
      label={narrowed ? "Filter the inbox, on" : "Filter the inbox"}
      icon={<ListFilter aria-hidden size={18} />}
      marked={narrowed}
    >
      <form action={hrefs.inbox} className="grid w-64 gap-4 p-3">
        <ContractorFilter
          id="filter-contractor"
          name="contractor"
          choices={contractors}
          chosen={chosen.contractor}
        />
        <SelectField id="filter-trade" label="Trade" name="trade" defaultValue={chosen.trade ?? ""}>
          <option value="">Any trade</option>
          {trades.map((trade) => (
            <option key={trade}>{trade}</option>
          ))}
        </SelectField>
        <label className="flex min-h-8 items-center gap-2.5 text-14 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            name="mine"
            value="1"
            defaultChecked={chosen.mine ?? false}
            className="size-4 accent-accent"
          />
          Only orders I look after
        </label>
        <div className="flex items-center gap-2">
          <Button kind="primary">Show</Button>
          {narrowed && (
            <Link href={hrefs.inbox} className="text-link px-2 text-14">
              Show all
            </Link>
          )}
        </div>
      </form>
    </Menu>
  );
}
