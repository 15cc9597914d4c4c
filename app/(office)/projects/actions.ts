"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { takeBackFile } from "@/lib/people/project-files";
import { closeProject, saveProject } from "@/lib/people/projects";
import { projectForm, projectSwitch, sharedFileTaken } from "@/lib/people/sent";

export const save = action(
  manager,
  projectForm,
  (scope, { id = null, ...details }) => saveProject(scope, id, details),
  ({ id }) => ({ to: `/projects/${id}` }),
);

export const closeOrOpen = action(manager, projectSwitch, closeProject);

export const takeBack = action(manager, sharedFileTaken, takeBackFile);
