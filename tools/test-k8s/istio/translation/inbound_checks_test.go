package translation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	jwtv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/jwt_authn/v3"
	hcmv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"istio.io/istio/pilot/test/xdstest"
)

const (
	identity = "cluster.local/ns/finflow/sa/"
	someone  = "finflow/0199aaaa-0000-7000-8000-000000000001"
	keysPath = "/.well-known/jwks.json"
	// How edge learns whether a service answers.
	healthPath = "/grpc.health.v1.Health/Check"
)

var ports = map[string][]int{
	"auth": {3001, 3101}, "upload": {3000, 3100}, "analytics": {3002, 3102}, "chatbot": {3003, 3103},
	"edge": {8080, 50051, 8180},
}

// expectation is one line of who may what.
type expectation struct {
	service string
	request request
	allowed bool
}

func expectations(t *testing.T) []expectation {
	var found []expectation
	for _, one := range contracts(t) {
		port := grpcPorts[one.service]
		internal := strings.Contains(one.path, ".internal.")
		open := slices.Contains(publicRPCs, one.path)
		for _, caller := range []string{"edge", "auth", "upload", "upload-worker", "analytics", "chatbot", "default"} {
			with := request{identity + caller, someone, port, "POST", one.path}
			without, forged := with, with
			without.user, forged.user = "", "somebody-else/1"
			may := may(caller, one)
			found = append(found, expectation{one.service, with, may},
				expectation{one.service, without, may && (internal || open)},
				expectation{one.service, forged, may && (internal || open)})
		}
		outside := request{"cluster.local/ns/elsewhere/sa/edge", someone, port, "POST", one.path}
		found = append(found, expectation{one.service, outside, false})
	}
	for _, service := range services {
		for caller, may := range map[string]bool{"edge": true, "chatbot": false, "analytics": false, "default": false} {
			asked := request{identity + caller, "", grpcPorts[service], "POST", healthPath}
			found = append(found, expectation{service, asked, may})
		}
	}
	return found
}

var publicRPCs = []string{
	"/finflow.auth.v1.AuthService/Register", "/finflow.auth.v1.AuthService/Login",
	"/finflow.auth.v1.AuthService/Refresh", "/finflow.auth.v1.AuthService/Logout",
	"/finflow.auth.v1.AuthService/GetErasure", "/finflow.auth.v1.AuthService/GetJwks",
}

// may says who calls whom, in words of its own and not in those of the generator.
func may(caller string, one rpc) bool {
	switch {
	case strings.HasPrefix(one.path, "/finflow.upload.internal."):
		return caller == "analytics" || caller == "chatbot"
	case caller == "chatbot":
		return one.service == "analytics" && !strings.HasSuffix(one.path, "/ExportTransactions")
	}
	return caller == "edge"
}

func (r *running) mustDecide(all []expectation) error {
	for _, one := range all {
		got, err := r.allows(one.service, one.request)
		if err != nil {
			return err
		}
		if got != one.allowed {
			return fmt.Errorf("%s: %+v is allowed: %v", one.service, one.request, got)
		}
	}
	return nil
}

