/**
 * What the API takes and answers, from its OpenAPI document: `npm run api` writes schema.d.ts from ui/openapi.json.
 * The records are the library's (src/sayso/words/records.py), field for field; offsets are code points.
 */
import type { components, paths } from "./schema";

type Schemas = components["schemas"];

export type Span = Schemas["Span"];
export type Paragraph = Schemas["Paragraph"];
export type Article = Schemas["Article"];
export type Mention = Schemas["Mention"];
export type Place = Schemas["Place"];
export type Moment = Schemas["Moment"];
export type Quantity = Schemas["Quantity"];
export type Voice = Schemas["Voice"];
export type ClaimEvent = Schemas["Event"];
export type Claim = Schemas["Claim"];
export type Entity = Schemas["Entity"];
export type Candidate = Schemas["Candidate"];
export type Resolution = Schemas["Resolution"];
export type Decision = Schemas["Decision"];
export type Comment = Schemas["Comment"];
export type Term = Schemas["Label"];
export type Me = Schemas["Me"];
export type ArticleHead = Schemas["Head"];
export type ArticleRow = Schemas["ArticleRow"];
export type ArticleDetail = Schemas["ArticleWhole"];
export type ClaimRow = Schemas["ClaimRow"];
export type ClaimDetail = Schemas["ClaimWhole"];
export type Facet = Schemas["Facet"];
export type FacetValue = Schemas["Value"];

/** A page of a long list; `next` is the cursor of the one after it, null at the end. */
export interface Page<Row> {
  total: number;
  next: string | null;
  rows: Row[];
}

type Method = "get" | "post" | "patch" | "delete";
type Json<Content> = Content extends { content: { "application/json": infer Body } } ? Body : null;
type Answer<Operation> = Operation extends { responses: infer Codes } ? Json<Codes[keyof Codes & (200 | 204)]> : never;

/** The routes that know a method. */
export type Route<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

/** What a route answers to a method; null where it answers with nothing. */
export type Answers<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? Answer<O> : never;

/** The JSON that a route takes. */
export type Body<P extends keyof paths, M extends Method> =
  paths[P] extends Record<M, { requestBody: { content: { "application/json": infer Taken } } }> ? Taken : undefined;
