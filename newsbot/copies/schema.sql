-- What is known of the copies among the articles of all sites. Beside these tables there is one of
-- sketches for every month, which copies/sketches.py makes.

CREATE TABLE self (  -- one row
    name TEXT NOT NULL          -- chance, by which a state knows whether its articles are in here
);

CREATE TABLE month (
    month INTEGER PRIMARY KEY,  -- counted from the year 0
    next  INTEGER NOT NULL      -- the place of the next article in it; none is used twice
);

CREATE TABLE article (
    number     INTEGER PRIMARY KEY,  -- month * 2^20 + place
    id         TEXT NOT NULL,
    day        INTEGER,           -- since the year 1, as its paper counts; NULL: undated, and its
                                  -- month is that in which it was first seen
    published  INTEGER NOT NULL,  -- seconds since 1970; where only the day is known, its end
    whole      INTEGER NOT NULL,  -- hash of the whole folded text
    size       INTEGER NOT NULL,  -- how many shingles it has
    cluster    INTEGER,           -- NULL: it has no copies
    similarity REAL               -- to the first of its cluster
);
CREATE UNIQUE INDEX article_id ON article (id);
CREATE INDEX article_whole ON article (whole) WHERE whole <> 0;
CREATE INDEX article_cluster ON article (cluster) WHERE cluster IS NOT NULL;
CREATE INDEX article_linked ON article (id) WHERE cluster IS NOT NULL;

CREATE TABLE cluster (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    first  INTEGER NOT NULL     -- number of the article that came out first
);

CREATE TABLE named (  -- how the lines of articles called their clusters when this file was made
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE stale (  -- months of sites whose files say of copies what is not so any more
    site  TEXT NOT NULL,
    month TEXT NOT NULL,
    PRIMARY KEY (site, month)
) WITHOUT ROWID;
