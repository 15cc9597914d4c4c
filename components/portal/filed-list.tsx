import { ClipboardCheck, FileText, type LucideIcon } from "lucide-react";
import { endWords } from "@/components/links/document-words";
import type { Filed } from "@/lib/portal/views";

/** What there is to read: documents with where they stand, and shared files. */
export function FiledList({ filed, allHref }: { filed: Filed[]; allHref: string }) {
  return (
    <section aria-labelledby="documents-heading">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="documents-heading" className="text-17 font-600">
          Documents
        </h2>
        <a href={allHref} className="text-link text-14">
          See all
        </a>
      </div>
      <ul className="mt-1 divide-y divide-line">
        {filed.map((each) => (
          <li key={each.kind === "file" ? each.id : each.row.id}>
            {each.kind === "file" ? (
              <FiledLink icon={FileText} href={fileHref(each.id)} title={each.title} under={each.about} />
            ) : (
              <FiledLink
                icon={each.row.kind === "service-report" ? ClipboardCheck : FileText}
                href={each.row.href}
                title={each.row.title}
                under={each.row.closedAs ? endWords[each.row.closedAs] : each.row.state}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The files that a client’s projects share. */
export function FileRows({ files }: { files: { id: string; title: string; about: string }[] }) {
  return (
    <ul aria-label="Shared files" className="divide-y divide-line border-y border-line">
      {files.map(({ id, title, about }) => (
        <li key={id}>
          <FiledLink icon={FileText} href={fileHref(id)} title={title} under={about} />
        </li>
      ))}
    </ul>
  );
}

/** Where a shared file is downloaded. */
const fileHref = (id: string) => `/portal/files/${id}`;

type LinkProps = { icon: LucideIcon; href: string; title: string; under: string };

function FiledLink({ icon: Icon, href, title, under }: LinkProps) {
  return (
    <a href={href} className="group flex items-center gap-3 py-3">
      <Icon aria-hidden size={20} strokeWidth={1.5} className="shrink-0 text-ink-3" />
      <span className="min-w-0">
        <span className="block text-15 group-hover:underline">{title}</span>
        <span className="block text-13 text-ink-2">{under}</span>
      </span>
    </a>
  );
}
