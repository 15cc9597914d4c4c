import { activityAsked } from "@/lib/activity/asked";
import { exportActivity } from "@/lib/activity/csv";
import { faultAs } from "@/lib/auth/fault";
import { seeOther } from "@/lib/auth/form";
import { fieldsOf } from "@/lib/auth/form-fields";
import { staff } from "@/lib/auth/gates";
import { plainPage } from "@/lib/auth/plain-page";
import { isCrossSite } from "@/lib/auth/same-origin";
import { mostTextBytes, readMultipart } from "@/lib/storage/read-form";

/**
 * The activity as a file, sent while it is read. A form and no link: that somebody took it away is itself put on the
 * record. A refusal is a page, since a person asked.
 */
export const POST = faultAs("page", async (request: Request) => {
  if (isCrossSite(request.headers)) return plainPage("cross-site");
  const entered = await staff.enter({ method: "POST", headers: request.headers, params: {} });
  if (!entered.ok) return seeOther("/sign-in");
  const form = await readMultipart(request, mostTextBytes);
  if (!form.ok) return plainPage(form.reason, form.detail);
  const csv = await exportActivity(entered.value, activityAsked.parse(fieldsOf(form.value)));
  if (!csv.ok) return plainPage(csv.reason, csv.detail);
  return new Response(csv.value, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="activity.csv"',
      "cache-control": "private, no-store",
    },
  });
});
