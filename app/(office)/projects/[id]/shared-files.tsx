import { takeBack } from "@/app/(office)/projects/actions";
import { ProjectFiles } from "@/components/office/project-files";
import { mayWrite } from "@/lib/auth/gates";
import { readKeptForm } from "@/lib/auth/kept-form";
import type { StaffScope } from "@/lib/auth/scope";
import { listSharedFiles } from "@/lib/people/project-files";

type Props = {
  scope: StaffScope;
  projectId: string;
  /** Which refused form of this page is to be shown again. */
  kept: string | string[] | undefined;
};

/** The files that a project shares with its client. */
export async function SharedFiles({ scope, projectId, kept }: Props) {
  const [files, refused] = await Promise.all([
    listSharedFiles(scope, projectId),
    kept ? readKeptForm(scope, scope.actor.sessionId, String(kept)) : undefined,
  ]);
  return (
    <ProjectFiles
      projectId={projectId}
      files={files}
      takeBack={mayWrite(scope) ? takeBack : null}
      refused={refused && { problem: refused.problem, title: refused.sent.title ?? "" }}
    />
  );
}
