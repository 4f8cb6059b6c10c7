package translation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	clusterv3 "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listenerv3 "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	hcmv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	meshconfig "istio.io/api/mesh/v1alpha1"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/test/xds"
	"istio.io/istio/pilot/test/xdstest"
	"istio.io/istio/pkg/config/mesh"
	"sigs.k8s.io/yaml"
)

// running is Istio's control plane with the manifests, and what it tells whom.
type running struct {
	t       *testing.T
	objects []object
	server  *xds.FakeDiscoveryServer
}

// What is there besides: where traces go, and a service without rules, to which the mesh's defaults apply.
const others = `
apiVersion: v1
kind: Service
metadata: {name: opentelemetry-collector, namespace: monitoring}
spec: {clusterIP: 10.3.0.2, selector: {app: collector}, ports: [{name: http-otlp, port: 4318}]}
---
apiVersion: v1
kind: Service
metadata: {name: stranger, namespace: elsewhere}
spec: {clusterIP: 10.3.0.1, selector: {app: stranger}, ports: [{name: http, port: 80}]}
---
`

func run(t *testing.T, objects []object, values object) *running {
	t.Helper()
	settings, err := yaml.Marshal(values["meshConfig"])
	if err != nil {
		t.Fatal(err)
	}
	var config *meshconfig.MeshConfig
	if config, err = mesh.ApplyMeshConfigDefaults(string(settings)); err != nil {
		t.Fatal(err)
	}
	server := xds.NewFakeDiscoveryServer(t, xds.FakeOptions{
		KubernetesObjectString: others + text(cluster(objects)),
		ConfigString:           text(rules(objects)),
		MeshConfig:             config,
	})
	return &running{t: t, objects: objects, server: server}
}

// sidecar is the proxy beside a deployment's pod in the first zone.
func (r *running) sidecar(name string) *model.Proxy {
	deployments := ofKind(r.objects, "Deployment")
	at := slices.IndexFunc(deployments, func(o object) bool { return o.name() == name })
	if at < 0 {
		r.t.Fatalf("no deployment %s", name)
	}
	labels := map[string]string{}
	for key, value := range podLabels(deployments[at]) {
		labels[key] = value.(string)
	}
	// Istio adds these to what it knows of a proxy once it is connected.
	labels["topology.kubernetes.io/region"], labels["topology.kubernetes.io/zone"] = "r", zones[0]
	account := deployments[at].at("spec", "template", "spec", "serviceAccountName").(string)
	return r.server.SetupProxy(&model.Proxy{
		ID: name + "-0.finflow", ConfigNamespace: "finflow", Labels: labels,
		IPAddresses: []string{addressOf(r.objects, name, 0)},
		Locality:    &corev3.Locality{Region: "r", Zone: zones[0]},
		Metadata: &model.NodeMetadata{
			Namespace: "finflow", Labels: labels, ServiceAccount: account, ClusterID: "Kubernetes",
		},
	})
}

func (r *running) gateway() *model.Proxy {
	labels := map[string]string{"istio": "ingressgateway"}
	return r.server.SetupProxy(&model.Proxy{
		Type: model.Router, ID: "gateway-0.istio-ingress", ConfigNamespace: "istio-ingress", Labels: labels,
		IPAddresses: []string{"10.2.0.1"},
		Metadata:    &model.NodeMetadata{Namespace: "istio-ingress", Labels: labels, ClusterID: "Kubernetes"},
	})
}

func hostOf(service string) string { return service + ".finflow.svc.cluster.local" }

// endpoint is how a caller's proxy knows a service's port.
func (r *running) endpoint(caller, service string, port int) (*clusterv3.Cluster, error) {
	name := fmt.Sprintf("outbound|%d||%s", port, hostOf(service))
	if found := xdstest.ExtractCluster(name, r.server.Clusters(r.sidecar(caller))); found != nil {
		return found, nil
	}
	return nil, fmt.Errorf("%s does not know %s", caller, name)
}

// route is where a caller's proxy sends a request.
func (r *running) route(caller, service string, port int, method, path string) (*routev3.RouteAction, error) {
	found, err := r.routeEntry(caller, service, port, method, path)
	return found.GetRoute(), err
}

// routeEntry is the rule for it, with what it writes into the request.
func (r *running) routeEntry(caller, service string, port int, method, path string) (*routev3.Route, error) {
	table := xdstest.ExtractRouteConfigurations(r.server.Routes(r.sidecar(caller)))[fmt.Sprint(port)]
	for _, host := range table.GetVirtualHosts() {
		if !slices.Contains(host.Domains, hostOf(service)) {
			continue
		}
		for _, one := range host.Routes {
			if takes(one.Match, method, path) {
				return one, nil
			}
		}
	}
	return nil, fmt.Errorf("%s has no route to %s:%d%s", caller, service, port, path)
}

// takes holds for the matches that these rules use: exact paths, everything, and an exact method.
func takes(match *routev3.RouteMatch, method, path string) bool {
	for _, header := range match.Headers {
		if header.Name != ":method" || header.GetStringMatch().GetExact() != method {
			return false
		}
	}
	return match.GetPath() == path || strings.HasPrefix(path, match.GetPrefix()) && match.GetPrefix() != ""
}

// inbound are a sidecar's filter chains for what arrives at a port.
func (r *running) inbound(service string, port int) ([]*listenerv3.FilterChain, error) {
	listener := xdstest.ExtractListener("virtualInbound", r.server.Listeners(r.sidecar(service)))
	var chains []*listenerv3.FilterChain
	for _, chain := range listener.GetFilterChains() {
		if int(chain.GetFilterChainMatch().GetDestinationPort().GetValue()) == port {
			chains = append(chains, chain)
		}
	}
	if len(chains) == 0 {
		return nil, fmt.Errorf("%s takes nothing on port %d", service, port)
	}
	return chains, nil
}

// http are the settings for HTTP of what arrives at a port.
func (r *running) http(service string, port int) ([]*hcmv3.HttpConnectionManager, error) {
	chains, err := r.inbound(service, port)
	if err != nil {
		return nil, err
	}
	managers := make([]*hcmv3.HttpConnectionManager, len(chains))
	for i, chain := range chains {
		managers[i] = xdstest.ExtractHTTPConnectionManager(r.t, chain)
	}
	return managers, nil
}
