/** A masked address under what it means here, below a rule: “This link was sent to”. */
export function MaskedAddressLine({
  label,
  address,
  note,
}: {
  label: string;
  address: string;
  note?: string | undefined;
}) {
  return (
    <div className="mt-6 border-t border-line pt-4.5">
      <p className="text-15 text-ink-2">{label}</p>
      <p className="text-20 font-600 tracking-[-0.01em] wrap-anywhere">{address}</p>
      {note && <p className="mt-1 text-15 text-ink-2">{note}</p>}
    </div>
  );
}
