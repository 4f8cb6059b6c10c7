package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	analyticsv1 "example/finflow/gen/finflow/analytics/v1"
	chatbotv1 "example/finflow/gen/finflow/chatbot/v1"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// What a call to another service may take; the caller's own deadline, where it is sooner, goes along by itself.
const callTimeout = 10 * time.Second

// chatbot answers with figures that analytics gave; all other RPCs say UNIMPLEMENTED.
type chatbot struct {
	chatbotv1.UnimplementedChatbotServiceServer
	analytics analyticsv1.AnalyticsServiceClient
}

func (c *chatbot) Ask(ctx context.Context, asked *chatbotv1.AskRequest) (*chatbotv1.AskResponse, error) {
	question := strings.TrimSpace(asked.GetQuestion())
	if question == "" || len(question) > 1000 {
		return nil, status.Error(codes.InvalidArgument, "question: 1 to 1000 characters")
	}
	if !strings.Contains(strings.ToLower(question), "spen") {
		return &chatbotv1.AskResponse{
			Answer:      "That is not something I can work out.",
			Suggestions: []string{"How much did I spend?"},
		}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	summary, err := c.analytics.GetSummary(ctx, &analyticsv1.GetSummaryRequest{MinRevision: asked.GetMinRevision()})
	if err != nil {
		return nil, err
	}
	answer := &chatbotv1.AskResponse{
		Answer:     "You have no transactions.",
		Understood: true,
		AsOf:       summary.GetAsOf(),
		Complete:   summary.GetComplete(),
		Revision:   summary.GetRevision(),
	}
	var spent []string
	for _, totals := range summary.GetTotals() {
		amount := totals.GetExpense()
		spent = append(spent, fmt.Sprintf("%s %s", amount.GetCurrency(), amount.GetAmount()))
		answer.Citations = append(answer.Citations, &chatbotv1.Citation{
			Label:  "Spending, everything stored",
			Value:  amount.GetAmount(),
			Unit:   amount.GetCurrency(),
			Source: &chatbotv1.Citation_Source{Rpc: "finflow.analytics.v1.AnalyticsService/GetSummary"},
		})
	}
	if len(spent) > 0 {
		answer.Answer = fmt.Sprintf("You spent %s.", strings.Join(spent, " and "))
	}
	return answer, nil
}
