package main

import (
	"context"
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"strings"
	"sync"
	"time"
)

const (
	issuer         = "finflow"
	audience       = "finflow"
	tokenType      = "at+jwt" // RFC 9068: no other signed token passes for an access token.
	clockTolerance = 5 * time.Second
	// An unknown key may be a new one, so the set is asked for again, but not for every token that somebody makes up.
	refetchAfter = 10 * time.Second
	fetchTimeout = 3 * time.Second
	longestToken = 4096
)

var (
	errNoKeys  = errors.New("the key set cannot be had")
	errInvalid = errors.New("not a token of ours")
)

// keySet is auth's published keys, fetched when a token names one that is not known yet.
type keySet struct {
	url     string
	mutex   sync.Mutex
	keys    map[string]*rsa.PublicKey
	fetched time.Time
}

// verify checks type, algorithm, signature, issuer, audience and expiry.
func (s *keySet) verify(ctx context.Context, token string) error {
	parts := strings.Split(token, ".")
	if len(token) > longestToken || len(parts) != 3 {
		return errInvalid
	}
	var header struct{ Alg, Kid, Typ string }
	var claims struct {
		Iss, Aud, Sub, Sid string
		Exp                int64
	}
	if decode(parts[0], &header) != nil || decode(parts[1], &claims) != nil {
		return errInvalid
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil || header.Alg != "RS256" || header.Typ != tokenType {
		return errInvalid
	}
	key, err := s.key(ctx, header.Kid)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	if rsa.VerifyPKCS1v15(key, crypto.SHA256, sum[:], signature) != nil {
		return errInvalid
	}
	expired := time.Now().After(time.Unix(claims.Exp, 0).Add(clockTolerance))
	if expired || claims.Iss != issuer || claims.Aud != audience || claims.Sub == "" || claims.Sid == "" {
		return errInvalid
	}
	return nil
}

func (s *keySet) key(ctx context.Context, id string) (*rsa.PublicKey, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if key, ok := s.keys[id]; ok {
		return key, nil
	}
	if s.keys == nil || time.Since(s.fetched) > refetchAfter {
		keys, err := fetch(ctx, s.url)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errNoKeys, err)
		}
		s.keys, s.fetched = keys, time.Now()
	}
	if key, ok := s.keys[id]; ok {
		return key, nil
	}
	return nil, errInvalid
}

func fetch(ctx context.Context, url string) (map[string]*rsa.PublicKey, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers %d", url, answer.StatusCode)
	}
	var set struct {
		Keys []struct{ Kty, Kid, N, E string }
	}
	if err := json.NewDecoder(io.LimitReader(answer.Body, 1<<20)).Decode(&set); err != nil {
		return nil, err
	}
	keys := map[string]*rsa.PublicKey{}
	for _, key := range set.Keys {
		n, errN := base64.RawURLEncoding.DecodeString(key.N)
		e, errE := base64.RawURLEncoding.DecodeString(key.E)
		if key.Kty != "RSA" || errN != nil || errE != nil {
			continue
		}
		exponent := int(new(big.Int).SetBytes(e).Int64())
		keys[key.Kid] = &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: exponent}
	}
	return keys, nil
}

func decode(part string, into any) error {
	text, err := base64.RawURLEncoding.DecodeString(part)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}
