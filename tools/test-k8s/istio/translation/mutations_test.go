package translation

import (
	"slices"
	"strings"
	"testing"
)

// mutation is a mistake that somebody could make, and the check that must notice.
type mutation struct {
	name  string
	make  func([]object, object) []object
	fails string
}

// change sets a value of one manifest.
func change(kind, name string, edit func(spec map[string]any)) func([]object, object) []object {
	return func(objects []object, _ object) []object {
		for _, one := range objects {
			if one.is(kind, name) {
				spec, ok := one["spec"].(map[string]any)
				if !ok {
					spec = map[string]any{}
					one["spec"] = spec
				}
				edit(spec)
				return objects
			}
		}
		panic("there is no " + kind + " " + name)
	}
}

func drop(kind, name string) func([]object, object) []object {
	return func(objects []object, _ object) []object {
		kept := slices.DeleteFunc(objects, func(o object) bool { return o.is(kind, name) })
		return kept
	}
}

func install(edit func(meshConfig map[string]any)) func([]object, object) []object {
	return func(objects []object, values object) []object {
		edit(values["meshConfig"].(map[string]any))
		return objects
	}
}

type fields = map[string]any

func ejection(edit func(fields)) func(fields) {
	return func(spec fields) { edit(spec["trafficPolicy"].(fields)["outlierDetection"].(fields)) }
}

func provider(edit func(fields)) func(fields) {
	return func(spec fields) {
		patch := spec["configPatches"].([]any)[0].(fields)["patch"].(fields)
		edit(patch["value"].(fields)["typed_config"].(fields)["providers"].(fields)["origins-0"].(fields))
	}
}

func named(routes any, name string) fields {
	for _, route := range routes.([]any) {
		if route.(fields)["name"] == name {
			return route.(fields)
		}
	}
	panic("no route " + name)
}

func route(name string, edit func(fields)) func(fields) {
	return func(spec fields) { edit(named(spec["http"], name)) }
}

// rule edits the rule of a policy that names a path; that of the door names none.
func rule(path string, edit func(fields)) func(fields) {
	return func(spec fields) {
		for _, one := range spec["rules"].([]any) {
			paths, _ := operation(one.(fields))["paths"].([]any)
			if path == "" || slices.Contains(paths, any(path)) {
				edit(one.(fields))
				return
			}
		}
		panic("no rule names " + path)
	}
}

func source(rule fields) fields { return rule["from"].([]any)[0].(fields)["source"].(fields) }

func operation(rule fields) fields { return rule["to"].([]any)[0].(fields)["operation"].(fields) }

