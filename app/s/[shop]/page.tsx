import { redirect } from "next/navigation";

/** A shop opens on its inbox. */
export default async function ShopPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop } = await params;
  redirect(`/s/${encodeURIComponent(shop)}/inbox`);
}
