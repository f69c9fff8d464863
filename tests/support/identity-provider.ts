import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { IdentityProvider } from "@/server/platform/auth-config";

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A small OpenID Connect provider on this machine: it vouches for whoever `allow` names, once. */
export async function startIdentityProvider() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const granted = new Map<string, { nonce: string; claims: Record<string, unknown> }>();
  let issuer = "";
  const client = { clientId: "digiskipass", clientSecret: randomUUID() };

  const idToken = ({ nonce, claims }: { nonce: string; claims: Record<string, unknown> }) => {
    const now = Math.floor(Date.now() / 1000);
    const facts = { iss: issuer, aud: client.clientId, sub: randomUUID(), iat: now, exp: now + 60, nonce };
    const signed = `${base64({ alg: "RS256", kid: "test", typ: "JWT" })}.${base64({ ...facts, ...claims })}`;
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey).toString("base64url")}`;
  };

  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const send = (status: number, value: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    if (request.url === "/.well-known/openid-configuration") {
      return send(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    }
    if (request.url === "/keys") {
      return send(200, {
        keys: [{ ...publicKey.export({ format: "jwk" }), kid: "test", alg: "RS256", use: "sig" }],
      });
    }
    const code = new URLSearchParams(body).get("code") ?? "";
    const grant = granted.get(code);
    granted.delete(code);
    if (request.url !== "/token" || !grant) return send(400, { error: "invalid_grant" });
    return send(200, { access_token: randomUUID(), token_type: "bearer", id_token: idToken(grant) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    settings: { issuer, name: "Example ID", ...client } satisfies IdentityProvider,
    /** The person at the provider's page says yes: the code that goes back with the browser. */
    allow(authorizeUrl: URL, claims: Record<string, unknown>): string {
      const code = randomUUID();
      granted.set(code, { nonce: authorizeUrl.searchParams.get("nonce") ?? "", claims });
      return code;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
