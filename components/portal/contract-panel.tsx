import { CircleCheck, Clock, Download, PenLine, X } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { type Act, namesAnother, namesInWords, type SigneeView } from "@/lib/contracts/views";
import { AuditNote } from "./audit-note";
import { ConfirmForm, DeclineForm, firstOf, type PanelProps, SignForm } from "./contract-forms";

/** Beside the paper: where one signs as oneself, confirms, or reads why there is nothing to do. */
export function ContractPanel(props: PanelProps) {
  const { act } = props.contract;
  if (act.kind === "sign" || act.kind === "confirm") {
    if (props.declining) return <DeclineForm {...props} />;
    return act.kind === "sign" ? <SignForm {...props} act={act} /> : <ConfirmForm {...props} act={act} />;
  }
  return <Settled {...props} act={act} />;
}

type SettledAct = Exclude<Act, { kind: "sign" | "confirm" }>;

/** What has become of it, where there is nothing to sign. */
function Settled({ shop, contract, page, act }: PanelProps & { act: SettledAct }) {
  const { icon: Icon, tone, heading, words } = settledAs(act, contract.signees, shop);
  return (
    <>
      <span className={`mb-4 flex size-12 items-center justify-center rounded-full ${tone}`}>
        <Icon aria-hidden size={24} strokeWidth={1.75} />
      </span>
      <h2 className="text-26 font-650 text-balance">{heading}</h2>
      <p className="mt-1 text-16 text-ink-2">{words}</p>
      {act.kind === "renamed" && (
        <p className="mt-4">
          <a href="#ask" className="text-link inline-flex min-h-11 items-center text-16">
            Ask {shop} to change it
          </a>
        </p>
      )}
      {act.kind === "complete" && (
        <p className="mt-6 grid gap-2">
          <ButtonLink
            href={`${page}/pdf`}
            kind="brand"
            size="phone"
            icon={<Download aria-hidden size={20} strokeWidth={1.75} />}
          >
            Keep the signed PDF
          </ButtonLink>
          <a href="/verify" className="text-link inline-flex min-h-11 items-center text-16">
            How anybody can check it
          </a>
        </p>
      )}
      {["signed", "complete"].includes(act.kind) && <AuditNote shop={shop} sha256={contract.sha256} />}
    </>
  );
}

const tones = {
  good: "bg-completed-tint text-completed",
  wait: "bg-on-site-tint text-on-site",
  quiet: "bg-sunken text-ink-2",
};

function settledAs(act: SettledAct, signees: SigneeView[], shop: string) {
  const signsLast = signees.every(({ isOffice, state }) => !isOffice || state !== "confirmed");
  switch (act.kind) {
    case "complete":
      return looks(
        CircleCheck,
        "good",
        "Signed by everybody",
        `Complete since ${act.when}. The PDF is on its way to everybody who signed.`,
      );
    case "signed":
      return looks(
        CircleCheck,
        "good",
        "You’ve signed",
        `${stillToSign(act.names, signsLast && shop)} You’ll get the signed PDF then.`,
      );
    case "wait":
      return looks(
        Clock,
        "wait",
        `${namesInWords(act.names)} ${act.names.length === 1 ? "signs" : "sign"} first`,
        "You’ll get a link as soon as it’s your turn. You can read it now.",
      );
    case "declined":
      return looks(
        X,
        "quiet",
        act.isMe ? "You declined to sign" : `${act.name} declined to sign`,
        `${shop} knows. If the contract is changed, you’ll get a new link.`,
      );
    case "changing":
      return looks(
        PenLine,
        "wait",
        `${shop} is changing this contract`,
        "You’ll get a new link. What was signed so far no longer counts.",
      );
    case "renamed":
      return looks(PenLine, "quiet", "You can’t sign it for now", namesAnother(act.name));
    case "void":
      return looks(
        X,
        "quiet",
        "This contract no longer applies",
        `${shop} took it back. There’s nothing for you to do.`,
      );
    case "read":
      return looks(Clock, "quiet", "Here for you to read", readWords(act.names, shop));
  }
}

const looks = (icon: typeof Clock, tone: keyof typeof tones, heading: string, words: string) => ({
  icon,
  tone: tones[tone],
  heading,
  words,
});

/** Whoever signs for the shop may have done so ahead. */
function stillToSign(names: string[], last: string | false): string {
  if (names.length === 0) return last ? `${last} signs last.` : "";
  const first = `${namesInWords(names.map(firstOf))} still ${names.length === 1 ? "signs" : "sign"}`;
  return last ? `${first}, then ${last} does.` : `${first}.`;
}

function readWords(names: string[], shop: string): string {
  if (names.length === 0) return `It waits for ${shop} to sign.`;
  const own =
    names.length === 1 ? "signs it from a link of their own" : "sign it, each from a link of their own";
  return `${namesInWords(names)} ${own}.`;
}
