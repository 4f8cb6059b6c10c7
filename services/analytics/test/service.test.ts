import { analyticsServiceContract } from "./service.contract.ts";

analyticsServiceContract("PostgreSQL");
