//go:build tools

// Package tools names the programs of Istio that the tests build, so that go.mod and go.sum pin them too.
package tools

import (
	_ "istio.io/istio/istioctl/cmd/istioctl"
	_ "istio.io/istio/pilot/cmd/pilot-discovery"
)
