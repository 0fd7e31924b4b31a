const LARGEST_FORM = 65_536; // bytes as the client says, characters as counted

/**
 * The fields of an urlencoded form. Null when the body is of another type, is larger than 64 KB, or names a field twice.
 */
export async function readForm(request: Request): Promise<Record<string, string> | null> {
  const type = request.headers.get("content-type") ?? "";
  const length = Number(request.headers.get("content-length") ?? 0);
  if (!type.startsWith("application/x-www-form-urlencoded") || length > LARGEST_FORM) return null;
  const body = await request.text();
  if (body.length > LARGEST_FORM) return null;
  const fields = [...new URLSearchParams(body)];
  const form = Object.fromEntries(fields);
  return Object.keys(form).length === fields.length ? form : null;
}
