import { DialogClose, type DialogProps, Scrim } from "./dialog";

type SheetProps = Omit<DialogProps, "labelledBy"> & { heading: string };

/** A dialog of a phone: up from the foot of the screen with a heading and a cross; in the middle on a desk. */
export function Sheet({ id, heading, open, closeHref, children }: SheetProps) {
  return (
    <>
      {open && <Scrim href={closeHref} />}
      <dialog
        id={id}
        open={open}
        aria-labelledby={`${id}-heading`}
        className="fixed inset-x-0 top-auto bottom-0 z-30 m-0 max-h-[92dvh] w-full max-w-none overflow-y-auto overscroll-contain rounded-t-sheet bg-surface px-5 pt-2 pb-[max(1.25rem,env(safe-area-inset-bottom))] text-ink shadow-dialog transition-[translate,opacity] duration-200 ease-sheet starting:translate-y-12 starting:opacity-0 sm:inset-0 sm:m-auto sm:h-fit sm:max-w-120 sm:rounded-dialog"
      >
        <div aria-hidden className="mx-auto h-1 w-9 rounded-full bg-line-2 sm:hidden" />
        <div className="mt-3.5 mb-2 flex items-center justify-between gap-4">
          <h2 id={`${id}-heading`} className="text-22 font-600">
            {heading}
          </h2>
          <span className="-mr-2.5">
            <DialogClose href={closeHref} large />
          </span>
        </div>
        {children}
      </dialog>
    </>
  );
}