func inboundChecks(t *testing.T) []check {
	return []check{
		{"nobody speaks to a pod without a certificate", func(r *running) error {
			for service, ports := range ports {
				for _, port := range ports {
					chains, err := r.inbound(service, port)
					if err != nil {
						return err
					}
					for _, chain := range chains {
						tls := xdstest.SilentlyUnmarshalAny[tlsv3.DownstreamTlsContext](chain.GetTransportSocket().GetTypedConfig())
						if chain.GetTransportSocket() == nil || !tls.GetRequireClientCertificate().GetValue() {
							return fmt.Errorf("%s:%d takes plaintext, or any certificate", service, port)
						}
					}
				}
			}
			return nil
		}},
		{"every RPC is for who needs it, with a user's token where it is about a user", func(r *running) error {
			return r.mustDecide(expectations(t))
		}},
		{"auth's admin port is for its keys, to those who verify tokens", func(r *running) error {
			ask := func(caller, method, path string, allowed bool) expectation {
				return expectation{"auth", request{identity + caller, "", 3101, method, path}, allowed}
			}
			return r.mustDecide([]expectation{
				ask("edge", "GET", keysPath, true), ask("upload", "GET", keysPath, true),
				ask("analytics", "GET", keysPath, true), ask("chatbot", "GET", keysPath, true),
				ask("auth", "GET", keysPath, true), ask("upload-worker", "GET", keysPath, false),
				ask("default", "GET", keysPath, false), ask("edge", "POST", keysPath, false),
				ask("edge", "GET", "/metrics", false), ask("upload", "GET", "/readyz", false),
			})
		}},
		{"other admin ports are for nobody", func(r *running) error {
			for service, port := range map[string]int{"upload": 3100, "analytics": 3102, "chatbot": 3103, "edge": 8180} {
				for _, path := range []string{"/metrics", "/readyz", keysPath} {
					asked := request{identity + "edge", someone, port, "GET", path}
					if err := r.mustDecide([]expectation{{service, asked, false}}); err != nil {
						return err
					}
				}
			}
			return nil
		}},
		{"only the gateway comes through the door", func(r *running) error {
			for _, port := range []int{8080, 50051} {
				gateway := request{"cluster.local/ns/istio-ingress/sa/istio-ingressgateway", "", port, "POST", "/any"}
				service, other := gateway, gateway
				service.caller, other.caller = identity+"upload", "cluster.local/ns/elsewhere/sa/istio-ingressgateway"
				err := r.mustDecide([]expectation{{"edge", gateway, true}, {"edge", service, false}, {"edge", other, false}})
				if err != nil {
					return err
				}
			}
			return nil
		}},
		{"a token must be auth's, by keys that the sidecar fetches itself, and is passed on", func(r *running) error {
			for _, service := range services {
				managers, err := r.http(service, grpcPorts[service])
				if err != nil {
					return err
				}
				for _, manager := range managers {
					if err := verifiesTokens(manager); err != nil {
						return fmt.Errorf("%s: %w", service, err)
					}
				}
				if _, err := r.endpoint(service, "auth", 3101); err != nil {
					return err
				}
			}
			return nil
		}},
		{"keys are fetched beside the requests, more than once, and kept while auth is away", func(r *running) error {
			for _, service := range services {
				managers, err := r.http(service, grpcPorts[service])
				if err != nil {
					return err
				}
				for _, manager := range managers {
					settings, err := tokenSettings(manager)
					if err != nil {
						return fmt.Errorf("%s: %w", service, err)
					}
					for _, provider := range settings.GetProviders() {
						keys := provider.GetRemoteJwks()
						if keys.GetAsyncFetch() == nil || keys.GetRetryPolicy().GetNumRetries().GetValue() == 0 {
							return fmt.Errorf("%s: %v", service, keys)
						}
					}
				}
			}
			return nil
		}},
		{"edge's sidecar leaves tokens to edge", func(r *running) error {
			managers, err := r.http("edge", 8080)
			if err != nil {
				return err
			}
			for _, filter := range managers[0].HttpFilters {
				if filter.Name == "envoy.filters.http.jwt_authn" {
					return fmt.Errorf("it verifies them")
				}
			}
			return nil
		}},
		{"logs hold no query strings, and spans of what comes through the door are not made", func(r *running) error {
			for _, service := range append([]string{"edge"}, services...) {
				managers, err := r.http(service, ports[service][0])
				if err != nil {
					return err
				}
				log := fmt.Sprint(managers[0].GetAccessLog())
				if !strings.Contains(log, "REQ_WITHOUT_QUERY(") || strings.Contains(log, "REQ(:PATH)") ||
					strings.Contains(log, "REQ(X-ENVOY-ORIGINAL-PATH") {
					return fmt.Errorf("%s logs %s", service, log)
				}
				traced := managers[0].GetTracing().GetProvider() != nil
				if traced != (service != "edge") {
					return fmt.Errorf("%s makes spans: %v", service, traced)
				}
			}
			return nil
		}},
	}
}

func verifiesTokens(manager *hcmv3.HttpConnectionManager) error {
	settings, err := tokenSettings(manager)
	if err != nil {
		return err
	}
	for _, provider := range settings.GetProviders() {
		keys := provider.GetRemoteJwks().GetHttpUri()
		if provider.Issuer == "finflow" && slices.Equal(provider.Audiences, []string{"finflow"}) && provider.Forward &&
			provider.PayloadInMetadata == "payload" &&
			keys.GetCluster() == "outbound|3101||"+hostOf("auth") && strings.HasSuffix(keys.GetUri(), keysPath) {
			return nil
		}
		return fmt.Errorf("%v", provider)
	}
	return fmt.Errorf("nobody's tokens are verified")
}

func tokenSettings(manager *hcmv3.HttpConnectionManager) (*jwtv3.JwtAuthentication, error) {
	for _, filter := range manager.HttpFilters {
		if filter.Name == "envoy.filters.http.jwt_authn" {
			return xdstest.SilentlyUnmarshalAny[jwtv3.JwtAuthentication](filter.GetTypedConfig()), nil
		}
	}
	return nil, fmt.Errorf("no filter verifies tokens")
}
