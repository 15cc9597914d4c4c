import { type LucideProps, Monitor, Smartphone } from "lucide-react";

type Props = LucideProps & {
  /** “Safari on iOS” */
  device: string;
};

/** A phone or a computer, by the family of the browser: for the eyes alone, since its name stands beside it. */
export function DeviceIcon({ device, ...looks }: Props) {
  const Icon = /iOS|Android/.test(device) ? Smartphone : Monitor;
  return <Icon aria-hidden {...looks} />;
}
