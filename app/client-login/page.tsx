import { Login } from "@/components/links/login";

export default function ClientLogin() {
  return <Login audience="client" action="/client-login/ask" />;
}
