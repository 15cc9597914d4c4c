import { Camera, Check, MessageCircle } from "lucide-react";
import { HiddenFields } from "@/components/links/hidden-fields";
import { PhotoInput } from "@/components/office/photo-input";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Field, TextArea } from "@/components/ui/field";
import { Picture } from "@/components/ui/picture";
import { skip } from "@/lib/selections/total";
import type { ChoiceView, ClientItem } from "@/lib/selections/views";
import { ChoiceRadio } from "./choosing";

type Props = {
  item: ClientItem;
  form: string;
  /** Whom a note goes to. */
  reader: string;
  /** A note of theirs that was refused, as it was typed. */
  unsaved: string | null;
  actions: { photo: string; dropPhoto: string };
};

const summary = `${buttonClass("secondary", "desk-tall")} min-h-11 list-none px-4! text-15!`;
const panel = "mt-3 grid max-w-130 justify-items-start gap-3";

/** What else somebody can say about an item: that they want none, a note, and a photo of their own. */
export function SelectionOwn({ item, form, reader, unsaved, actions }: Props) {
  const { theirs } = item;
  return (
    <>
      <label
        htmlFor="choose-none"
        className={`group relative ${summary} has-checked:border-brand has-checked:outline has-checked:outline-brand has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand`}
      >
        <ChoiceRadio
          id="choose-none"
          value={skip}
          form={form}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
        />
        <Check
          aria-hidden
          size={18}
          strokeWidth={2.25}
          className="hidden text-brand group-has-checked:block"
        />
        Not for us{" "}
        {theirs?.pick === skip && <span className="font-400 text-ink-2">{theirs.name}’s choice</span>}
      </label>
      <OwnNote {...{ item, form, reader, unsaved }} />
      <OwnPhoto item={item} actions={actions} />
    </>
  );
}

/** A note belongs to the item’s form, so that whichever button of it is pressed keeps what was written. */
function OwnNote({ item: { mine }, form, reader, unsaved }: Omit<Props, "actions">) {
  const noted = mine?.note ?? "";
  return (
    <details open={unsaved !== null} className="open:basis-full">
      <summary className={summary}>
        <MessageCircle aria-hidden size={18} strokeWidth={1.75} />
        {noted ? "Change your note" : `Leave a note for ${reader}`}
      </summary>
      <div className={panel}>
        <input type="hidden" form={form} name="noted" value={noted} />
        <div className="w-full">
          <TextArea
            id="note"
            form={form}
            name="note"
            label={`Your note for ${reader}`}
            phone
            maxLength={1000}
            defaultValue={unsaved ?? noted}
          />
        </div>
        <Button form={form} size="phone">
          Save the note
        </Button>
      </div>
    </details>
  );
}

function OwnPhoto({ item: { id, mine }, actions }: Pick<Props, "item" | "actions">) {
  const sends = { item: id };
  return (
    <details className="open:basis-full">
      <summary className={summary}>
        <Camera aria-hidden size={18} strokeWidth={1.75} />
        {mine?.photoId ? "Change your photo" : "Add a photo of yours"}
      </summary>
      <form method="post" encType="multipart/form-data" action={actions.photo} className={panel}>
        <HiddenFields fields={sends} />
        <Field
          id="own-photo"
          label="What you’d rather have"
          hint="JPEG, PNG, HEIC or WebP, at most 15 MB. Where it was taken is not kept."
          phone
        >
          <PhotoInput id="own-photo" name="file" required aria-describedby="own-photo-hint" />
        </Field>
        <Button size="phone">Add the photo</Button>
      </form>
      {mine?.photoId && (
        <form method="post" action={actions.dropPhoto} className="mt-3">
          <HiddenFields fields={sends} />
          <Button kind="quiet" size="desk-tall">
            Take your photo away
          </Button>
        </form>
      )}
    </details>
  );
}

/** What the two have said and shown about an item so far. */
export function SaidAndShown({ item, files }: { item: ClientItem; files: string }) {
  const all: [ChoiceView | null, string][] = [
    [item.mine, "You"],
    [item.theirs, item.theirs?.name ?? ""],
  ];
  const said = all.flatMap(([choice, who]) => (choice?.note || choice?.photoId ? [{ choice, who }] : []));
  if (said.length === 0) return null;
  return (
    <ul className="mt-5 grid gap-4">
      {said.map(({ choice, who }) => (
        <li key={who} className="flex items-start gap-4">
          {choice.photoId && (
            <a
              href={`${files}/${choice.photoId}`}
              className="shrink-0 overflow-hidden rounded-phone bg-sunken"
            >
              <Picture
                src={`${files}/${choice.photoId}`}
                alt={who === "You" ? "Your photo" : `${who}’s photo`}
                width={96}
                height={96}
                className="size-24 object-cover"
              />
            </a>
          )}
          {choice.note && (
            <p className="min-w-0 text-15 wrap-anywhere whitespace-pre-line">
              <span className="block text-13 text-ink-2">{who}</span>
              {choice.note}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
