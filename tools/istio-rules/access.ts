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

/**
 * The keys by which tokens are verified, fetched beside the requests and kept while auth is away. Istio's own way is to
 * fetch them within a request, once in five minutes and once only, and to answer that with 401 when auth does not give
 * them: with auth away for longer nobody would be known anywhere, and with one of its replicas dead every other Envoy
 * would tell somebody to sign in. A patch replaces a provider as a whole; the rest of it is what Istio writes for the
 * rule above.
 */
export function keptKeys(service: MeshService): Resource {
  const [rule] = userTokens(service).spec.jwtRules as [
    { issuer: string; audiences: string[]; jwksUri: string },
  ];
  const { issuer, audiences, jwksUri } = rule;
  const provider = {
    ...{ issuer, audiences, forward: true, payload_in_metadata: "payload" },
    normalize_payload_in_metadata: { space_delimited_claims: ["permission", "scope"] },
    remote_jwks: {
      http_uri: { uri: jwksUri, cluster: `outbound|3101||${hostOf("auth")}`, timeout: "5s" },
      cache_duration: "300s",
      async_fetch: { fast_listener: true },
      retry_policy: { num_retries: 3, retry_back_off: { base_interval: "0.1s", max_interval: "1s" } },
    },
  };
  const filter = {
    name: "envoy.filters.network.http_connection_manager",
    subFilter: { name: "envoy.filters.http.jwt_authn" },
  };
  const type = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication";
  const patch = {
    applyTo: "HTTP_FILTER",
    match: { context: "SIDECAR_INBOUND", listener: { filterChain: { filter } } },
    // As Istio calls the provider of the first rule.
    patch: {
      operation: "MERGE",
      value: { typed_config: { "@type": type, providers: { "origins-0": provider } } },
    },
  };
  const filterOf = resource("EnvoyFilter", `${service.name}-keys`, {
    workloadSelector: { labels: selector(service.name).matchLabels },
    configPatches: [patch],
  });
  // That such patches may break with a new Istio is true of each; what this one does is checked on Istio's own code.
  const annotations = { "galley.istio.io/analyze-suppress": "IST0133" };
  return { ...filterOf, metadata: { ...filterOf.metadata, annotations } };
}

/** What a sidecar is told about: the services that its process calls. Stores are reached past it. */
export function sidecar(caller: Caller): Resource {
  const hosts = reaches(caller).map((callee) => `./${hostOf(callee)}`);
  const workloadSelector = { labels: selector(caller).matchLabels };
  return resource("Sidecar", caller, { workloadSelector, egress: [{ hosts }] });
}
