"use client";
// A client component because a chip writes into the field below it; without script the field is enough.

const reasons = ["Booked out", "Too far away", "Not my kind of work", "Ceiling is too low"];

/** The usual reasons: a tap puts one into the field, where it can still be changed. */
export function ReasonChips({ field }: { field: string }) {
  const fill = (reason: string) => {
    const box = document.getElementById(field);
    if (!(box instanceof HTMLTextAreaElement)) return;
    box.value = reason;
    box.focus();
  };
  return (
    <div className="mb-4 flex flex-wrap gap-2 noscript:hidden">
      {reasons.map((reason) => (
        <button
          key={reason}
          type="button"
          onClick={() => fill(reason)}
          className="min-h-11 rounded-phone border border-line-2 px-3.5 text-15 font-500 active:bg-sunken"
        >
          {reason}
        </button>
      ))}
    </div>
  );
}
