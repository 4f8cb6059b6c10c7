package translation

import (
	"strings"
	"testing"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/descriptorpb"
)

// rpc is one of ours, as its contract has it.
type rpc struct {
	service, path      string
	repeats, streaming bool
}

var grpcPorts = map[string]int{"auth": 3001, "upload": 3000, "analytics": 3002, "chatbot": 3003}

// contracts are the RPCs of the descriptor set that a variable names.
func contracts(t *testing.T) []rpc {
	t.Helper()
	var set descriptorpb.FileDescriptorSet
	if err := proto.Unmarshal([]byte(given(t, "FINFLOW_DESCRIPTORS")), &set); err != nil {
		t.Fatal(err)
	}
	var found []rpc
	for _, file := range set.File {
		parts := strings.Split(file.GetPackage(), ".")
		for _, service := range file.Service {
			for _, method := range service.Method {
				level := method.GetOptions().GetIdempotencyLevel()
				found = append(found, rpc{
					service:   parts[1],
					path:      "/" + file.GetPackage() + "." + service.GetName() + "/" + method.GetName(),
					repeats:   level != descriptorpb.MethodOptions_IDEMPOTENCY_UNKNOWN,
					streaming: method.GetServerStreaming() || method.GetClientStreaming(),
				})
			}
		}
	}
	if len(found) < 30 {
		t.Fatalf("only %d RPCs in the descriptor set", len(found))
	}
	return found
}
