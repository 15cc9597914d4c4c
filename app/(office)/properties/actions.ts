"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { saveProperty } from "@/lib/people/properties";
import { propertyForm } from "@/lib/people/sent";

export const save = action(
  manager,
  propertyForm,
  (scope, { id = null, ...details }) => saveProperty(scope, id, details),
  () => ({ to: "/properties" }),
);
