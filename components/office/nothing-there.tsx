import { RouteButton } from "@/components/ui/route-button";
import { hrefs } from "./hrefs";
import { Page } from "./page";

/** An address of the office that leads to nothing: mistyped, gone, or another business's. It does not say which. */
export function NothingThere() {
  return (
    <Page heading="There is nothing at this address" narrow>
      <p className="text-15 text-ink-2">
        It may have been mistyped, or what was here has gone. Look for it in the inbox or among all work
        orders.
      </p>
      <p className="mt-5 flex flex-wrap gap-3">
        <RouteButton href={hrefs.inbox} kind="primary">
          Go to the inbox
        </RouteButton>
        <RouteButton href={hrefs.orders}>All work orders</RouteButton>
      </p>
    </Page>
  );
}
