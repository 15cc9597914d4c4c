import { Phone, RotateCw } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";

type Props = {
  shop: { name: string; phone: { number: string; words: string } | null };
  /** This same page, to be asked for once more. */
  againHref: string;
};

/** What could not be read: that it is not their fault, another try, and whom to call. */
export function PortalProblem({ shop: { name, phone }, againHref }: Props) {
  return (
    <div className="max-w-130" role="alert">
      <h1 className="text-30 font-650 text-balance">We couldn’t show this just now</h1>
      <p className="mt-2 text-17 text-ink-2">
        Something went wrong on our side, and nothing of yours is lost. Try again in a moment. If it happens
        again, call {name}
        {phone && ` on ${phone.words}`}.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={againHref} kind="brand" size="phone" icon={<RotateCw aria-hidden size={18} />}>
          Try again
        </ButtonLink>
        {phone && (
          <ButtonLink href={`tel:${phone.number}`} size="phone" icon={<Phone aria-hidden size={18} />}>
            Call {name}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
