//go:build tools

// Package tools names the program of Kubernetes that the tests build, so that go.mod and go.sum pin it too.
package tools

import _ "k8s.io/kubernetes/cmd/kube-apiserver"
