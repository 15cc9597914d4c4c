import { confirmAppointment } from "@/lib/appointments/by-client";
import { confirmTap } from "@/lib/appointments/sent";
import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";

/** Confirms the time that the page showed. */
export const POST = form(clientAt.appointment, confirmTap, confirmAppointment);
