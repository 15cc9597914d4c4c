import { useEffect, useState } from "react";
import { Picture } from "@/components/ui/picture";

/** A photo that is still on this phone, small. */
export function PhotoThumb({ photo }: { photo: File | undefined }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    if (!photo) return;
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return (
    <span className="size-11 shrink-0 overflow-hidden rounded-control bg-sunken">
      {address && <Picture src={address} alt="" className="size-full object-cover" />}
    </span>
  );
}
