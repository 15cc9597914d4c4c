import { activityAsked } from "@/lib/activity/asked";
import { exportActivity } from "@/lib/activity/csv";
import { faultAs } from "@/lib/auth/fault";
import { fieldsOf } from "@/lib/auth/form-fields";
import { staff } from "@/lib/auth/gates";
import { problem } from "@/lib/auth/problem";
import { isCrossSite } from "@/lib/auth/same-origin";
import { refuse } from "@/lib/outcome";
import { mostTextBytes, readMultipart } from "@/lib/storage/read-form";

/** The activity as a file. A form and no link: that somebody took it away is itself put on the record. */
export const POST = faultAs("problem", async (request: Request) => {
  if (isCrossSite(request.headers)) return problem(refuse("cross-site"));
  const entered = await staff.enter({ method: "POST", headers: request.headers, params: {} });
  if (!entered.ok) return problem(entered);
  const form = await readMultipart(request, mostTextBytes);
  if (!form.ok) return problem(form);
  const csv = await exportActivity(entered.value, activityAsked.parse(fieldsOf(form.value)));
  if (!csv.ok) return problem(csv);
  return new Response(csv.value, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="activity.csv"',
      "cache-control": "private, no-store",
    },
  });
});
