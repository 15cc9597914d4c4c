import { Check, Clock, Download, type LucideIcon, PenLine, X } from "lucide-react";
import { SignatureMark } from "@/components/portal/contract-signature";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { type OfficeSignee, type SealedContract, shortHash } from "@/lib/contracts/views";
import { ActionForm } from "./action-form";
import { ClientAddressRow } from "./client-address-row";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";

type Props = {
  id: string;
  contract: SealedContract;
  /** Missing for whoever may only look, and for a contract that is over. */
  actions: { send: FormAction; sign: FormAction } | null;
};

/** How far each who signs has come, sending to those whose turn it is, and signing for the office. */
export function ContractSigning({ id, contract, actions }: Props) {
  const { signees, sha256, countersign } = contract;
  return (
    <>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {signees.map((signee) => (
          <li key={signee.id} className="py-3">
            <Signer signee={signee} />
            {signee.unreached && <p className="pl-8 text-13 text-question">{signee.unreached}</p>}
            {actions && signee.addresses.length > 0 && (
              <ul className="divide-y divide-line pl-8">
                {signee.addresses.map((to) => (
                  <ClientAddressRow
                    key={to.address}
                    person={to.channel === "email" ? "Email" : "SMS"}
                    to={to}
                    none="Not sent"
                    narrow
                    send={{ action: actions.send, sends: { id, signeeId: signee.id, address: to.address } }}
                  />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-3 pt-4">
        <p className="font-mono text-13 text-ink-2">
          <abbr title={sha256} className="no-underline">
            SHA-256 {shortHash(sha256)}
          </abbr>
        </p>
        <ButtonLink href={hrefs.contractPdf(id)} icon={<Download aria-hidden size={14} strokeWidth={1.75} />}>
          {pdfWords[contract.standing]}
        </ButtonLink>
      </div>
      {actions && countersign && (
        <ActionForm action={actions.sign} sends={{ id, sha256 }} className="grid max-w-110 gap-3 pt-5">
          <TextField
            id="countersign-name"
            name="name"
            label="Sign for the office"
            defaultValue={countersign.name}
            required
            maxLength={120}
            autoComplete="name"
            hint="Your name as typed, the time, your IP address and browser are kept, as of everybody who signs."
          />
          <p>
            <Button kind="primary" size="desk-tall">
              Sign contract
            </Button>
          </p>
        </ActionForm>
      )}
    </>
  );
}

const pdfWords: Record<SealedContract["standing"], string> = {
  open: "PDF, not signed yet",
  complete: "Signed PDF",
  void: "PDF, no longer applies",
};

const looks: Record<OfficeSignee["state"], { icon: LucideIcon; colour: string }> = {
  waiting: { icon: Clock, colour: "text-ink-3" },
  next: { icon: Clock, colour: "text-on-site" },
  signed: { icon: PenLine, colour: "text-on-site" },
  confirmed: { icon: Check, colour: "text-completed" },
  declined: { icon: X, colour: "text-danger" },
};

const stateWords: Partial<Record<OfficeSignee["state"], string>> = {
  waiting: "Waits for those before",
  next: "Has not signed yet",
  signed: "Signed, and has still to confirm",
};

function Signer({
  signee: { name, role, state, words, signature, declineReason },
}: {
  signee: OfficeSignee;
}) {
  const { icon: Icon, colour } = looks[state];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Icon aria-hidden size={18} strokeWidth={1.75} className={`shrink-0 ${colour}`} />
      <p className="min-w-40 flex-1 text-14">
        <span className="block font-500">
          {name}
          {role && <span className="font-400 text-ink-2">, {role}</span>}
        </span>
        <span className="block text-13 text-ink-3">{stateWords[state] ?? words}</span>
        {declineReason && <span className="block wrap-anywhere">“{declineReason}”</span>}
      </p>
      {signature && (
        <span className="flex h-15 max-w-50 items-center overflow-hidden">
          <SignatureMark signature={signature} name={name} />
        </span>
      )}
    </div>
  );
}
