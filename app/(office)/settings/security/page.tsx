import { SecurityScreen } from "@/app/(office)/settings/security/security-screen";
import { staffPage } from "@/lib/auth/gates";

type Props = { searchParams: Promise<{ sessions?: string | string[] }> };

export default async function Security({ searchParams }: Props) {
  const scope = await staffPage();
  return <SecurityScreen scope={scope} all={(await searchParams).sessions === "all"} />;
}
