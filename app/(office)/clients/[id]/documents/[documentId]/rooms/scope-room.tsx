import type { RoomProps } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/room-props";

export async function ScopeRoom(_room: RoomProps) {
  return null;
}
