import { cancelAppointment } from "@/lib/appointments/by-client";
import { cancelTap } from "@/lib/appointments/sent";
import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";

/** Cancels the appointment, once they have been asked again. */
export const POST = form(clientAt.appointment, cancelTap, cancelAppointment, "cancel");
