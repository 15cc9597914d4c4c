import { Check, Link2, Mail, MessageSquare, X } from "lucide-react";

type Mark = { is: "done" | "wrong" | "quiet"; words: string };

export type LinkTrailRow = {
  id: string;
  /** What it is for: “Scope review”. */
  name: string;
  channel: "email" | "sms" | "copy";
  address: string;
  marks: Record<Step, Mark>;
};

const columns = {
  issued: "Issued",
  sent: "Sent",
  delivered: "Delivered",
  opened: "Opened",
  used: "Used",
} as const;
type Step = keyof typeof columns;

type Props = {
  rows: LinkTrailRow[];
  /** What the first column tells: what each link is for, or whose it is. */
  first?: string;
  /** How far a link comes, from left to right. */
  steps?: readonly Step[];
  empty?: string;
};
const icons = { sms: MessageSquare, email: Mail, copy: Link2 };
const ways = { sms: "By SMS to", email: "By email to", copy: "Passed on to" };

/** The life of each link of a client, newest first: from left to right, one sees where it stopped. */
export function LinkTrail({
  rows,
  first = "Link",
  steps = ["issued", "sent", "delivered", "used"],
  empty = "No link was sent to them in the last 90 days.",
}: Props) {
  if (rows.length === 0) return <p className="py-4 text-14 text-ink-3">{empty}</p>;
  return (
    <table aria-label="Links" className="w-full border-collapse text-left text-14 max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          {[first, "Sent to", ...steps.map((step) => columns[step])].map((column) => (
            <th
              key={column}
              scope="col"
              className="border-b border-line pr-3 pb-1.5 text-13 font-500 text-ink-3"
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <LinkRow key={row.id} row={row} steps={steps} />
        ))}
      </tbody>
    </table>
  );
}

function LinkRow({ row, steps }: { row: LinkTrailRow; steps: readonly Step[] }) {
  const { name, channel, address, marks } = row;
  const Icon = icons[channel];
  return (
    <tr className="border-b border-line last:border-0 max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-1.5 max-md:py-3">
      <td className={`${cell} font-500 max-md:col-span-2`}>{name}</td>
      <td className={`${cell} max-md:col-span-2`}>
        <span className="flex items-center gap-2">
          <Icon aria-hidden size={15} className="shrink-0 text-ink-2" />
          <span className="sr-only">{ways[channel]}</span>
          <span className="wrap-anywhere">{address}</span>
        </span>
      </td>
      {steps.map((step) => (
        <td key={step} className={cell}>
          <span className="block text-12 text-ink-3 md:hidden">{columns[step]}</span>
          <MarkWords mark={marks[step]} />
        </td>
      ))}
    </tr>
  );
}

const cell = "p-0 align-middle md:h-10.75 md:pr-3";

function MarkWords({ mark: { is, words } }: { mark: Mark }) {
  if (is === "quiet") return <span className="text-13 text-ink-3">{words}</span>;
  const wrong = is === "wrong";
  const Icon = wrong ? X : Check;
  return (
    <span className={`flex items-center gap-1.5 text-13 ${wrong ? "font-500 text-danger" : ""}`}>
      <Icon aria-hidden size={15} strokeWidth={2} className={`shrink-0 ${wrong ? "" : "text-completed"}`} />
      <span className={wrong ? "" : "font-mono"}>{words}</span>
    </span>
  );
}
