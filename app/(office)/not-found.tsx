import { NothingThere } from "@/components/office/nothing-there";

export default function NothingInOffice() {
  return <NothingThere />;
}
