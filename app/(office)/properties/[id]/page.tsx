import { notFound } from "next/navigation";
import { save } from "@/app/(office)/properties/actions";
import { Page } from "@/components/office/page";
import { PropertyForm } from "@/components/office/property-form";
import { staffPage } from "@/lib/auth/gates";
import { phoneWords } from "@/lib/people/address";
import { readProperty } from "@/lib/people/properties";

export default async function Property({ params }: { params: Promise<{ id: string }> }) {
  const found = await readProperty(await staffPage(), (await params).id);
  if (!found.ok) notFound();
  const { occupantName, occupantPhone, ...property } = found.value;
  const kept = {
    ...property,
    occupantName: occupantName ?? "",
    occupantPhone: phoneWords(occupantPhone) ?? "",
  };
  return (
    <Page heading={property.street} narrow>
      <PropertyForm action={save} property={kept} zone={property.timeZone} />
    </Page>
  );
}
