import { useState } from "react";
import { type Channel, type ContractorChoice, wayTo } from "@/lib/work-orders/views";

/** Where a channel reaches a contractor, as people write it; null when there is no such address. */
export function addressOf(choice: ContractorChoice | undefined, channel: Channel): string | null {
  return (channel === "sms" ? choice?.phoneWords : choice?.email) ?? null;
}

/** What is chosen in the dialog so far. Another contractor begins with the channel that they prefer. */
export function useDispatch(
  choices: ContractorChoice[],
  begin: { contractorId: string | null; ceiling: string },
) {
  const first =
    choices.find(({ id }) => id === begin.contractorId) ?? choices.find(({ declinedThis }) => !declinedThis);
  const [contractor, setContractor] = useState(first);
  const [channel, setChannel] = useState<Channel>(preferred(first));
  const [ceiling, setCeiling] = useState(begin.ceiling);
  const choose = (choice: ContractorChoice) => {
    setContractor(choice);
    setChannel(preferred(choice));
  };
  return {
    contractor,
    choose,
    channel,
    setChannel,
    ceiling,
    setCeiling,
    address: addressOf(contractor, channel),
  };
}

export type Choosing = ReturnType<typeof useDispatch>;

function preferred(choice: ContractorChoice | undefined): Channel {
  return choice ? wayTo(choice) : "sms";
}

/** The contractors to show at once: the first few of the trade, and whoever declined; the rest stand behind a search. */
export function shortlist(choices: ContractorChoice[], trade: string | null, chosen: string | undefined) {
  const willing = choices.filter(({ declinedThis }) => !declinedThis);
  const ofTrade = willing.filter((choice) => trade !== null && choice.trade === trade);
  const first = new Set((ofTrade.length > 0 ? ofTrade : willing).slice(0, 3).map(({ id }) => id));
  const near = choices.filter(({ id, declinedThis }) => first.has(id) || declinedThis || id === chosen);
  return { near, others: choices.filter((choice) => !near.includes(choice)) };
}
