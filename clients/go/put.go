package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

const putTimeout = time.Minute

// put sends the bytes with exactly these headers, which are signed: no bearer, no content type of our own.
// The address is relative to base where edge itself takes the bytes.
func put(ctx context.Context, base, address string, content []byte, headers map[string]string) error {
	target, err := resolve(base, address)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, putTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPut, target, bytes.NewReader(content))
	if err != nil {
		return err
	}
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode == http.StatusOK {
		return nil
	}
	text, err := io.ReadAll(io.LimitReader(answer.Body, 1000))
	if err != nil {
		return err
	}
	return fmt.Errorf("the store refused the bytes: %d %s", answer.StatusCode, text)
}

func resolve(base, address string) (string, error) {
	from, err := url.Parse(base)
	if err != nil {
		return "", err
	}
	to, err := from.Parse(address)
	if err != nil {
		return "", err
	}
	return to.String(), nil
}
