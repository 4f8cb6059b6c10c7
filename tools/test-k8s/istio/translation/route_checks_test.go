package translation

import (
	"fmt"
	"strings"
	"testing"
	"time"

	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	"istio.io/istio/pilot/test/xdstest"
)

const retryOn = "connect-failure,refused-stream,reset,unavailable,retriable-headers"

func eachRPC(t *testing.T, r *running, holds func(rpc, *routev3.RouteAction) bool) error {
	for _, one := range contracts(t) {
		route, err := r.route(callerOf(one.service), one.service, grpcPorts[one.service], "POST", one.path)
		if err != nil {
			return err
		}
		if !holds(one, route) {
			return fmt.Errorf("%s: timeout %v, %v", one.path, route.GetTimeout(), route.GetRetryPolicy())
		}
	}
	return nil
}

func routeChecks(t *testing.T) []check {
	return []check{
		{"an RPC that may be repeated is tried again three times", func(r *running) error {
			return eachRPC(t, r, func(one rpc, route *routev3.RouteAction) bool {
				retries := route.GetRetryPolicy()
				return !one.repeats || retries.GetNumRetries().GetValue() == 3 && retries.GetRetryOn() == retryOn
			})
		}},
		{"an RPC that may be repeated is tried again where what it needs may not be away", func(r *running) error {
			for _, one := range contracts(t) {
				found, err := r.routeEntry(callerOf(one.service), one.service, grpcPorts[one.service], "POST", one.path)
				if err != nil {
					return err
				}
				written := map[string]string{}
				for _, header := range found.GetRequestHeadersToAdd() {
					written[header.GetHeader().GetKey()] = header.GetHeader().GetValue()
				}
				name, told := written["x-envoy-retriable-header-names"]
				if told != one.repeats || told && name != "x-finflow-dependency-away" {
					return fmt.Errorf("%s: %v", one.path, written)
				}
			}
			return nil
		}},
		{"an RPC that may not be repeated is not", func(r *running) error {
			return eachRPC(t, r, func(one rpc, route *routev3.RouteAction) bool {
				return one.repeats || route.GetRetryPolicy() == nil
			})
		}},
		{"a try has 3 s, but for a stream, whose try is the stream", func(r *running) error {
			return eachRPC(t, r, func(one rpc, route *routev3.RouteAction) bool {
				limit := route.GetRetryPolicy().GetPerTryTimeout().AsDuration()
				return limit == 3*time.Second || (!one.repeats || one.streaming) && limit == 0
			})
		}},
		{"a stream has no timeout but its caller's deadline, everything else has 60 s", func(r *running) error {
			return eachRPC(t, r, func(one rpc, route *routev3.RouteAction) bool {
				limit := time.Minute
				if one.streaming {
					limit = 0
				}
				//nolint:staticcheck // What Istio sets, for the deadline that a gRPC caller sends.
				asked := route.GetMaxGrpcTimeout()
				return route.GetTimeout().AsDuration() == limit && asked != nil && asked.AsDuration() == limit
			})
		}},
		{"what no contract names goes to the service, once", func(r *running) error {
			for _, service := range services {
				route, err := r.route("edge", service, grpcPorts[service], "POST", healthPath)
				if err != nil {
					return err
				}
				if route.GetRetryPolicy() != nil {
					return fmt.Errorf("%s: %v", service, route.GetRetryPolicy())
				}
			}
			return nil
		}},
		{"auth's keys are fetched again when that fails", func(r *running) error {
			route, err := r.route("chatbot", "auth", 3101, "GET", "/.well-known/jwks.json")
			if err != nil {
				return err
			}
			want := "outbound|3101||" + hostOf("auth")
			policy := route.GetRetryPolicy()
			if route.GetCluster() != want || policy.GetNumRetries().GetValue() != 3 ||
				!strings.Contains(policy.GetRetryOn(), "gateway-error") {
				return fmt.Errorf("%v", route)
			}
			return nil
		}},
		{"without a rule, nothing in the mesh is tried again", func(r *running) error {
			for _, table := range r.server.Routes(r.gatewayless("elsewhere")) {
				for _, host := range table.VirtualHosts {
					if !strings.HasPrefix(host.Name, "stranger.") {
						continue
					}
					if policy := host.Routes[0].GetRoute().GetRetryPolicy(); policy != nil {
						return fmt.Errorf("%v", policy)
					}
					return nil
				}
			}
			return fmt.Errorf("nothing is known of the other namespace")
		}},
	}
}

// doorRoutes are the gateway's for HTTPS.
func (r *running) doorRoutes() ([]*routev3.Route, error) {
	for name, table := range xdstest.ExtractRouteConfigurations(r.server.Routes(r.gateway())) {
		if strings.HasPrefix(name, "https.443.") {
			return table.VirtualHosts[0].Routes, nil
		}
	}
	return nil, fmt.Errorf("the gateway has no routes for HTTPS")
}
