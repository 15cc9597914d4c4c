import { Field } from "@/components/ui/field";

type Props = {
  error: string | undefined;
  /** Whether the form came back: a browser lets go of chosen files then. */
  refused: boolean;
};

/** Pictures of the problem, for whoever gets the job. */
export function OrderPhotos({ error, refused }: Props) {
  const hint = refused
    ? "Choose the photos again; the browser doesn’t keep them."
    : "Up to eight, JPEG, PNG, HEIC or WebP, 15 MB each. Where they were taken is not kept.";
  return (
    <Field id="order-photos" label="Photos" aside="Optional" error={error} hint={hint}>
      <input
        id="order-photos"
        name="photos"
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,image/heic,.heic"
        aria-describedby="order-photos-hint"
        className="block w-full text-14 text-ink-2 file:mr-3 file:min-h-9 file:rounded-control file:border file:border-solid file:border-line-2 file:bg-surface file:px-3 file:text-14 file:font-500 file:text-ink pointer-coarse:file:min-h-11"
      />
    </Field>
  );
}
