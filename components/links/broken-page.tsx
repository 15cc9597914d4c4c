"use client";

import { MainButton } from "./main-button";
import { ProblemPage } from "./problem-page";

/** Something of ours broke while a page was made. `retry` asks for the page again. */
export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <ProblemPage
      heading="Something went wrong on our side"
      sentence="It wasn’t anything you did. Try again in a moment. If it happens again, call whoever sent you here."
      reference={digest}
      action={
        <MainButton type="button" onClick={() => retry()}>
          Try again
        </MainButton>
      }
    />
  );
}