var mutations = []mutation{
	{"ejection after ten", change("DestinationRule", "auth", ejection(func(o fields) { o["consecutiveGatewayErrors"] = 10 })), "an endpoint that fails five times"},
	{"all may be ejected", change("DestinationRule", "upload", ejection(func(o fields) { o["maxEjectionPercent"] = 100 })), "an endpoint that fails five times"},
	{"ejection for an hour", change("DestinationRule", "chatbot", ejection(func(o fields) { o["baseEjectionTime"] = "1h" })), "an endpoint that fails five times"},
	{"a field misspelt", change("DestinationRule", "analytics", ejection(func(o fields) {
		o["consecutiveGatewayError"] = 5
		delete(o, "consecutiveGatewayErrors")
	})), "an endpoint that fails five times"},
	{"answers count", change("DestinationRule", "analytics", ejection(func(o fields) { delete(o, "consecutive5xxErrors") })), "other errors than those"},
	{"no rule for endpoints", drop("DestinationRule", "auth"), "connections, requests and retries have limits"},
	{"any number of requests", change("DestinationRule", "auth", func(s fields) {
		delete(s["trafficPolicy"].(fields)["connectionPool"].(fields)["http"].(fields), "http2MaxRequests")
	}), "connections, requests and retries have limits"},
	{"plaintext between services", change("DestinationRule", "auth", func(s fields) { s["trafficPolicy"].(fields)["tls"] = fields{"mode": "DISABLE"} }), "services are called over mTLS"},
	{"a port that says nothing of gRPC", change("Service", "auth", func(s fields) {
		port := s["ports"].([]any)[0].(fields)
		delete(port, "appProtocol")
		port["name"] = "main"
	}), "RPCs travel over HTTP/2"},
	{"no order of zones", change("DestinationRule", "auth", func(s fields) {
		s["trafficPolicy"].(fields)["loadBalancer"] = fields{"simple": "LEAST_REQUEST", "localityLbSetting": fields{"enabled": false}}
	}), "the own zone comes first"},
	{"no scope", drop("Sidecar", "chatbot"), "each process knows"},
	{"a scope of everything", change("Sidecar", "default", func(s fields) { s["egress"] = []any{fields{"hosts": []any{"./*"}}} }), "each process knows"},

	{"one try more for reads", change("VirtualService", "analytics", route("may-be-repeated", func(r fields) { r["retries"].(fields)["attempts"] = 4 })), "an RPC that may be repeated is tried again three"},
	{"reads are not tried again when a service cannot", change("VirtualService", "analytics", route("may-be-repeated", func(r fields) { r["retries"].(fields)["retryOn"] = "connect-failure" })), "an RPC that may be repeated is tried again three"},
	{"nothing tells a store that is away", change("VirtualService", "upload", route("may-be-repeated", func(r fields) { delete(r, "headers") })), "an RPC that may be repeated is tried again where"},
	{"a write is tried again", change("VirtualService", "auth", route("once", func(r fields) { r["retries"].(fields)["attempts"] = 1 })), "an RPC that may not be repeated"},
	{"a write without a word on retries, and the mesh's default gone", func(objects []object, values object) []object {
		delete(values["meshConfig"].(fields), "defaultHttpRetryPolicy")
		return change("VirtualService", "upload", route("once", func(r fields) { delete(r, "retries") }))(objects, values)
	}, "an RPC that may not be repeated"},
	{"a try has a minute", change("VirtualService", "upload", route("may-be-repeated", func(r fields) { r["retries"].(fields)["perTryTimeout"] = "60s" })), "a try has 3 s"},
	{"a stream ends after a minute", change("VirtualService", "upload", route("stream-may-be-repeated", func(r fields) { r["timeout"] = "60s" })), "a stream has no timeout"},
	{"RPCs without an end", change("VirtualService", "auth", route("once", func(r fields) { delete(r, "timeout") })), "a stream has no timeout"},
	{"what is unknown is tried again", change("VirtualService", "auth", route("others", func(r fields) { r["retries"].(fields)["attempts"] = 2 })), "what no contract names"},
	{"keys are fetched once", change("VirtualService", "auth", func(s fields) { s["http"] = s["http"].([]any)[:3] }), "auth's keys are fetched again"},
	{"Istio's own default", install(func(m fields) { delete(m, "defaultHttpRetryPolicy") }), "without a rule, nothing"},

	{"plaintext is taken too", change("PeerAuthentication", "default", func(s fields) { s["mtls"] = fields{"mode": "PERMISSIVE"} }), "nobody speaks to a pod"},
	{"one service takes plaintext", func(objects []object, _ object) []object {
		return append(objects, object{"apiVersion": "security.istio.io/v1", "kind": "PeerAuthentication",
			"metadata": fields{"name": "auth", "namespace": "finflow"},
			"spec":     fields{"selector": fields{"matchLabels": fields{"app.kubernetes.io/name": "auth"}}, "mtls": fields{"mode": "DISABLE"}}})
	}, "nobody speaks to a pod"},
	{"no token is asked for", change("AuthorizationPolicy", "upload", rule("/finflow.upload.v1.UploadService/ListDocuments", func(r fields) { delete(source(r), "requestPrincipals") })), "every RPC is for who needs it"},
	{"anybody's token will do", change("AuthorizationPolicy", "upload", rule("/finflow.upload.v1.UploadService/ListDocuments", func(r fields) { source(r)["requestPrincipals"] = []any{"*"} })), "every RPC is for who needs it"},
	{"one caller too many", change("AuthorizationPolicy", "chatbot", rule("/finflow.chatbot.v1.ChatbotService/Ask", func(r fields) {
		source(r)["principals"] = append(source(r)["principals"].([]any), identity+"analytics")
	})), "every RPC is for who needs it"},
	{"no health for edge", change("AuthorizationPolicy", "chatbot", rule(healthPath, func(r fields) { operation(r)["paths"] = []any{"/none"} })), "every RPC is for who needs it"},
	{"an RPC too few", change("AuthorizationPolicy", "auth", rule("/finflow.auth.v1.AuthService/Login", func(r fields) { operation(r)["paths"] = operation(r)["paths"].([]any)[1:] })), "every RPC is for who needs it"},
	{"an internal RPC for edge", change("AuthorizationPolicy", "upload", rule("/finflow.upload.internal.v1.UserRowsService/ListUsers", func(r fields) { source(r)["principals"] = []any{identity + "*"} })), "every RPC is for who needs it"},
	{"a policy that selects nobody, and nothing denied", func(objects []object, values object) []object {
		objects = drop("AuthorizationPolicy", "deny-all")(objects, values)
		return change("AuthorizationPolicy", "analytics", func(s fields) { s["selector"] = fields{"matchLabels": fields{"app": "analytics"}} })(objects, values)
	}, "every RPC is for who needs it"},
	{"the whole admin port", change("AuthorizationPolicy", "auth", rule(keysPath, func(r fields) { delete(operation(r), "paths") })), "auth's admin port"},
	{"keys by any method", change("AuthorizationPolicy", "auth", rule(keysPath, func(r fields) { delete(operation(r), "methods") })), "auth's admin port"},
	{"every port of chatbot", change("AuthorizationPolicy", "chatbot", rule("/finflow.chatbot.v1.ChatbotService/Ask", func(r fields) { r["to"] = []any{fields{"operation": fields{"methods": []any{"GET", "POST"}}}} })), "other admin ports"},
	{"the door is open to all", change("AuthorizationPolicy", "edge", rule("", func(r fields) { delete(r, "from") })), "only the gateway"},
	{"no tokens verified", drop("RequestAuthentication", "chatbot"), "a token must be auth's"},
	{"another issuer", change("EnvoyFilter", "auth-keys", provider(func(p fields) { p["issuer"] = "someone" })), "a token must be auth's"},
	{"tokens not passed on", change("EnvoyFilter", "upload-keys", provider(func(p fields) { delete(p, "forward") })), "a token must be auth's"},
	{"claims that permissions do not see", change("EnvoyFilter", "upload-keys", provider(func(p fields) { delete(p, "payload_in_metadata") })), "a token must be auth's"},
	{"keys fetched as Istio does", drop("EnvoyFilter", "chatbot-keys"), "keys are fetched beside"},
	{"keys fetched once in a request", change("EnvoyFilter", "auth-keys", provider(func(p fields) { delete(p["remote_jwks"].(fields), "async_fetch") })), "keys are fetched beside"},
	{"keys not fetched again by processes", change("VirtualService", "auth", route("keys", func(r fields) { r["retries"].(fields)["retryOn"] = "connect-failure" })), "auth's keys are fetched again"},
	{"auth's proxy does not know auth", change("Sidecar", "auth", func(s fields) { s["egress"] = []any{fields{"hosts": []any{"~/*"}}} }), "each process knows"},
	{"tokens verified at the door", change("RequestAuthentication", "auth", func(s fields) { delete(s, "selector") }), "edge's sidecar leaves tokens"},
	{"whole paths in the log", install(func(m fields) {
		labels := m["extensionProviders"].([]any)[0].(fields)["envoyFileAccessLog"].(fields)["logFormat"].(fields)["labels"].(fields)
		labels["path"] = "%REQ(:PATH)%"
	}), "logs hold no query strings"},
	{"spans of the door", drop("Telemetry", "edge"), "logs hold no query strings"},

	{"TLS 1.2", change("Gateway", "edge", func(s fields) { delete(s["servers"].([]any)[0].(fields)["tls"].(fields), "minProtocolVersion") }), "the door takes TLS 1.3"},
	{"no redirect", change("Gateway", "edge", func(s fields) { delete(s["servers"].([]any)[1].(fields), "tls") }), "plain HTTP is told"},
	{"the gateway names requests anew", drop("EnvoyFilter", "requests"), "a request keeps the id"},
	{"how long it took is said", change("VirtualService", "edge-door", route("http", func(r fields) {
		delete(r["headers"].(fields)["response"].(fields), "remove")
	})), "a request keeps the id"},
	{"gRPC-web taken for gRPC", change("VirtualService", "edge-door", route("grpc", func(r fields) {
		r["match"].([]any)[0].(fields)["headers"].(fields)["content-type"] = fields{"prefix": "application/grpc"}
	})), "gRPC goes to edge's port"},
	{"no HSTS for gRPC", change("VirtualService", "edge-door", route("grpc", func(r fields) { delete(r, "headers") })), "every answer says"},
	{"the door tries everything again", change("VirtualService", "edge-door", route("http", func(r fields) { r["retries"].(fields)["retryOn"] = "5xx" })), "at the door only"},
	{"edge's word for what is behind it counts", change("DestinationRule", "edge", ejection(func(o fields) { o["consecutiveGatewayErrors"] = 5 })), "at the door an endpoint"},
	{"nothing at the door counts", change("DestinationRule", "edge", ejection(func(o fields) { delete(o, "consecutiveLocalOriginFailures") })), "at the door an endpoint"},
	{"a timeout at the door", change("VirtualService", "edge-door", route("http", func(r fields) { r["timeout"] = "15s" })), "at the door only"},
	{"spans of the gateway", func(objects []object, _ object) []object {
		for _, one := range objects {
			if one.is("Telemetry", "default") && one.at("metadata", "namespace") == "istio-ingress" {
				delete(one["spec"].(fields)["tracing"].([]any)[0].(fields), "disableSpanReporting")
			}
		}
		return objects
	}, "the gateway logs no query strings"},
	{"clients may say who they are", install(func(m fields) {
		m["defaultConfig"].(fields)["gatewayTopology"].(fields)["numTrustedProxies"] = 1
	}), "edge is told the client's address"},
}

func TestMistakesAreNoticed(t *testing.T) {
	manifests := given(t, "FINFLOW_MANIFESTS")
	checks := allChecks(t)
	unproven := map[string]bool{}
	for _, one := range checks {
		unproven[one.name] = true
	}
	for _, mistake := range mutations {
		at := slices.IndexFunc(checks, func(c check) bool { return strings.HasPrefix(c.name, mistake.fails) })
		if at < 0 {
			t.Fatalf("no check is called %q", mistake.fails)
		}
		delete(unproven, checks[at].name)
		t.Run(mistake.name, func(t *testing.T) {
			settings := values(t)
			objects := mistake.make(parse(t, manifests), settings)
			if err := checks[at].run(run(t, objects, settings)); err == nil {
				t.Errorf("%q did not notice", checks[at].name)
			} else {
				t.Log(err)
			}
		})
	}
	for name := range unproven {
		t.Errorf("no mutation proves %q", name)
	}
}
