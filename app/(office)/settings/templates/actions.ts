"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { templateArchiving, templateForm } from "@/lib/contracts/sent";
import { archiveTemplate, saveTemplate } from "@/lib/contracts/templates";

export const save = action(manager, templateForm, saveTemplate, ({ id }, sent) =>
  sent.id ? { done: "Saved." } : { to: `/settings/templates/${id}` },
);

export const archive = action(manager, templateArchiving, archiveTemplate, () => ({
  to: "/settings/templates",
}));
