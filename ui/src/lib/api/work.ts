/** What review, names, add and share send and are answered, from the API's document: see records.ts. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Verdict = Schemas["Decision"]["verdict"];
export type Offsets = Schemas["Offsets"];
/** The fields of a claim that a person changed. Texts are the server's to take from the article; ids that are left out
 * are looked up. */
export type Edit = Schemas["Edit"];
export type Decided = Schemas["Decided"];
export type Progress = Schemas["Progress"];
export type Agreement = Schemas["Agreement"];
export type Dispute = Schemas["DisputeRow"];
/** A person's word that a name means something: `id` null for nothing of the kind, `article_id` null for everywhere. */
export type NewCorrection = Schemas["NewCorrection"];
export type Correction = Schemas["NameDecision"];
/** An upload: of `total` articles and files `done` are through; `articles` are the ids of those added. */
export type Job = Schemas["Job"];
export type Pasted = Schemas["Pasted"];
export type FileFormat = Schemas["FormatRow"];
/** How many claims have an actor in each role; `name` is the list's, or the article's own. */
export type ActorCount = Schemas["ActorCount"];
/** Two ids that may be one actor, and why. */
export type Proposal = Schemas["Proposal"];
export type User = Schemas["User"];
