// Package translation asserts what Istio makes of the rendered manifests, as Envoy will see it: by Istio's own code.
// Each assertion is proven by mutations of the manifests for which it must fail, because Istio drops silently what it
// does not know.
package translation

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	"istio.io/istio/pilot/pkg/model"
	"sigs.k8s.io/yaml"
)

func allChecks(t *testing.T) []check {
	return slices.Concat(endpointChecks, routeChecks(t), inboundChecks(t), doorChecks)
}

// values are those of Istio's chart, as they are installed.
func values(t *testing.T) object {
	var found object
	if err := yaml.Unmarshal([]byte(given(t, "FINFLOW_ISTIOD_VALUES")), &found); err != nil {
		t.Fatal(err)
	}
	return found
}

func TestWhatTheManifestsSay(t *testing.T) {
	for name, value := range values(t).at("pilot", "env").(map[string]any) {
		// Istio reads its switches before any test runs.
		if os.Getenv(name) != value {
			t.Fatalf("%s is %q here and %q where it is installed", name, os.Getenv(name), value)
		}
	}
	mesh := run(t, parse(t, given(t, "FINFLOW_MANIFESTS")), values(t))
	for _, one := range allChecks(t) {
		t.Run(one.name, func(t *testing.T) {
			if err := one.run(mesh); err != nil {
				t.Error(err)
			}
		})
	}
}

// gatewayless is a sidecar of a namespace that has no rules of its own.
func (r *running) gatewayless(namespace string) *model.Proxy {
	return r.server.SetupProxy(&model.Proxy{
		ID: "any-0." + namespace, ConfigNamespace: namespace, IPAddresses: []string{"10.2.0.2"},
		Locality: &corev3.Locality{},
		Metadata: &model.NodeMetadata{Namespace: namespace, ClusterID: "Kubernetes"},
	})
}

// setting is what a deployment's configuration says.
func (r *running) setting(deployment, name string) (string, error) {
	for _, one := range ofKind(r.objects, "ConfigMap") {
		if value, ok := one.at("data", name).(string); ok && strings.HasPrefix(one.name(), deployment+"-") {
			return value, nil
		}
	}
	return "", fmt.Errorf("%s has no %s", deployment, name)
}
