import { useEffect, useState } from "react";

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
      {/* biome-ignore lint/performance/noImgElement: no server has this photo yet. */}
      {address && <img src={address} alt="" className="size-full object-cover" />}
    </span>
  );
}
