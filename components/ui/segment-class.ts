/** Choices side by side: the track that they stand in. */
export const segmentTrack =
  "flex min-h-10 rounded-control border border-line bg-sunken p-px pointer-coarse:min-h-11";

/** One of them: the label of a radio button, or a button that is pressed. */
export const segment =
  "flex flex-1 items-center justify-center gap-2 rounded-[0.4375rem] border border-transparent px-3 text-14 font-500 text-ink-2 has-checked:border-line-2 has-checked:bg-surface has-checked:text-ink has-checked:shadow-control has-disabled:cursor-not-allowed has-disabled:text-ink-3 has-focus-visible:outline-2 has-focus-visible:outline-accent aria-pressed:border-line-2 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-control";
