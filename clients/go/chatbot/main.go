// Command chatbot stands in for Finflow's chatbot: the same contract, tokens, health and ending, in another language.
// It answers one kind of question. See docs/add-a-service.md.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	analyticsv1 "example/finflow/gen/finflow/analytics/v1"
	chatbotv1 "example/finflow/gen/finflow/chatbot/v1"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
)

// process is the name under which Kubernetes asks for this process alone, whatever it depends on.
const process = "process"

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	grace, err := time.ParseDuration(orElse("FINFLOW_GRACE_MS", "10000") + "ms")
	if err != nil {
		return fmt.Errorf("FINFLOW_GRACE_MS: %w", err)
	}
	// Between services it is plaintext: the mesh encrypts.
	analytics, err := grpc.NewClient(orElse("ANALYTICS_ADDRESS", "dns:///analytics:3002"),
		grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer analytics.Close()
	keys := &keySet{url: orElse("JWKS_URL", "http://auth:3101/.well-known/jwks.json")}
	server := grpc.NewServer(grpc.ChainUnaryInterceptor(requireUser(keys)))
	chatbotv1.RegisterChatbotServiceServer(server, &chatbot{analytics: analyticsv1.NewAnalyticsServiceClient(analytics)})
	states := health.NewServer()
	for _, name := range []string{process, chatbotv1.ChatbotService_ServiceDesc.ServiceName} {
		states.SetServingStatus(name, healthv1.HealthCheckResponse_SERVING)
	}
	healthv1.RegisterHealthServer(server, states)

	listener, err := net.Listen("tcp", net.JoinHostPort(orElse("HOST", "127.0.0.1"), orElse("GRPC_PORT", "3003")))
	if err != nil {
		return err
	}
	log.Printf("serves on %s", listener.Addr())
	told, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()
	go func() {
		<-told.Done()
		// Who asks hears that it goes; what is under way may end, within the grace.
		states.Shutdown()
		time.AfterFunc(grace, server.Stop)
		server.GracefulStop()
	}()
	return server.Serve(listener)
}

func orElse(variable, value string) string {
	if set := os.Getenv(variable); set != "" {
		return set
	}
	return value
}
