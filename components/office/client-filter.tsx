"use client";
// A client component because it hands the search its address.

import type { Choices } from "@/lib/work-orders/views";
import { hrefs } from "./hrefs";
import { SearchedSelect } from "./searched-select";

type Props = { id: string; name: string; choices: Choices; chosen: string | undefined };

/** Narrows a list to one client. */
export function ClientFilter({ chosen = "", ...field }: Props) {
  return (
    <SearchedSelect
      {...field}
      label="Client"
      chosen={chosen}
      hrefOf={hrefs.findClients}
      before={<option value="">Anyone</option>}
    />
  );
}
