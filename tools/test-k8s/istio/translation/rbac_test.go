package translation

import (
	"fmt"
	"strings"

	rbacv3 "github.com/envoyproxy/go-control-plane/envoy/config/rbac/v3"
	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	filterv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/rbac/v3"
	matcherv3 "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
	"istio.io/istio/pilot/test/xdstest"
)

// request is what a sidecar knows of a request when it decides.
type request struct {
	// caller is the SPIFFE identity without its scheme.
	caller string
	// user is `issuer/subject` of a verified token; empty without one.
	user         string
	port         int
	method, path string
}

// allows evaluates the filters of RBAC that a sidecar has for a port, as Envoy would.
func (r *running) allows(service string, asked request) (bool, error) {
	managers, err := r.http(service, asked.port)
	if err != nil {
		return false, err
	}
	for _, manager := range managers {
		decided := false
		for _, filter := range manager.HttpFilters {
			rules := xdstest.SilentlyUnmarshalAny[filterv3.RBAC](filter.GetTypedConfig())
			if filter.Name != "envoy.filters.http.rbac" || rules.GetRules() == nil {
				continue
			}
			decided = true
			if rules.Rules.Action != rbacv3.RBAC_ALLOW {
				return false, fmt.Errorf("%s: an action other than ALLOW", service)
			}
			matched, err := asked.matchesAny(rules.Rules.Policies)
			if err != nil || !matched {
				return false, err
			}
		}
		if !decided {
			return true, nil
		}
	}
	return true, nil
}

func (asked request) matchesAny(policies map[string]*rbacv3.Policy) (bool, error) {
	for _, policy := range policies {
		permitted, err := some(policy.Permissions, asked.permission)
		if err != nil {
			return false, err
		}
		known, err := some(policy.Principals, asked.principal)
		if err != nil {
			return false, err
		}
		if permitted && known {
			return true, nil
		}
	}
	return false, nil
}

func (asked request) permission(rule *rbacv3.Permission) (bool, error) {
	switch rule := rule.Rule.(type) {
	case *rbacv3.Permission_Any:
		return rule.Any, nil
	case *rbacv3.Permission_AndRules:
		return every(rule.AndRules.Rules, asked.permission)
	case *rbacv3.Permission_OrRules:
		return some(rule.OrRules.Rules, asked.permission)
	case *rbacv3.Permission_NotRule:
		found, err := asked.permission(rule.NotRule)
		return !found, err
	case *rbacv3.Permission_DestinationPort:
		return int(rule.DestinationPort) == asked.port, nil
	case *rbacv3.Permission_UrlPath:
		return matches(rule.UrlPath.GetPath(), asked.path)
	case *rbacv3.Permission_Header:
		return asked.header(rule.Header)
	}
	return false, fmt.Errorf("a permission of another kind: %v", rule)
}

func (asked request) principal(rule *rbacv3.Principal) (bool, error) {
	switch rule := rule.Identifier.(type) {
	case *rbacv3.Principal_Any:
		return rule.Any, nil
	case *rbacv3.Principal_AndIds:
		return every(rule.AndIds.Ids, asked.principal)
	case *rbacv3.Principal_OrIds:
		return some(rule.OrIds.Ids, asked.principal)
	case *rbacv3.Principal_NotId:
		found, err := asked.principal(rule.NotId)
		return !found, err
	case *rbacv3.Principal_Authenticated_:
		return matches(rule.Authenticated.PrincipalName, "spiffe://"+asked.caller)
	case *rbacv3.Principal_FilterState:
		return matches(rule.FilterState.GetStringMatch(), "spiffe://"+asked.caller)
	case *rbacv3.Principal_Metadata:
		return asked.token(rule.Metadata)
	}
	return false, fmt.Errorf("a principal of another kind: %v", rule)
}

// token compares a claim of the verified token, as the filter for tokens leaves it: issuer and subject.
func (asked request) token(rule *matcherv3.MetadataMatcher) (bool, error) {
	issuer, subject, found := strings.Cut(asked.user, "/")
	if !found {
		return false, nil
	}
	claim := rule.Path[len(rule.Path)-1].GetKey()
	value := map[string]string{"iss": issuer, "sub": subject}[claim]
	return matches(rule.Value.GetStringMatch(), value)
}

func (asked request) header(rule *routev3.HeaderMatcher) (bool, error) {
	if rule.Name != ":method" {
		return false, fmt.Errorf("a rule about the header %s", rule.Name)
	}
	return matches(rule.GetStringMatch(), asked.method)
}

func matches(rule *matcherv3.StringMatcher, value string) (bool, error) {
	switch rule := rule.GetMatchPattern().(type) {
	case *matcherv3.StringMatcher_Exact:
		return rule.Exact == value, nil
	case *matcherv3.StringMatcher_Prefix:
		return strings.HasPrefix(value, rule.Prefix), nil
	case *matcherv3.StringMatcher_Suffix:
		return strings.HasSuffix(value, rule.Suffix), nil
	case *matcherv3.StringMatcher_SafeRegex:
		// A star alone stands for anything that is there.
		return rule.SafeRegex.Regex == ".+" && value != "", nil
	}
	return false, fmt.Errorf("a text is matched in another way: %v", rule)
}

func some[T any](rules []T, holds func(T) (bool, error)) (bool, error) {
	for _, rule := range rules {
		if found, err := holds(rule); err != nil || found {
			return found, err
		}
	}
	return false, nil
}

func every[T any](rules []T, holds func(T) (bool, error)) (bool, error) {
	for _, rule := range rules {
		if found, err := holds(rule); err != nil || !found {
			return false, err
		}
	}
	return true, nil
}
