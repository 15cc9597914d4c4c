import { NothingOpen } from "@/components/office/empty";
import { staffPage } from "@/lib/auth/gates";
import { countInbox } from "@/lib/work-orders/inbox";
import { type InboxQuery, InboxScreen } from "./inbox-screen";

export default async function Inbox({ searchParams }: { searchParams: Promise<InboxQuery> }) {
  const scope = await staffPage();
  return (
    <InboxScreen scope={scope} query={await searchParams} open={false}>
      <NothingOpen counts={await countInbox(scope)} />
    </InboxScreen>
  );
}
