package translation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpointv3 "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	httpv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/upstreams/http/v3"
	"istio.io/istio/pilot/test/xdstest"
)

const httpOptions = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions"

// check holds for the manifests as they are, and fails for at least one mutation of them.
type check struct {
	name string
	run  func(*running) error
}

var services = []string{"analytics", "auth", "chatbot", "upload"}

// callerOf is somebody who reaches a service, whose proxy therefore has its routes.
func callerOf(string) string { return "edge" }

var endpointChecks = []check{
	{"an endpoint that fails five times is left alone for 30 s, never more than half of them", func(r *running) error {
		for _, service := range services {
			cluster, err := r.endpoint(callerOf(service), service, grpcPorts[service])
			if err != nil {
				return err
			}
			found := cluster.GetOutlierDetection()
			if found.GetConsecutiveGatewayFailure().GetValue() != 5 ||
				found.GetEnforcingConsecutiveGatewayFailure().GetValue() != 100 ||
				found.GetBaseEjectionTime().AsDuration() != 30*time.Second ||
				found.GetMaxEjectionPercent().GetValue() != 50 {
				return fmt.Errorf("%s: %v", service, found)
			}
		}
		return nil
	}},
	{"other errors than those of a dead process are answers", func(r *running) error {
		for _, service := range services {
			cluster, err := r.endpoint(callerOf(service), service, grpcPorts[service])
			if err != nil {
				return err
			}
			found := cluster.GetOutlierDetection()
			// Left out, it would be 5, enforced.
			if found.GetEnforcingConsecutive_5Xx() == nil || found.GetEnforcingConsecutive_5Xx().GetValue() != 0 ||
				found.GetSplitExternalLocalOriginErrors() {
				return fmt.Errorf("%s: %v", service, found)
			}
		}
		return nil
	}},
	{"connections, requests and retries have limits", func(r *running) error {
		for _, service := range services {
			cluster, err := r.endpoint(callerOf(service), service, grpcPorts[service])
			if err != nil {
				return err
			}
			limits := cluster.GetCircuitBreakers().GetThresholds()[0]
			if limits.GetMaxConnections().GetValue() != 100 || limits.GetMaxRequests().GetValue() != 2000 ||
				limits.GetMaxPendingRequests().GetValue() != 512 || limits.GetMaxRetries().GetValue() != 32 ||
				cluster.GetConnectTimeout().AsDuration() != 2*time.Second {
				return fmt.Errorf("%s: %v", service, limits)
			}
		}
		return nil
	}},
	{"services are called over mTLS, as who they are", func(r *running) error {
		for _, service := range services {
			cluster, err := r.endpoint(callerOf(service), service, grpcPorts[service])
			if err != nil {
				return err
			}
			matches := cluster.GetTransportSocketMatches()
			if len(matches) == 0 {
				return fmt.Errorf("%s is called in plaintext", service)
			}
			names := serverNames(matches[0].GetTransportSocket())
			if !slices.Equal(names, []string{"spiffe://cluster.local/ns/finflow/sa/" + service}) {
				return fmt.Errorf("%s: %v", service, names)
			}
		}
		return nil
	}},
	{"RPCs travel over HTTP/2", func(r *running) error {
		for _, service := range services {
			cluster, err := r.endpoint(callerOf(service), service, grpcPorts[service])
			if err != nil {
				return err
			}
			options := cluster.GetTypedExtensionProtocolOptions()[httpOptions]
			http := xdstest.SilentlyUnmarshalAny[httpv3.HttpProtocolOptions](options)
			// Not "as the caller does": that is what Istio says of a port whose protocol it must guess.
			if http.GetExplicitHttpConfig().GetHttp2ProtocolOptions() == nil {
				return fmt.Errorf("%s: %v", service, http)
			}
		}
		return nil
	}},
	{"the own zone comes first", func(r *running) error {
		for _, load := range r.server.Endpoints(r.sidecar("edge")) {
			if load.ClusterName != "outbound|3001||"+hostOf("auth") {
				continue
			}
			if got := fmt.Sprint(priorities(load)); got != "map[a:0 b:1]" {
				return fmt.Errorf("priorities by zone: %s", got)
			}
			return nil
		}
		return fmt.Errorf("edge has no endpoints of auth")
	}},
	{"each process knows the services that it calls, and no other", func(r *running) error {
		wanted := map[string]string{
			"edge": "analytics auth chatbot upload", "chatbot": "analytics auth upload",
			"analytics": "auth upload", "upload": "auth", "auth": "auth", "upload-worker": "",
		}
		for process, services := range wanted {
			known := map[string]bool{}
			for name := range xdstest.ExtractClusters(r.server.Clusters(r.sidecar(process))) {
				if parts := strings.Split(name, "|"); parts[0] == "outbound" {
					known[strings.Split(parts[3], ".")[0]] = true
				}
			}
			if found := strings.Join(sorted(known), " "); found != services {
				return fmt.Errorf("%s knows %q, not %q", process, found, services)
			}
		}
		return nil
	}},
}

func sorted(names map[string]bool) []string {
	var found []string
	for name := range names {
		found = append(found, name)
	}
	slices.Sort(found)
	return found
}

func serverNames(socket *corev3.TransportSocket) []string {
	settings := xdstest.SilentlyUnmarshalAny[tlsv3.UpstreamTlsContext](socket.GetTypedConfig())
	var names []string
	validation := settings.GetCommonTlsContext().GetCombinedValidationContext().GetDefaultValidationContext()
	for _, name := range validation.GetMatchTypedSubjectAltNames() {
		names = append(names, name.GetMatcher().GetExact())
	}
	//nolint:staticcheck // The older field, which Istio still fills.
	for _, name := range validation.GetMatchSubjectAltNames() {
		names = append(names, name.GetExact())
	}
	return names
}

func priorities(load *endpointv3.ClusterLoadAssignment) map[string]uint32 {
	found := map[string]uint32{}
	for _, group := range load.Endpoints {
		found[group.GetLocality().GetZone()] = group.Priority
	}
	return found
}
