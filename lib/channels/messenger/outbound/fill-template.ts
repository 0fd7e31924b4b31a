import { pictureAddress } from "#lib/connect/file-address";
import type { Claimed } from "./claim-next";
import type { Content } from "./send-body";
import { Template } from "./template-shapes";
import { uploadFiles } from "./upload-files";

/**
 * A template as the platform takes it. The uploaded picture of a card becomes an address from which the platform
 * fetches it, the file of a media template the id under which it was uploaded there. Source: Messenger reference §3.5.
 */
export async function fillTemplate(
  shopId: string,
  claimed: Claimed,
  kept: Record<string, unknown>,
): Promise<Extract<Content, { template: unknown }>> {
  const { data: template } = Template.safeParse(kept);
  if (!template || template.template_type === "button") return { template: kept };
  if (template.template_type === "generic") {
    const elements = template.elements.map(({ picture, ...element }) =>
      picture ? { ...element, image_url: pictureAddress(shopId, picture) } : element,
    );
    return { template: { ...template, elements } };
  }
  const [{ picture, ...element } = { picture: undefined }] = template.elements;
  if (!picture) return { template: kept };
  const uploads = (await uploadFiles(shopId, claimed)).map(({ attachmentId }) => attachmentId);
  return { template: { ...template, elements: [{ ...element, attachment_id: uploads[0] }] }, uploads };
}
