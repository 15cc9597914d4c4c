import type { Metadata } from "next";
import { VerifyPage } from "@/components/portal/verify-page";
import { readCookie } from "@/lib/auth/cookies";
import { verdictOf } from "@/lib/contracts/verify";

export const metadata: Metadata = { title: "Check a signed PDF" };

const problems: Record<string, string> = {
  file: "That is no PDF of at most 10 MB. Choose the file that you were sent.",
  cookie: "Your browser didn’t keep the answer. Allow cookies for this page, and check the file again.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Verify({ searchParams }: Props) {
  const { checked, problem } = await searchParams;
  const told = checked === "yes" ? await readCookie("pdf") : undefined;
  const missing = checked === "yes" && !told ? "cookie" : undefined;
  return (
    <VerifyPage
      checked={told ? await verdictOf(told) : null}
      problem={problems[missing ?? String(problem ?? "")] ?? null}
    />
  );
}
