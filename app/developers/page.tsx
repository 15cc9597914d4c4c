import { ApiPage } from "@/components/developers/api-page";
import { apiDocument } from "@/lib/openapi";

export default function Developers() {
  return <ApiPage document={apiDocument()} documentHref="/api/v1/openapi.json" />;
}
