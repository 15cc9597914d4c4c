import { ChevronRight } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import type { Task } from "@/lib/portal/views";
import { DocumentIcon } from "./document-icon";

type Props = {
  task: Task;
  /** The first of several is the one to begin with. */
  isFirst: boolean;
};

/** One thing that waits for somebody. All of it is one link; what looks like its button says what happens there. */
export function TaskRow({ task, isFirst }: Props) {
  const { kind, href, act, facts, brief, due, button } = task;
  return (
    <a href={href} className="group flex min-h-19 items-center gap-4 py-4 sm:min-h-20 sm:py-4.5">
      <DocumentIcon kind={kind} over={false} />
      <span className="min-w-0 grow">
        <span className="block text-17 font-600 tracking-[-0.01em] text-balance sm:text-16">{act}</span>
        <span className="hidden text-14 text-ink-2 sm:block">{facts}</span>
        <span className="block text-15 text-ink-2 sm:hidden">
          {brief}
          {due && (
            <>
              {brief && ". "}
              <DueWords isOver={due.isOver}>{due.brief}</DueWords>
            </>
          )}
        </span>
      </span>
      {due && (
        <span className="hidden shrink-0 text-14 text-ink-2 sm:block">
          <DueWords isOver={due.isOver}>{due.words}</DueWords>
        </span>
      )}
      <span
        className={`${buttonClass(isFirst ? "brand" : "secondary", "desk-tall")} min-h-11 w-37 shrink-0 text-15 group-hover:opacity-90 max-sm:hidden`}
      >
        {button}
      </span>
      <ChevronRight aria-hidden size={22} strokeWidth={1.75} className="shrink-0 text-ink-3 sm:hidden" />
    </a>
  );
}

const DueWords = ({ isOver, children }: { isOver: boolean; children: string }) => (
  <span className={isOver ? "font-500 text-question" : undefined}>{children}</span>
);
