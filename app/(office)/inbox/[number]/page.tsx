import { OpenOrder, type OrderPage } from "./open-order";

export default function Order(props: OrderPage) {
  return <OpenOrder {...props} />;
}
