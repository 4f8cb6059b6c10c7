package main

import (
	"context"
	"errors"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

// requireUser refuses every RPC without a good access token, but for health: refused by default, not by memory. The
// token goes along with calls to other services, each of which checks it for itself.
func requireUser(keys *keySet) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, request any, call *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
		if strings.HasPrefix(call.FullMethod, "/grpc.health.v1.Health/") {
			return next(ctx, request)
		}
		given := metadata.ValueFromIncomingContext(ctx, "authorization")
		if len(given) != 1 || !strings.HasPrefix(given[0], "Bearer ") {
			return nil, status.Error(codes.Unauthenticated, "sign in: the call carries no access token")
		}
		switch err := keys.verify(ctx, strings.TrimPrefix(given[0], "Bearer ")); {
		case errors.Is(err, errNoKeys):
			return nil, status.Error(codes.Unavailable, "who is calling cannot be checked at the moment")
		case err != nil:
			return nil, status.Error(codes.Unauthenticated, "the access token is not valid")
		}
		return next(metadata.AppendToOutgoingContext(ctx, "authorization", given[0]), request)
	}
}
