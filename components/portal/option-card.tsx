import { Check } from "lucide-react";
import { Picture } from "@/components/ui/picture";
import { differenceWords, type MoneyLook, moneyWords } from "@/lib/selections/total";
import type { OptionView } from "@/lib/selections/views";
import { ChoiceRadio } from "./choosing";

type Props = {
  option: OptionView;
  allowanceCents: number;
  money: MoneyLook;
  /** Where the pictures of its sheet are. */
  files: string;
  /** Whether any option of its item has a picture: then each has the room for one. */
  pictured: boolean;
  /** The form that it belongs to; none where it can no longer be chosen, and what was chosen of it then. */
  form: string | null;
  chosen: boolean;
  /** Who else chose it: “Tom’s choice”. */
  others: string | null;
};

/** One of the things that an item may be: what it looks like, and by how much it differs from the allowance. */
export function OptionCard({ option, form, ...rest }: Props) {
  const frame =
    "group relative flex flex-col overflow-hidden rounded-dialog border border-line-2 bg-surface outline-brand has-checked:border-brand has-checked:outline";
  const body = <OptionBody option={option} {...rest} />;
  if (form === null) {
    return (
      <div
        className={`${frame} ${rest.chosen ? "border-brand outline" : ""}`}
        aria-current={rest.chosen || undefined}
      >
        {body}
      </div>
    );
  }
  return (
    <label
      htmlFor={`choose-${option.id}`}
      className={`${frame} transition-[border-color] duration-120 hover:border-control has-focus-visible:outline-2 has-focus-visible:outline-offset-2`}
    >
      <ChoiceRadio
        id={`choose-${option.id}`}
        value={option.id}
        form={form}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        aria-labelledby={`${option.id}-name ${option.id}-difference`}
        aria-describedby={`${option.id}-more${rest.others ? ` ${option.id}-others` : ""}`}
      />
      {body}
    </label>
  );
}

function OptionBody({ option, allowanceCents, money, files, pictured, chosen, others }: Omit<Props, "form">) {
  const { id, name, about, priceCents, pictureId } = option;
  return (
    <>
      {pictured && (
        <span className="block aspect-[1.94] bg-sunken">
          {pictureId && (
            <Picture
              src={`${files}/${pictureId}`}
              alt=""
              width={716}
              height={370}
              decoding="async"
              className="size-full object-cover"
            />
          )}
        </span>
      )}
      <Marks id={`${id}-others`} chosen={chosen} others={others} pictured={pictured} />
      <span className="flex items-baseline justify-between gap-4 px-4 pt-3.5 text-16 font-600">
        <span id={`${id}-name`} className="min-w-0">
          {name}
        </span>
        <span id={`${id}-difference`} className="shrink-0 tabular-nums">
          {differenceWords(priceCents - allowanceCents, money)}
        </span>
      </span>
      <span
        id={`${id}-more`}
        className="flex items-baseline justify-between gap-4 px-4 pb-4 text-15 text-ink-2"
      >
        <span className="min-w-0">{about}</span>
        <span className="shrink-0 tabular-nums">{moneyWords(priceCents, money)}</span>
      </span>
    </>
  );
}

const mark = "min-h-7 items-center gap-1.5 rounded-control px-2.5 text-13 font-600";

type Marked = Pick<Props, "chosen" | "others" | "pictured"> & { id: string };

/** Over the picture, or over the words where there is none. */
function Marks({ id, chosen, others, pictured }: Marked) {
  const place = pictured ? "absolute top-3 right-3" : "px-4 pt-3.5 empty:hidden";
  return (
    <span className={`flex flex-wrap justify-end gap-2 ${place}`}>
      {others && (
        <span id={id} className={`inline-flex ${mark} border border-line-2 bg-surface text-ink`}>
          {others}
        </span>
      )}
      <span
        className={`${mark} bg-brand text-on-brand ${chosen ? "inline-flex" : "hidden group-has-checked:inline-flex"}`}
      >
        <Check aria-hidden size={14} strokeWidth={2.5} />
        Your choice
      </span>
    </span>
  );
}
