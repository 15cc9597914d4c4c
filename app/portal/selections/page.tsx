import { KindList, type PageProps } from "@/app/portal/kind-list";
import { clientPage } from "@/lib/auth/client-gates";

export default async function SelectionSheets(props: PageProps) {
  return (
    <KindList
      {...props}
      scope={await clientPage()}
      part="selections"
      heading="Selections"
      about={(shop) => `What ${shop} asks you to choose.`}
      kinds={["selections"]}
    />
  );
}
