import { Camera, Paperclip } from "lucide-react";
import { useAsFound } from "@/components/ui/as-found";
import { buttonClass } from "@/components/ui/button-class";

type FileChoiceProps = { another: boolean; onChoose: (input: HTMLInputElement) => void };

const look = `${buttonClass("secondary", "phone")} flex-wrap has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent noscript:py-3`;
const input =
  "sr-only noscript:not-sr-only noscript:w-full noscript:text-14 file:mr-3 file:rounded-control file:border file:border-line-2 file:px-3 file:py-1.5";

/** Two ways to choose a file: the camera, or what is on the phone. Without script the browser's own fields show. */
export function FileChoice({ another, onChoose }: FileChoiceProps) {
  const fields = useAsFound<HTMLDivElement>((found) => {
    for (const each of found.querySelectorAll("input")) if (each.files?.length) onChoose(each);
  });
  return (
    <div ref={fields} className="grid grid-cols-[5fr_6fr] gap-2 noscript:grid-cols-1 max-[22rem]:grid-cols-1">
      <label className={look}>
        <Camera aria-hidden size={20} strokeWidth={2} />
        Take photo
        <input
          type="file"
          name="photo"
          accept="image/*"
          capture="environment"
          className={input}
          onChange={(event) => onChoose(event.currentTarget)}
        />
      </label>
      <label className={look}>
        <Paperclip aria-hidden size={20} strokeWidth={2} />
        {another ? "Other file" : "Choose file"}
        <input
          type="file"
          name="file"
          accept=".pdf,.jpg,.jpeg,.png,.heic,.webp,application/pdf,image/*"
          className={input}
          onChange={(event) => onChoose(event.currentTarget)}
        />
      </label>
    </div>
  );
}
