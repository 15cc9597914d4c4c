import type { ReactNode } from "react";
import { RouteButton } from "@/components/ui/route-button";

/** The end of a form: its buttons, and the way back without saving. */
export function FormFoot({ backHref, children }: { backHref: string; children: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center gap-2 border-t border-line pt-5">
      {children}
      <RouteButton href={backHref} kind="quiet" size="desk-tall">
        Cancel
      </RouteButton>
    </footer>
  );
}
