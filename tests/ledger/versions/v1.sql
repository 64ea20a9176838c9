-- A ledger as version 1 of the tables had it, with one article.
CREATE TABLE meta (
    "key" VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY ("key")
);
CREATE TABLE runs (
    number INTEGER NOT NULL, run_id VARCHAR NOT NULL, version VARCHAR NOT NULL, model VARCHAR NOT NULL,
    started VARCHAR NOT NULL, finished VARCHAR, articles INTEGER NOT NULL, words INTEGER NOT NULL,
    claims INTEGER NOT NULL, failures INTEGER NOT NULL, PRIMARY KEY (number), UNIQUE (run_id)
);
CREATE TABLE failures (
    run_id VARCHAR NOT NULL, number INTEGER NOT NULL, path TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (run_id, number), FOREIGN KEY(run_id) REFERENCES runs (run_id) ON DELETE CASCADE
);
CREATE TABLE articles (
    number INTEGER NOT NULL, article_id VARCHAR NOT NULL, title TEXT, outlet TEXT, authors JSON NOT NULL,
    published VARCHAR, language VARCHAR, address TEXT, path TEXT, part INTEGER, text TEXT NOT NULL,
    paragraphs JSON NOT NULL, words INTEGER NOT NULL, model VARCHAR NOT NULL, run_id VARCHAR NOT NULL,
    PRIMARY KEY (number), UNIQUE (article_id), FOREIGN KEY(run_id) REFERENCES runs (run_id)
);
CREATE TABLE claims (
    article_id VARCHAR NOT NULL, position INTEGER NOT NULL, claim_id VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    predicate_start INTEGER NOT NULL, predicate_end INTEGER NOT NULL, predicate_text TEXT NOT NULL,
    factuality_score DOUBLE NOT NULL, factuality_label VARCHAR NOT NULL, event_type VARCHAR, event_mode VARCHAR,
    time_value VARCHAR, confidence DOUBLE NOT NULL, model VARCHAR NOT NULL, incident_id VARCHAR,
    PRIMARY KEY (article_id, position),
    FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE, UNIQUE (claim_id)
) WITHOUT ROWID;
CREATE TABLE entities (
    article_id VARCHAR NOT NULL, number INTEGER NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
    text TEXT NOT NULL, label VARCHAR NOT NULL, confidence DOUBLE NOT NULL, PRIMARY KEY (article_id, number),
    FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE voices (
    article_id VARCHAR NOT NULL, position INTEGER NOT NULL, number INTEGER NOT NULL, start_char INTEGER,
    end_char INTEGER, text TEXT, cue_start INTEGER, cue_end INTEGER, cue_text TEXT, stance VARCHAR NOT NULL,
    source_kind VARCHAR, named BOOLEAN NOT NULL, actor_id VARCHAR, same_as_start INTEGER, same_as_end INTEGER,
    same_as_text TEXT, PRIMARY KEY (article_id, position, number),
    FOREIGN KEY(article_id, position) REFERENCES claims (article_id, position) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE spans (
    article_id VARCHAR NOT NULL, position INTEGER NOT NULL, role VARCHAR NOT NULL, number INTEGER NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT NOT NULL, actor_id VARCHAR,
    country VARCHAR, name TEXT, lat DOUBLE, lon DOUBLE, geonames_id INTEGER, precision VARCHAR, value VARCHAR,
    low DOUBLE, best DOUBLE, high DOUBLE, unit VARCHAR, PRIMARY KEY (article_id, position, role, number),
    FOREIGN KEY(article_id, position) REFERENCES claims (article_id, position) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX articles_published ON articles (published);
CREATE INDEX claims_event_type ON claims (event_type);
INSERT INTO meta VALUES ('schema_version', '1');
INSERT INTO runs VALUES (1, 'run-1', '0.1', 'en-1', '2018-11-01T10:00:00+00:00', '2018-11-01T10:00:00+00:00', 1, 28, 3, 1);
INSERT INTO failures VALUES ('run-1', 0, 'broken.pdf', 'it is no PDF');
INSERT INTO articles VALUES (1, 'aaaaaaaaaaaaaaaa', 'Shelling near Idlib', 'Wire', '["A. Writer"]', '2018-10-16', 'en', NULL, 'dossier/aaa.txt', NULL, 'Shelling near Idlib
The Turkish defence ministry said government forces had shelled Sarmin on Monday. A resident denied that anyone was killed. President Erdoğan visited Sochi in September.', '[[0,189,"text"]]', 28, 'en-1', 'run-1');
INSERT INTO claims VALUES ('aaaaaaaaaaaaaaaa', 0, 'b9f5f4460fea0779', 'event', 76, 83, 'shelled', 2.5, 'happened', 'ASSAULT', 'artillery', '2018-10-15', 0.9, 'en-1', NULL);
INSERT INTO claims VALUES ('aaaaaaaaaaaaaaaa', 1, 'a7a5dc342829631c', 'statement', 136, 142, 'killed', -2.5, 'did_not_happen', NULL, NULL, NULL, 0.9, 'en-1', NULL);
INSERT INTO claims VALUES ('aaaaaaaaaaaaaaaa', 2, '58b61e7606160faa', 'event', 162, 169, 'visited', 2.5, 'happened', 'CONSULT', 'visit', '2018-09', 0.9, 'en-1', NULL);
INSERT INTO voices VALUES ('aaaaaaaaaaaaaaaa', 0, 0, 20, 48, 'The Turkish defence ministry', 49, 53, 'said', 'says', 'official', TRUE, NULL, NULL, NULL, NULL);
INSERT INTO voices VALUES ('aaaaaaaaaaaaaaaa', 0, 1, NULL, NULL, NULL, NULL, NULL, NULL, 'says', NULL, FALSE, NULL, NULL, NULL, NULL);
INSERT INTO voices VALUES ('aaaaaaaaaaaaaaaa', 1, 0, 102, 112, 'A resident', 113, 119, 'denied', 'denies', 'witness', FALSE, NULL, NULL, NULL, NULL);
INSERT INTO voices VALUES ('aaaaaaaaaaaaaaaa', 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, 'says', NULL, FALSE, NULL, NULL, NULL, NULL);
INSERT INTO voices VALUES ('aaaaaaaaaaaaaaaa', 2, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'says', NULL, FALSE, NULL, NULL, NULL, NULL);
INSERT INTO spans VALUES ('aaaaaaaaaaaaaaaa', 0, 'actor', 0, 54, 71, 'government forces', 'Q1', 'SY', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO spans VALUES ('aaaaaaaaaaaaaaaa', 0, 'content', 0, 54, 100, 'government forces had shelled Sarmin on Monday', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO spans VALUES ('aaaaaaaaaaaaaaaa', 0, 'place', 0, 84, 90, 'Sarmin', NULL, 'SY', 'Sarmin', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO spans VALUES ('aaaaaaaaaaaaaaaa', 0, 'time', 0, 94, 100, 'Monday', NULL, NULL, NULL, NULL, NULL, NULL, 'day', '2018-10-15', NULL, NULL, NULL, NULL);
INSERT INTO spans VALUES ('aaaaaaaaaaaaaaaa', 1, 'content', 0, 125, 142, 'anyone was killed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO spans VALUES ('aaaaaaaaaaaaaaaa', 2, 'actor', 0, 144, 161, 'President Erdoğan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO spans VALUES ('aaaaaaaaaaaaaaaa', 2, 'content', 0, 144, 188, 'President Erdoğan visited Sochi in September', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO spans VALUES ('aaaaaaaaaaaaaaaa', 2, 'recipient', 0, 170, 175, 'Sochi', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO spans VALUES ('aaaaaaaaaaaaaaaa', 2, 'time', 0, 179, 188, 'September', NULL, NULL, NULL, NULL, NULL, NULL, 'month', '2018-09', NULL, NULL, NULL, NULL);
INSERT INTO entities VALUES ('aaaaaaaaaaaaaaaa', 0, 0, 4, 'Shel', 'place', 0.8);
