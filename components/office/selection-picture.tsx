"use client";
// A client component because a picture is sent as it is chosen, once what was typed is kept.

import { ImagePlus } from "lucide-react";
import { type ChangeEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Picture } from "@/components/ui/picture";
import { keepDrafts } from "./drafts";
import { hrefs } from "./hrefs";

type Props = { optionId: string; called: string; pictureId: string | null };

/** The picture of an option; a tap chooses another one. Its form stands outside the form of the words. */
export function SelectionPicture({ optionId, called, pictureId }: Props) {
  const [isLost, setLost] = useState(false);
  const send = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const isKept = await keepDrafts();
    setLost(!isKept);
    if (isKept) input.form?.requestSubmit();
    else input.value = "";
  };
  const input = `picture-of-${optionId}`;
  return (
    <div className="shrink-0">
      <span className="block text-13 leading-5 font-500">Picture</span>
      <label
        htmlFor={input}
        className="relative mt-1.5 flex size-16 items-center justify-center overflow-hidden rounded-control border border-line-2 bg-sunken text-ink-3 hover:border-control has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        {pictureId ? (
          <Picture src={hrefs.file(pictureId)} alt="" className="size-full object-cover" />
        ) : (
          <ImagePlus aria-hidden size={20} strokeWidth={1.75} />
        )}
        <span className="sr-only">
          {pictureId ? "Another picture" : "Picture"} of {called}
        </span>
        <input
          id={input}
          form={`picture-${optionId}`}
          type="file"
          name="file"
          accept="image/jpeg,image/png,image/webp,image/heic,.heic"
          onChange={send}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
        />
      </label>
      {isLost && (
        <p role="alert" className="mt-1.5 max-w-40 text-13 text-question">
          What you wrote could not be saved, so the picture was not sent. Save it, then choose the picture
          again.
        </p>
      )}
      <span className="mt-1.5 hidden noscript:grid">
        <Button form={`picture-${optionId}`}>Add</Button>
      </span>
    </div>
  );
}
