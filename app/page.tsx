import { redirect } from "next/navigation";

/** There is nothing to see at the door itself: the office goes in, everyone else comes by a link. */
export default function Door() {
  redirect("/inbox");
}
