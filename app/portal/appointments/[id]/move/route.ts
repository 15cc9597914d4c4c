import { moveAppointment } from "@/lib/appointments/by-client";
import { moveTap } from "@/lib/appointments/sent";
import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";

/** Takes one of the free times that the page offered. */
export const POST = form(clientAt.appointment, moveTap, moveAppointment);
