import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { hrefs } from "./hrefs";
import { PhotoInput } from "./photo-input";

type Props = {
  order: { id: string; number: number; photos: unknown[] };
  problem: string | undefined;
};

/** One more photo for an order, where no script can send it ahead of the order's own form. */
export function PhotoForm({ order, problem }: Props) {
  const { id, number, photos } = order;
  const there = photos.length === 1 ? "One photo is" : `${photos.length} photos are`;
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={hrefs.addPhoto(number)}
      className="mt-8 hidden gap-3 border-t border-line pt-5 noscript:grid"
    >
      <input type="hidden" name="orderId" value={id} />
      <Field
        id="add-photo"
        label="Add a photo"
        error={problem}
        hint={`${there} on this order. JPEG, PNG, HEIC or WebP, at most 15 MB. Save your other changes first.`}
      >
        <PhotoInput id="add-photo" name="file" required aria-describedby="add-photo-hint" />
      </Field>
      <Button size="desk-tall">Add the photo</Button>
    </form>
  );
}
