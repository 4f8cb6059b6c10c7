import { figuresContract } from "./figures.contract.ts";

figuresContract("PostgreSQL");
