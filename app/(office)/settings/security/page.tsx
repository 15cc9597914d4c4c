import { z } from "zod";
import { SecurityScreen } from "@/app/(office)/settings/security/security-screen";
import { staffPage } from "@/lib/auth/gates";

const sessionsAsked = z.object({
  sessions: z.literal("all").optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Security({ searchParams }: Props) {
  const scope = await staffPage();
  const { sessions, after } = sessionsAsked.parse(await searchParams);
  return <SecurityScreen scope={scope} all={sessions === "all"} after={sessions && after} />;
}
