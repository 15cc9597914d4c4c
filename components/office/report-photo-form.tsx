"use client";
// A client component because what was typed is kept before the page is left with the photo.

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, TextField } from "@/components/ui/field";
import { areDraftsOpen, keepDrafts } from "./drafts";
import { hrefs } from "./hrefs";
import { PhotoInput } from "./photo-input";

type Props = {
  documentId: string;
  clientId: string;
  /** Why the last one was not taken, and what stood beside it. */
  problem: string | undefined;
  caption: string;
};

const notKept =
  "What you wrote could not be saved, so the photo was not sent. Save it, then add the photo again.";

/** One more photo for a draft. It is posted by itself, so that it works without script too. */
export function ReportPhotoForm({ documentId, clientId, problem, caption }: Props) {
  const [isLost, setLost] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    if (!areDraftsOpen()) return;
    event.preventDefault();
    const form = event.currentTarget;
    const isKept = await keepDrafts();
    setLost(!isKept);
    if (isKept) form.submit();
  };
  return (
    <form
      onSubmit={send}
      method="post"
      encType="multipart/form-data"
      action={hrefs.addReportPhoto(clientId, documentId)}
      className="mt-6 grid gap-4 border-t border-line pt-5 sm:grid-cols-2"
    >
      <input type="hidden" name="documentId" value={documentId} />
      <Field
        id="report-photo"
        label="Add a photo"
        error={isLost ? notKept : problem}
        hint="JPEG, PNG, HEIC or WebP, at most 15 MB. Where it was taken is not kept."
      >
        <PhotoInput id="report-photo" name="file" required aria-describedby="report-photo-hint" />
      </Field>
      <TextField
        id="report-photo-caption"
        name="caption"
        label="What it shows"
        aside="Optional"
        maxLength={160}
        autoComplete="off"
        defaultValue={caption}
      />
      <Button size="desk-tall" className="justify-self-start">
        Add the photo
      </Button>
    </form>
  );
}
