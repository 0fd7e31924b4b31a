/** The languages in which the server's part is given; each needs nothing but what comes with it. */
export const LANGUAGES = [
  { id: "node", name: "Node" },
  { id: "php", name: "PHP" },
  { id: "python", name: "Python" },
  { id: "ruby", name: "Ruby" },
  { id: "java", name: "Java" },
] as const;
export type Language = (typeof LANGUAGES)[number]["id"];

type Names = { shop: string; kid: string };

const SNIPPETS: Record<Language, (names: Names) => string> = {
  node: ({ shop, kid }) => `import { createHmac } from "node:crypto";

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

export function comptoirToken(user) {
  const now = Math.floor(Date.now() / 1000);
  const head = part({ alg: "HS256", typ: "JWT", kid: "${kid}" });
  const body = part({
    aud: "${shop}",
    sub: String(user.id),
    name: user.name,
    email: user.email,
    email_verified: user.emailVerified,
    iat: now,
    exp: now + 3600,
  });
  const signature = createHmac("sha256", process.env.COMPTOIR_SECRET).update(\`\${head}.\${body}\`).digest("base64url");
  return \`\${head}.\${body}.\${signature}\`;
}
`,
  php: ({ shop, kid }) => `<?php
function comptoir_part(string $bytes): string {
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function comptoir_token(array $user): string {
    $now = time();
    $head = comptoir_part(json_encode(['alg' => 'HS256', 'typ' => 'JWT', 'kid' => '${kid}']));
    $body = comptoir_part(json_encode([
        'aud' => '${shop}',
        'sub' => (string) $user['id'],
        'name' => $user['name'],
        'email' => $user['email'],
        'email_verified' => (bool) $user['email_verified'],
        'iat' => $now,
        'exp' => $now + 3600,
    ]));
    $signature = comptoir_part(hash_hmac('sha256', "$head.$body", getenv('COMPTOIR_SECRET'), true));
    return "$head.$body.$signature";
}
`,
  python: ({ shop, kid }) => `import base64, hashlib, hmac, json, os, time


def _part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def comptoir_token(user: dict) -> str:
    now = int(time.time())
    head = _part(json.dumps({"alg": "HS256", "typ": "JWT", "kid": "${kid}"}).encode())
    body = _part(json.dumps({
        "aud": "${shop}",
        "sub": str(user["id"]),
        "name": user["name"],
        "email": user["email"],
        "email_verified": bool(user["email_verified"]),
        "iat": now,
        "exp": now + 3600,
    }).encode())
    secret = os.environ["COMPTOIR_SECRET"].encode()
    return f"{head}.{body}." + _part(hmac.new(secret, f"{head}.{body}".encode(), hashlib.sha256).digest())
`,
  ruby: ({ shop, kid }) => `require "base64"
require "json"
require "openssl"

def comptoir_token(user)
  part = ->(bytes) { Base64.urlsafe_encode64(bytes, padding: false) }
  now = Time.now.to_i
  head = part.call({ alg: "HS256", typ: "JWT", kid: "${kid}" }.to_json)
  body = part.call({
    aud: "${shop}",
    sub: user[:id].to_s,
    name: user[:name],
    email: user[:email],
    email_verified: user[:email_verified] ? true : false,
    iat: now,
    exp: now + 3600
  }.to_json)
  signature = OpenSSL::HMAC.digest("SHA256", ENV.fetch("COMPTOIR_SECRET"), "#{head}.#{body}")
  "#{head}.#{body}.#{part.call(signature)}"
end
`,
  java: ({ shop, kid }) => `import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class ComptoirToken {
  static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\\"");
    for (char c : text.toCharArray())
      json.append(c < ' ' || c == '"' || c == '\\\\' || c > '~' ? String.format("\\\\u%04x", (int) c) : String.valueOf(c));
    return json.append('"').toString();
  }

  public static String of(String id, String name, String email, boolean emailVerified) throws Exception {
    long now = System.currentTimeMillis() / 1000;
    String head = "{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\",\\"kid\\":\\"${kid}\\"}";
    String body = "{\\"aud\\":\\"${shop}\\",\\"sub\\":" + quoted(id) + ",\\"name\\":" + quoted(name)
        + ",\\"email\\":" + quoted(email) + ",\\"email_verified\\":" + emailVerified
        + ",\\"iat\\":" + now + ",\\"exp\\":" + (now + 3600) + "}";
    String signed = part(head.getBytes(StandardCharsets.UTF_8)) + "." + part(body.getBytes(StandardCharsets.UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(System.getenv("COMPTOIR_SECRET").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return signed + "." + part(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}
`,
};

/** What the shop's server runs for whoever is logged in there, with the shop's and the key's own names in it. */
export function serverSnippet(language: Language, names: Names): string {
  return SNIPPETS[language](names);
}

/** What the shop's page runs with the token its server made. */
export function browserSnippet(): string {
  return `<script>
  (window.Comptoir ||= { q: [] }).q.push((chat) => chat.identify({ token: "TOKEN FROM YOUR SERVER" }));
</script>
`;
}
