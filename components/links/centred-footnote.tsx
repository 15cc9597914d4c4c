import { LatchkeyFootnote } from "@/components/ui/footnote";

/** Below the last thing that can be done on a shop’s page. */
export const CentredFootnote = () => (
  <div className="mt-1 flex justify-center">
    <LatchkeyFootnote />
  </div>
);
