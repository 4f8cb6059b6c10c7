// Command first-upload registers, uploads a statement, waits until it is read, and prints the figures.
// See README.md.
package main

//go:generate ../../node_modules/.bin/buf generate ../../gen/descriptors.binpb --exclude-path google

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"google.golang.org/grpc/status"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, forPeople(err))
		os.Exit(1)
	}
}

func run() error {
	email := flag.String("email", "", "of the account, which is made if there is none")
	address := flag.String("grpc", orElse("FINFLOW_GRPC", "localhost:50051"), "host:port of gRPC")
	url := flag.String("url", orElse("FINFLOW_URL", "http://localhost:8080"), "of HTTP, where edge itself takes the bytes")
	useTLS := flag.Bool("tls", false, "speak TLS, trusting this machine's authorities")
	ca := flag.String("ca", "", "speak TLS, trusting the authorities in this PEM `file`")
	wait := flag.Duration("wait", 2*time.Minute, "for the end of reading")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: first-upload -email E-MAIL [flags] STATEMENT.pdf")
		fmt.Fprintln(os.Stderr, "FINFLOW_PASSWORD holds the account's password, FINFLOW_FILE_PASSWORD that of a protected PDF.")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 || *email == "" {
		flag.Usage()
		os.Exit(2)
	}
	password := os.Getenv("FINFLOW_PASSWORD")
	if password == "" {
		return errors.New("FINFLOW_PASSWORD is not set: it holds the account's password")
	}
	content, err := os.ReadFile(flag.Arg(0))
	if err != nil {
		return err
	}
	connection, err := connect(*address, *useTLS, *ca)
	if err != nil {
		return err
	}
	defer connection.Close()

	ctx := context.Background()
	client := newClient(connection, *url)
	if ctx, err = client.registerOrSignIn(ctx, *email, password); err != nil {
		return err
	}
	id, err := client.upload(ctx, filepath.Base(flag.Arg(0)), content, os.Getenv("FINFLOW_FILE_PASSWORD"))
	if err != nil {
		return err
	}
	document, err := client.waitUntilRead(ctx, id, *wait)
	if err != nil {
		return err
	}
	printDocument(os.Stdout, document)
	summary, err := client.summary(ctx, document.GetRevision(), *wait)
	if err != nil {
		return err
	}
	printSummary(os.Stdout, summary)
	return nil
}

func orElse(variable, value string) string {
	if set := os.Getenv(variable); set != "" {
		return set
	}
	return value
}

// forPeople gives an RPC's error as its code and what the server says, without the library's words around it.
func forPeople(err error) string {
	if answer, ok := status.FromError(err); ok {
		return fmt.Sprintf("%s: %s", codeName(answer.Code()), answer.Message())
	}
	return err.Error()
}
