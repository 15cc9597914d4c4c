import { MainLink } from "@/components/links/main-button";
import { ProblemPage } from "@/components/links/problem-page";

export default function NotFound() {
  return (
    <ProblemPage
      heading="There is nothing at this address"
      sentence="It may have been mistyped, or what was here has closed. If a message brought you, open the link in it again. If that doesn’t help, call whoever sent it."
      action={<MainLink href="/sign-in">Go to the sign-in page</MainLink>}
    />
  );
}
