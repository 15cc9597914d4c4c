import type { SignatureView, SigneeView } from "@/lib/contracts/views";

/** A signature: a name as it was typed, or the strokes as they were drawn. Both count the same. */
export function SignatureMark({ signature, name }: { signature: SignatureView; name: string }) {
  if (signature.kind === "typed") {
    return (
      <span
        className={`min-w-0 pr-1 leading-tight font-400 wrap-anywhere text-signature italic ${sizeOf(signature.name)}`}
      >
        <span className="sr-only">Signature: </span>
        {signature.name}
      </span>
    );
  }
  return (
    <svg
      viewBox="0 0 600 200"
      role="img"
      aria-label={`Drawn signature of ${name}`}
      className="h-15 text-signature"
    >
      <path d={signature.path} {...stroke} />
    </svg>
  );
}

/** A long name takes two lines, or three, of smaller letters. */
function sizeOf({ length }: string): string {
  if (length <= 22) return "text-26";
  return length <= 44 ? "text-17" : "text-13";
}

/** How strokes are drawn, here and where they are made. */
export const stroke = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 6,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

/** Where what is typed or drawn beside the text shows in its place under it. */
export const previewId = "signature-preview";

/** Under the text: whose signature goes where, and how far each has come. */
export function SignatureBlocks({ signees }: { signees: SigneeView[] }) {
  return (
    <ul aria-label="Signatures" className="mt-10 grid gap-x-10 gap-y-8 sm:grid-cols-2">
      {signees.map((signee) => (
        <li key={signee.id} className="min-w-0">
          <Block signee={signee} />
        </li>
      ))}
    </ul>
  );
}

function Block({ signee: { name, role, isMe, state, signature, words } }: { signee: SigneeView }) {
  const isMine = isMe && (state === "next" || state === "signed");
  return (
    <>
      <div
        id={isMe && state === "next" ? previewId : undefined}
        className={`flex h-16 items-end overflow-hidden px-2.5 pb-0.5 ${isMine ? "rounded-t-chip border-b border-brand bg-brand-tint" : "border-b border-ink"}`}
      >
        {signature && <SignatureMark signature={signature} name={name} />}
      </div>
      <p className="mt-2 text-14">
        <strong className="font-600">{name}</strong>
        {role && `, ${role}`}
      </p>
      <p className={`text-14 ${state === "declined" ? "text-question" : "text-ink-2"}`}>{words}</p>
    </>
  );
}
