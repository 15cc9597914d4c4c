import type { BankOffice } from "@/lib/bank/views";
import { RecordFacts } from "./record-facts";

/** The bank details that clients pay to now. */
export function BankInForce({ details }: { details: BankOffice["inForce"] }) {
  return (
    <section aria-labelledby="bank-in-force">
      <h2 id="bank-in-force" className="text-16 font-600">
        In force
      </h2>
      {details ? (
        <InForce details={details} />
      ) : (
        <p className="mt-1 text-14 text-ink-3">
          None yet. Your clients see no account to pay into until two of you have put one here.
        </p>
      )}
    </section>
  );
}

function InForce({ details }: { details: NonNullable<BankOffice["inForce"]> }) {
  const { accountName, bankName, routingName, routing, numberName, accountNumber } = details;
  return (
    <>
      <p className="text-14 text-ink-3">
        Unchanged since {details.unchangedSince}. Set by {details.by}.
      </p>
      <div className="mt-4 tabular-nums">
        <RecordFacts
          facts={{
            "Account name": accountName,
            ...(bankName && { Bank: bankName }),
            ...(routingName && routing && { [routingName]: routing }),
            [numberName]: accountNumber,
            "Check words": details.checkWords,
          }}
        />
      </div>
      <p className="mt-3 text-13 text-ink-3">
        Your clients see the same three words beside these details. To a client who calls to be sure, read
        them out first: where theirs are the same, so is the account.
      </p>
    </>
  );
}
