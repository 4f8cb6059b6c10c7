import type { ConnectRouter } from "@connectrpc/connect";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import type { AuthResources } from "../ports.ts";
import { changePassword } from "./change-password.ts";
import { checkSession } from "./check-session.ts";
import { deleteMe } from "./delete-me.ts";
import { deleteSession } from "./delete-session.ts";
import { getErasure } from "./get-erasure.ts";
import { getJwks } from "./get-jwks.ts";
import { getMe } from "./get-me.ts";
import { listRevokedSessions } from "./list-revoked-sessions.ts";
import { listSessions } from "./list-sessions.ts";
import { login } from "./login.ts";
import { logout } from "./logout.ts";
import { refresh } from "./refresh.ts";
import { register } from "./register.ts";

export function registerRoutes(router: ConnectRouter, resources: AuthResources): void {
  router.service(AuthService, {
    register: register(resources),
    login: login(resources),
    refresh: refresh(resources),
    logout: logout(resources),
    getMe: getMe(resources),
    deleteMe: deleteMe(resources),
    getErasure: getErasure(resources),
    changePassword: changePassword(resources),
    listSessions: listSessions(resources),
    deleteSession: deleteSession(resources),
    getJwks: getJwks(resources),
  });
  router.service(RevocationService, {
    listRevokedSessions: listRevokedSessions(resources),
    checkSession: checkSession(resources),
  });
}

/** RPCs that need no access token: those that give one, and those whose secret is in the request. */
export const publicMethods = [
  AuthService.method.register,
  AuthService.method.login,
  AuthService.method.refresh,
  AuthService.method.logout,
  AuthService.method.getErasure,
  AuthService.method.getJwks,
];
