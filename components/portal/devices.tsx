import { Button } from "@/components/ui/button";
import { DeviceIcon } from "@/components/ui/device-icon";
import { Notice } from "@/components/ui/notice";

export type Device = {
  id: string;
  /** “Chrome on Android” */
  device: string;
  /** “Now”, “Today, 7:52 AM” */
  lastSeen: string;
  current: boolean;
};

type Props = {
  shop: string;
  devices: Device[];
  /** Signs one out by the `id` that is posted; without one, all but this one. */
  action: string;
  /** Why a device could not be signed out. */
  problem?: string | undefined;
};

/** Where this person is signed in, and how to end it. */
export function Devices({ shop, devices, action, problem }: Props) {
  const others = devices.some(({ current }) => !current);
  return (
    <div className="max-w-160">
      <h1 className="text-30 font-650 sm:text-34">Devices</h1>
      <p className="mt-1 text-17 text-ink-2">
        Where you’re signed in to {shop}. Signing a device out takes effect on its next tap.
      </p>
      {problem && (
        <div className="mt-6">
          <Notice tone="problem" phone>
            {problem}
          </Notice>
        </div>
      )}
      <ul className="mt-6 divide-y divide-line border-y border-line">
        {devices.map((device) => (
          <DeviceRow key={device.id} {...device} action={action} />
        ))}
      </ul>
      {others && (
        <form method="post" action={action} className="mt-6">
          <Button kind="danger" size="phone" className="w-full sm:w-auto">
            Sign out all other devices
          </Button>
        </form>
      )}
    </div>
  );
}

function DeviceRow({ id, device, lastSeen, current, action }: Device & Pick<Props, "action">) {
  // Within a sentence a day is no longer its first word.
  const seen = lastSeen.replace(/^(?:Today|Yesterday)/, (word) => word.toLowerCase());
  return (
    <li className="flex min-h-19 items-center gap-4 py-3.5">
      <DeviceIcon device={device} size={22} strokeWidth={1.75} className="shrink-0 text-ink-2" />
      <p className="min-w-0 grow">
        <span className="block text-17 font-550">{device}</span>
        <span className="block text-15 text-ink-2">{current ? "This browser" : `Last seen ${seen}`}</span>
      </p>
      {!current && (
        <form method="post" action={action}>
          <input type="hidden" name="id" value={id} />
          <Button size="desk-tall" className="min-h-11" aria-label={`Sign out ${device}, last seen ${seen}`}>
            Sign out
          </Button>
        </form>
      )}
    </li>
  );
}
