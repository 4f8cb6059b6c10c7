import { accessTokenNames } from "@finflow/identity/access-token";
import { type Caller, edge, hostOf, keyReaders, type MeshService, namespace, reaches } from "./mesh.ts";
import { type Resource, resource, selector } from "./resource.ts";

/** Who a workload is, by the certificate that Istio gives its service account. */
export function principal(account: string, of: string = namespace): string {
  return `cluster.local/ns/${of}/sa/${account}`;
}

const gateway = principal("istio-ingressgateway", "istio-ingress");

/** `iss/sub` of a token that RequestAuthentication has verified: any user of ours. */
const anyUser = [`${accessTokenNames.issuer}/*`];

type Operation = { ports: string[]; methods?: string[]; paths?: readonly string[] };

function rule(from: readonly string[], operation: Operation, user = false): object {
  const source = { principals: [...from], ...(user && { requestPrincipals: anyUser }) };
  return { from: [{ source }], to: [{ operation }] };
}

/** One rule per kind of caller; what none allows is refused by the namespace's own policy. */
export function serviceAccess(service: MeshService): Resource {
  const rpcs = service.access.map(({ from, rpcs, user }) =>
    rule(
      from.map((caller) => principal(caller)),
      { ports: [String(service.grpcPort)], methods: ["POST"], paths: rpcs },
      user,
    ),
  );
  const keys = rule(
    keyReaders.map((reader) => principal(reader)),
    { ports: [String(service.adminPort)], methods: ["GET"], paths: ["/.well-known/jwks.json"] },
  );
  // Edge asks whether a service answers, for /health; nobody's token comes with that.
  const health = rule([principal(edge.name)], {
    ports: [String(service.grpcPort)],
    methods: ["POST"],
    paths: ["/grpc.health.v1.Health/Check"],
  });
  return policy(service.name, [...rpcs, health, ...(service.name === "auth" ? [keys] : [])]);
}

/** The gateway alone comes through the door; edge itself says what is served there. */
export function doorAccess(): Resource {
  const door = rule([gateway], { ports: [String(edge.httpPort), String(edge.grpcPort)] });
  return policy(edge.name, [door]);
}

function policy(name: string, rules: object[]): Resource {
  return resource("AuthorizationPolicy", name, { selector: selector(name), action: "ALLOW", rules });
}

/**
 * A user's token, when there is one, must be auth's. Envoy fetches the keys itself (PILOT_JWT_ENABLE_REMOTE_JWKS):
 * istiod has no certificate that auth's admin port would let in.
 */
export function userTokens({ name }: MeshService): Resource {
  const auth = hostOf("auth");
  const rules = {
    issuer: accessTokenNames.issuer,
    audiences: [accessTokenNames.audience],
    jwksUri: `http://${auth}:3101/.well-known/jwks.json`,
    // The service verifies it again, and passes it on.
    forwardOriginalToken: true,
  };
  return resource("RequestAuthentication", name, { selector: selector(name), jwtRules: [rules] });
}

/** What a sidecar is told about: the services that its process calls. Stores are reached past it. */
export function sidecar(caller: Caller): Resource {
  const hosts = reaches(caller).map((callee) => `./${hostOf(callee)}`);
  const workloadSelector = { labels: selector(caller).matchLabels };
  return resource("Sidecar", caller, { workloadSelector, egress: [{ hosts }] });
}
