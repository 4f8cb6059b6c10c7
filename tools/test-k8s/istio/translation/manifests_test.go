package translation

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"
)

// object is a manifest as it was rendered.
type object map[string]any

func (o object) is(kind, name string) bool {
	return o["kind"] == kind && o.at("metadata", "name") == name
}

// at follows keys of mappings; nil where one is missing.
func (o object) at(keys ...string) any {
	var here any = map[string]any(o)
	for _, key := range keys {
		mapping, ok := here.(map[string]any)
		if !ok {
			return nil
		}
		here = mapping[key]
	}
	return here
}

func (o object) name() string { return o.at("metadata", "name").(string) }

// parse reads documents of YAML; each call gives objects of its own, which a mutation may change.
func parse(t *testing.T, text string) []object {
	t.Helper()
	var objects []object
	for _, document := range strings.Split(text, "\n---\n") {
		var one object
		if err := yaml.Unmarshal([]byte(document), &one); err != nil {
			t.Fatalf("%v in %s", err, document)
		}
		if one != nil {
			objects = append(objects, one)
		}
	}
	return objects
}

// given is the text of the file that an environment variable names.
func given(t *testing.T, variable string) string {
	t.Helper()
	text, err := os.ReadFile(os.Getenv(variable))
	if err != nil {
		t.Fatalf("%s: %v", variable, err)
	}
	return string(text)
}

func text(objects []object) string {
	documents := make([]string, len(objects))
	for i, one := range objects {
		document, err := yaml.Marshal(one)
		if err != nil {
			panic(err)
		}
		documents[i] = string(document)
	}
	return strings.Join(documents, "---\n")
}

func ofKind(objects []object, kinds ...string) []object {
	return slices.DeleteFunc(slices.Clone(objects), func(o object) bool {
		kind, _ := o["kind"].(string)
		return !slices.Contains(kinds, kind)
	})
}

func rules(objects []object) []object {
	return slices.DeleteFunc(slices.Clone(objects), func(o object) bool {
		version, _ := o["apiVersion"].(string)
		return !strings.Contains(version, ".istio.io/")
	})
}

var zones = []string{"a", "b"}

// cluster is what would run: per deployment a pod in each of two zones, and the endpoints of each service.
func cluster(objects []object) []object {
	found := ofKind(objects, "Service", "ServiceAccount")
	for _, zone := range zones {
		labels := map[string]any{"topology.kubernetes.io/region": "r", "topology.kubernetes.io/zone": zone}
		found = append(found, object{"apiVersion": "v1", "kind": "Node",
			"metadata": map[string]any{"name": "node-" + zone, "labels": labels}})
	}
	deployments := ofKind(objects, "Deployment")
	for _, deployment := range deployments {
		for i := range zones {
			found = append(found, pod(deployment, i, addressOf(objects, deployment.name(), i)))
		}
	}
	for _, service := range ofKind(objects, "Service") {
		found = append(found, endpoints(objects, service))
	}
	return found
}

// addressOf is the address of a deployment's pod in the i-th zone.
func addressOf(objects []object, deployment string, i int) string {
	index := slices.IndexFunc(ofKind(objects, "Deployment"), func(o object) bool { return o.name() == deployment })
	return fmt.Sprintf("10.1.%d.%d", index+1, i+1)
}

func pod(deployment object, i int, address string) object {
	return object{
		"apiVersion": "v1", "kind": "Pod",
		"metadata": map[string]any{
			"name": fmt.Sprintf("%s-%d", deployment.name(), i), "namespace": "finflow", "labels": podLabels(deployment),
		},
		"spec": map[string]any{
			"serviceAccountName": deployment.at("spec", "template", "spec", "serviceAccountName"),
			"nodeName":           "node-" + zones[i],
			"containers":         deployment.at("spec", "template", "spec", "containers"),
		},
		"status": map[string]any{
			"phase": "Running", "podIP": address, "podIPs": []any{map[string]any{"ip": address}},
			"conditions": []any{map[string]any{"type": "Ready", "status": "True"}},
		},
	}
}

// podLabels are the template's, and the one that injection adds.
func podLabels(deployment object) map[string]any {
	labels := map[string]any{"security.istio.io/tlsMode": "istio"}
	for key, value := range deployment.at("spec", "template", "metadata", "labels").(map[string]any) {
		labels[key] = value
	}
	return labels
}

func endpoints(objects []object, service object) object {
	name := service.at("spec", "selector", "app.kubernetes.io/name").(string)
	var ports, addresses []any
	for _, each := range service.at("spec", "ports").([]any) {
		port := each.(map[string]any)
		ports = append(ports, map[string]any{"name": port["name"], "port": port["port"], "protocol": "TCP"})
	}
	for i, zone := range zones {
		addresses = append(addresses, map[string]any{
			"addresses": []any{addressOf(objects, name, i)}, "conditions": map[string]any{"ready": true},
			"nodeName": "node-" + zone, "zone": zone,
			"targetRef": map[string]any{"kind": "Pod", "name": fmt.Sprintf("%s-%d", name, i), "namespace": "finflow"},
		})
	}
	return object{
		"apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": "IPv4",
		"metadata": map[string]any{
			"name": service.name(), "namespace": "finflow",
			"labels": map[string]any{"kubernetes.io/service-name": service.name()},
		},
		"ports": ports, "endpoints": addresses,
	}
}
