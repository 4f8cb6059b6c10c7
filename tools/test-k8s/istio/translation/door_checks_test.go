package translation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	hcmv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"istio.io/istio/pilot/test/xdstest"
)

var doorChecks = []check{
	{"the door takes TLS 1.3 and nothing older", func(r *running) error {
		listener := xdstest.ExtractListener("0.0.0.0_443", r.server.Listeners(r.gateway()))
		if len(listener.GetFilterChains()) == 0 {
			return fmt.Errorf("nothing listens on 443")
		}
		for _, chain := range listener.FilterChains {
			tls := xdstest.SilentlyUnmarshalAny[tlsv3.DownstreamTlsContext](chain.GetTransportSocket().GetTypedConfig())
			if least := tls.GetCommonTlsContext().GetTlsParams().GetTlsMinimumProtocolVersion(); least != tlsv3.TlsParameters_TLSv1_3 {
				return fmt.Errorf("from %v on", least)
			}
		}
		return nil
	}},
	{"plain HTTP is told to come over HTTPS", func(r *running) error {
		table := xdstest.ExtractRouteConfigurations(r.server.Routes(r.gateway()))["http.80"]
		if len(table.GetVirtualHosts()) == 0 || table.VirtualHosts[0].RequireTls != routev3.VirtualHost_ALL {
			return fmt.Errorf("%v", table)
		}
		return nil
	}},
	{"gRPC goes to edge's port for it, everything else to the other", func(r *running) error {
		routes, err := r.doorRoutes()
		if err != nil {
			return err
		}
		if len(routes) != 2 {
			return fmt.Errorf("%d routes", len(routes))
		}
		kind := routes[0].GetMatch().GetHeaders()[0]
		if kind.Name != "content-type" || kind.GetStringMatch().GetSafeRegex().GetRegex() != "application/grpc([+;].*)?" ||
			routes[0].GetRoute().GetCluster() != "outbound|50051||"+hostOf("edge") ||
			len(routes[1].GetMatch().GetHeaders()) != 0 ||
			routes[1].GetRoute().GetCluster() != "outbound|8080||"+hostOf("edge") {
			return fmt.Errorf("%v", routes)
		}
		return nil
	}},
	{"every answer says that only HTTPS will do", func(r *running) error {
		routes, err := r.doorRoutes()
		if err != nil {
			return err
		}
		for _, route := range routes {
			added := route.GetResponseHeadersToAdd()
			if len(added) != 1 || added[0].GetHeader().GetKey() != "strict-transport-security" {
				return fmt.Errorf("%v", added)
			}
		}
		return nil
	}},
	{"a request keeps the id that its client gave it, and no answer says what it came through", func(r *running) error {
		listener := xdstest.ExtractListener("0.0.0.0_443", r.server.Listeners(r.gateway()))
		for _, chain := range listener.GetFilterChains() {
			for _, filter := range chain.GetFilters() {
				if filter.Name != "envoy.filters.network.http_connection_manager" {
					continue
				}
				manager := xdstest.SilentlyUnmarshalAny[hcmv3.HttpConnectionManager](filter.GetTypedConfig())
				if !manager.PreserveExternalRequestId ||
					manager.ServerHeaderTransformation != hcmv3.HttpConnectionManager_PASS_THROUGH {
					return fmt.Errorf("%v", manager)
				}
			}
		}
		routes, err := r.doorRoutes()
		if err != nil {
			return err
		}
		for _, route := range routes {
			if !slices.Contains(route.GetResponseHeadersToRemove(), "x-envoy-upstream-service-time") {
				return fmt.Errorf("%v", route)
			}
		}
		return nil
	}},
	{"at the door only what edge never saw is sent again, and nothing has a timeout", func(r *running) error {
		routes, err := r.doorRoutes()
		if err != nil {
			return err
		}
		for _, route := range routes {
			action := route.GetRoute()
			if action.GetRetryPolicy().GetRetryOn() != "connect-failure,refused-stream" || action.GetTimeout().AsDuration() != 0 {
				return fmt.Errorf("%v", action)
			}
		}
		return nil
	}},
	{"at the door an endpoint that is not reached five times is left alone, and none for what it answers", func(r *running) error {
		for _, port := range []string{"8080", "50051"} {
			cluster := xdstest.ExtractCluster("outbound|"+port+"||"+hostOf("edge"), r.server.Clusters(r.gateway()))
			found := cluster.GetOutlierDetection()
			if !found.GetSplitExternalLocalOriginErrors() || found.GetConsecutiveLocalOriginFailure().GetValue() != 5 ||
				found.GetEnforcingConsecutiveLocalOriginFailure().GetValue() != 100 ||
				found.GetEnforcingConsecutiveGatewayFailure() == nil || found.GetEnforcingConsecutiveGatewayFailure().GetValue() != 0 ||
				found.GetEnforcingConsecutive_5Xx() == nil || found.GetEnforcingConsecutive_5Xx().GetValue() != 0 ||
				found.GetBaseEjectionTime().AsDuration() != 30*time.Second || found.GetMaxEjectionPercent().GetValue() != 50 {
				return fmt.Errorf("%s: %v", port, found)
			}
		}
		return nil
	}},
	{"edge is told the client's address by the gateway, and only by it", func(r *running) error {
		listener := xdstest.ExtractListener("0.0.0.0_443", r.server.Listeners(r.gateway()))
		manager := xdstest.ExtractHTTPConnectionManager(r.t, listener.GetFilterChains()[0])
		inner, err := r.http("edge", 8080)
		if err != nil {
			return err
		}
		// The gateway adds its peer to X-Forwarded-For; the sidecar adds nothing.
		if !manager.GetUseRemoteAddress().GetValue() || manager.GetXffNumTrustedHops() != 0 ||
			inner[0].GetUseRemoteAddress().GetValue() {
			return fmt.Errorf("%v, %v", manager.GetUseRemoteAddress(), inner[0].GetUseRemoteAddress())
		}
		hops, err := r.setting("edge", "FINFLOW_TRUSTED_HOPS")
		if err == nil && hops != "1" {
			return fmt.Errorf("edge trusts %s hops", hops)
		}
		return err
	}},
	{"the gateway logs no query strings and makes no spans", func(r *running) error {
		listener := xdstest.ExtractListener("0.0.0.0_443", r.server.Listeners(r.gateway()))
		manager := xdstest.ExtractHTTPConnectionManager(r.t, listener.GetFilterChains()[0])
		if log := fmt.Sprint(manager.GetAccessLog()); !strings.Contains(log, "REQ_WITHOUT_QUERY(") ||
			strings.Contains(log, "REQ(:PATH)") {
			return fmt.Errorf("it logs %s", log)
		}
		if tracing := manager.GetTracing(); tracing.GetProvider() != nil {
			return fmt.Errorf("%v", tracing)
		}
		return nil
	}},
}
