export const dynamic = "force-dynamic";

export const GET = () => Response.json({ title: "There is nothing here by that name." }, { status: 404 });
