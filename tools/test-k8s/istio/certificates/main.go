// Command certificates stands in for Istio's certificate authority and for its agent beside each Envoy: it makes an
// authority and a certificate per workload, and hands them out over a socket per workload, by the protocol that Envoy
// asks by (SDS), as "default" and "ROOTCA".
//
//	certificates FOLDER HOST NAME=NAMESPACE/ACCOUNT...
//
// serves FOLDER/NAME.sock with the identity of NAMESPACE's ACCOUNT, and writes what a gateway shows clients of HOST
// (host.crt, host.key) and what these know it by (root.crt).
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"os"
	"path/filepath"
	"strings"

	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	discoveryv3 "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	secretv3 "github.com/envoyproxy/go-control-plane/envoy/service/secret/v3"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/anypb"
)

type workload struct {
	secretv3.UnimplementedSecretDiscoveryServiceServer
	name                   string
	certificate, key, root []byte
}

func (w workload) StreamSecrets(stream secretv3.SecretDiscoveryService_StreamSecretsServer) error {
	for {
		request, err := stream.Recv()
		if err != nil {
			return err
		}
		if detail := request.ErrorDetail; detail != nil {
			log.Printf("%s: Envoy refuses its certificate: %s", w.name, detail.Message)
		}
		// An acknowledgement, or a refusal; there is nothing newer to say.
		if request.ResponseNonce != "" {
			continue
		}
		response, err := w.answer(request)
		if err != nil {
			return err
		}
		if err := stream.Send(response); err != nil {
			return err
		}
	}
}

func (w workload) FetchSecrets(_ context.Context, request *discoveryv3.DiscoveryRequest) (*discoveryv3.DiscoveryResponse, error) {
	return w.answer(request)
}

func (w workload) answer(request *discoveryv3.DiscoveryRequest) (*discoveryv3.DiscoveryResponse, error) {
	response := &discoveryv3.DiscoveryResponse{VersionInfo: "1", Nonce: "1", TypeUrl: request.TypeUrl}
	for _, name := range request.ResourceNames {
		secret, err := w.secret(name)
		if err != nil {
			return nil, err
		}
		packed, err := anypb.New(secret)
		if err != nil {
			return nil, err
		}
		response.Resources = append(response.Resources, packed)
	}
	return response, nil
}

func (w workload) secret(name string) (*tlsv3.Secret, error) {
	switch name {
	case "default":
		return &tlsv3.Secret{Name: name, Type: &tlsv3.Secret_TlsCertificate{TlsCertificate: &tlsv3.TlsCertificate{
			CertificateChain: inline(w.certificate), PrivateKey: inline(w.key),
		}}}, nil
	case "ROOTCA":
		return &tlsv3.Secret{Name: name, Type: &tlsv3.Secret_ValidationContext{
			ValidationContext: &tlsv3.CertificateValidationContext{TrustedCa: inline(w.root)},
		}}, nil
	}
	return nil, status.Errorf(codes.NotFound, "no secret is called %s", name)
}

func inline(bytes []byte) *corev3.DataSource {
	return &corev3.DataSource{Specifier: &corev3.DataSource_InlineBytes{InlineBytes: bytes}}
}

func writeHost(mesh *authority, folder, host string) error {
	certificate, key, err := mesh.issueHost(host)
	if err != nil {
		return err
	}
	for name, text := range map[string][]byte{"host.crt": certificate, "host.key": key, "root.crt": mesh.root} {
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	folder := os.Args[1]
	mesh, err := newAuthority()
	if err != nil {
		log.Fatal(err)
	}
	if err := writeHost(mesh, folder, os.Args[2]); err != nil {
		log.Fatal(err)
	}
	failed := make(chan error)
	for _, argument := range os.Args[3:] {
		name, owner, _ := strings.Cut(argument, "=")
		namespace, account, _ := strings.Cut(owner, "/")
		certificate, key, err := mesh.issue("spiffe://cluster.local/ns/" + namespace + "/sa/" + account)
		if err != nil {
			log.Fatal(err)
		}
		socket, err := net.Listen("unix", filepath.Join(folder, name+".sock"))
		if err != nil {
			log.Fatal(err)
		}
		server := grpc.NewServer()
		secretv3.RegisterSecretDiscoveryServiceServer(server, workload{name: name, certificate: certificate, key: key, root: mesh.root})
		go func() { failed <- server.Serve(socket) }()
	}
	fmt.Println("serving")
	log.Fatal(<-failed)
}
