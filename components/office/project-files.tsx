import { FileText } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";

type Props = {
  projectId: string;
  files: { id: string; fileId: string; title: string; about: string }[];
  /** Missing for whoever may only look. */
  takeBack: FormAction | null;
  /** Why the last file was not taken, and what it was to be called. */
  refused?: { problem: string; title: string } | undefined;
};

/** What a project’s client may read beside its documents: plans, a certificate. */
export function ProjectFiles({ projectId, files, takeBack, refused }: Props) {
  if (files.length === 0 && !takeBack) return null;
  return (
    <PageSection
      id="files"
      heading="Shared files"
      intro={files.length === 0 ? "Plans, certificates: what you share is on the client’s home." : undefined}
    >
      {files.length > 0 && (
        <ul className="mt-3 divide-y divide-line">
          {files.map(({ id, fileId, title, about }) => (
            <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
              <FileText aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-ink-3" />
              <a href={hrefs.file(fileId)} className="min-w-0 text-14 font-500 wrap-anywhere hover:underline">
                {title}
              </a>
              <span className="grow text-13 text-ink-3">{about}</span>
              {takeBack && (
                <ActionForm action={takeBack} sends={{ id }}>
                  <Button kind="quiet" aria-label={`Take back ${title}`}>
                    Take back
                  </Button>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {takeBack && <ShareForm projectId={projectId} refused={refused} />}
    </PageSection>
  );
}

function ShareForm({ projectId, refused }: Pick<Props, "projectId" | "refused">) {
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={hrefs.shareFile(projectId)}
      className="mt-4 grid max-w-150 gap-4"
    >
      {refused && <Notice tone="problem">{refused.problem}</Notice>}
      <input type="hidden" name="projectId" value={projectId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="share-file" label="Share a file" hint="PDF or photo, at most 15 MB.">
          <input
            id="share-file"
            name="file"
            type="file"
            required
            accept="application/pdf,image/jpeg,image/png,image/webp,image/heic,.heic"
            aria-describedby="share-file-hint"
            className="block w-full text-14 text-ink-2 file:mr-3 file:min-h-9 file:rounded-control file:border file:border-solid file:border-line-2 file:bg-surface file:px-3 file:text-14 file:font-500 file:text-ink pointer-coarse:file:min-h-11"
          />
        </Field>
        <TextField
          id="share-title"
          name="title"
          label="What it is"
          aside="Optional"
          maxLength={120}
          placeholder="Plans, revision C"
          autoComplete="off"
          defaultValue={refused?.title}
        />
      </div>
      <Button size="desk-tall" className="justify-self-start">
        Share with the client
      </Button>
    </form>
  );
}
