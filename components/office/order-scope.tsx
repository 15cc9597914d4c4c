import { Picture } from "@/components/ui/picture";
import type { OrderView } from "@/lib/work-orders/views";
import { hrefs } from "./hrefs";

/** What is to be done, how to get in, and the pictures of both sides. */
export function OrderScope({ order }: { order: OrderView }) {
  const { scope, accessNotes, photos, trade } = order;
  return (
    <section aria-labelledby="scope-heading" className="border-t border-line py-5">
      <h2 id="scope-heading" className="text-14 font-600">
        Scope{trade && <span className="ml-2 text-13 font-400 text-ink-3">{trade}</span>}
      </h2>
      <p className="mt-1 max-w-160 text-14 whitespace-pre-line text-ink-2 wrap-anywhere">
        {scope || "Nothing is written down. Edit the order to say what is to be done."}
      </p>
      {accessNotes && (
        <>
          <h3 className="mt-4 text-14 font-600">Getting in</h3>
          <p className="mt-1 max-w-160 text-14 whitespace-pre-line text-ink-2 wrap-anywhere">{accessNotes}</p>
        </>
      )}
      {photos.length > 0 && (
        <ul className="mt-4 flex flex-wrap gap-3">
          {photos.map(({ id, caption, fromContractor }) => (
            <li key={id} className="w-36">
              <a href={hrefs.file(id)} className="block overflow-hidden rounded-control border border-line">
                <Picture
                  src={hrefs.file(id)}
                  alt={caption || (fromContractor ? "Photo from the contractor" : "Photo of the job")}
                  loading="lazy"
                  className="h-27 w-full bg-sunken object-cover"
                />
              </a>
              {(caption || fromContractor) && (
                <p className="mt-1 text-12 text-ink-3">{caption || "From the contractor"}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
