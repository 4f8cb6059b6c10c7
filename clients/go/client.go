package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	analyticsv1 "example/finflow/gen/finflow/analytics/v1"
	authv1 "example/finflow/gen/finflow/auth/v1"
	uploadv1 "example/finflow/gen/finflow/upload/v1"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

const (
	callTimeout = 15 * time.Second
	retryDelay  = 500 * time.Millisecond
)

// client is Finflow's contracts as a few calls of one person's.
type client struct {
	url       string
	auth      authv1.AuthServiceClient
	uploads   uploadv1.UploadServiceClient
	analytics analyticsv1.AnalyticsServiceClient
}

func newClient(connection grpc.ClientConnInterface, url string) *client {
	return &client{
		url:       url,
		auth:      authv1.NewAuthServiceClient(connection),
		uploads:   uploadv1.NewUploadServiceClient(connection),
		analytics: analyticsv1.NewAnalyticsServiceClient(connection),
	}
}

// registerOrSignIn gives a context whose calls are the person's.
func (c *client) registerOrSignIn(ctx context.Context, email, password string) (context.Context, error) {
	call, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	// The id makes a repetition of this call the same registration.
	id := newUUID()
	session, err := c.auth.Register(call, &authv1.RegisterRequest{Email: email, Password: password, RequestId: id})
	if status.Code(err) == codes.AlreadyExists {
		session, err = c.auth.Login(call, &authv1.LoginRequest{Email: email, Password: password})
	}
	if err != nil {
		return nil, err
	}
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+session.GetAccessToken()), nil
}

// upload gives the document's id; the same bytes a second time are the same document.
func (c *client) upload(ctx context.Context, name string, content []byte, password string) (string, error) {
	call, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	sum := sha256.Sum256(content)
	announced, err := c.uploads.InitiateUpload(call, &uploadv1.InitiateUploadRequest{
		FileName:  name,
		SizeBytes: int32(len(content)),
		Sha256:    hex.EncodeToString(sum[:]),
		Password:  password,
	})
	if err != nil {
		return "", err
	}
	id := announced.GetDocumentId()
	if announced.GetUploadUrl() == "" {
		return id, nil
	}
	if err := put(ctx, c.url, announced.GetUploadUrl(), content, announced.GetUploadHeaders()); err != nil {
		return "", err
	}
	call, cancelComplete := context.WithTimeout(ctx, callTimeout)
	defer cancelComplete()
	_, err = c.uploads.CompleteUpload(call, &uploadv1.CompleteUploadRequest{DocumentId: id})
	return id, err
}

func (c *client) waitUntilRead(ctx context.Context, id string, wait time.Duration) (*uploadv1.Document, error) {
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	for {
		document, err := c.nextOutcome(ctx, id)
		switch {
		case err == nil && document.GetStatus() == uploadv1.Document_COMPLETED:
			return document, nil
		case err == nil:
			why := document.GetFailure()
			return nil, fmt.Errorf("%s: %s %s", why.GetReason(), why.GetMessage(), why.GetHelp())
		case status.Code(err) == codes.DeadlineExceeded:
			return nil, fmt.Errorf("document %s was not read within %s", id, wait)
		case !errors.Is(err, io.EOF) && status.Code(err) != codes.Unavailable:
			return nil, err
		}
		// The stream was cut: it is opened anew, until the context ends.
		time.Sleep(retryDelay)
	}
}

// nextOutcome watches until the document is read, well or not.
func (c *client) nextOutcome(ctx context.Context, id string) (*uploadv1.Document, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := c.uploads.WatchDocuments(ctx, &uploadv1.WatchDocumentsRequest{DocumentIds: []string{id}})
	if err != nil {
		return nil, err
	}
	for {
		change, err := stream.Recv()
		if err != nil {
			return nil, err
		}
		switch document := change.GetDocument(); document.GetStatus() {
		case uploadv1.Document_COMPLETED, uploadv1.Document_FAILED:
			return document, nil
		}
	}
}

// summary gives the figures once they have what was just uploaded: the server waits a second, and may answer earlier.
func (c *client) summary(ctx context.Context, minRevision int32, wait time.Duration) (*analyticsv1.GetSummaryResponse, error) {
	for deadline := time.Now().Add(wait); ; time.Sleep(retryDelay) {
		call, cancel := context.WithTimeout(ctx, callTimeout)
		answer, err := c.analytics.GetSummary(call, &analyticsv1.GetSummaryRequest{MinRevision: minRevision})
		cancel()
		if err != nil || answer.GetRevision() >= minRevision {
			return answer, err
		}
		if time.Now().After(deadline) {
			return nil, fmt.Errorf("the figures do not have revision %d after %s", minRevision, wait)
		}
	}
}

// newUUID is a version 4 by RFC 9562, which Go's own library has no function for.
func newUUID() string {
	var b [16]byte
	// Never fails: crypto/rand ends the program where there is no randomness.
	rand.Read(b[:])
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
