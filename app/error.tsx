"use client";

import { BrokenPage } from "@/components/links/broken-page";

export default function BrokenSegment(props: { error: unknown; retry: () => void }) {
  return <BrokenPage {...props} />;
}
