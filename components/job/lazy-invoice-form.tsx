"use client";
// A client component because only between client components a script is loaded apart: with the form, not with every job.

import dynamic from "next/dynamic";

export const InvoiceForm = dynamic(() => import("./invoice-form").then((loaded) => loaded.InvoiceForm));
