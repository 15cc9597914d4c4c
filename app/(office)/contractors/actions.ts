"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { saveContractor } from "@/lib/people/contacts";
import { contractorForm } from "@/lib/people/sent";

export const save = action(
  manager,
  contractorForm,
  (scope, { id = null, ...details }) => saveContractor(scope, id, details),
  () => ({ to: "/contractors" }),
);
