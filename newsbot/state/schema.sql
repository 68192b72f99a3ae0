-- What newsbot knows of one site. Instants are UTC texts to the second, days are YYYY-MM-DD.
-- A state of an earlier version gets what it lacks when it is opened.

CREATE TABLE IF NOT EXISTS url (  -- every article address ever followed, one row an article key
    key        TEXT PRIMARY KEY,
    url        TEXT NOT NULL,   -- what is fetched: where first listed; after a failure, where last
    first_seen TEXT NOT NULL,
    first_run  INTEGER NOT NULL,  -- the run that saw it first; runs are told apart by their
    listed_run INTEGER NOT NULL,  -- numbers, for a clock may stand still or jump
    fetched_run INTEGER,        -- the run in which it last answered; NULL: never yet
    due        TEXT,            -- when it is to be fetched; NULL: not again, empty: at once
    fetched    TEXT,            -- when it last answered
    outcome    TEXT,            -- kept, gone, or why it was dropped
    attempts   INTEGER NOT NULL DEFAULT 0,  -- failures since it last answered
    gone_on    TEXT,            -- first day of the present evidence that it is gone
    day        TEXT             -- its day of publication as a listing told it
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS url_day ON url (day) WHERE day IS NOT NULL;
CREATE INDEX IF NOT EXISTS url_due ON url (due) WHERE due IS NOT NULL;
CREATE TRIGGER IF NOT EXISTS url_listed_anew AFTER UPDATE OF listed_run ON url
    WHEN NEW.outcome = 'gone' AND OLD.listed_run < NEW.fetched_run
BEGIN                           -- what was gone and unlisted is listed again: due since then
    UPDATE url SET due = fetched WHERE key = NEW.key;
END;

CREATE TABLE IF NOT EXISTS alias (  -- every URL seen for an article key
    key TEXT NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (key, url)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS channel (  -- which channels showed an article key, and since when
    key     TEXT NOT NULL,
    channel TEXT NOT NULL,
    since   TEXT NOT NULL,
    PRIMARY KEY (key, channel)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS shown (  -- what each listing showed when it was last looked at
    listing TEXT NOT NULL,
    place   INTEGER NOT NULL,
    key     TEXT NOT NULL,
    stamp   TEXT NOT NULL,
    PRIMARY KEY (listing, place)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS once (  -- every article key that any listing has ever shown
    key TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS part (  -- the sitemaps that indexes have named
    address TEXT PRIMARY KEY,
    named_by TEXT NOT NULL,     -- the address of the index
    is_new  INTEGER NOT NULL    -- 1: named later than others of it, and nothing seen on it yet
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS listing (  -- the rhythm of every listing that runs begin with
    address TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    standing INTEGER NOT NULL,  -- 1: every run begins with it; 0: only where another leads to it
    looked  TEXT NOT NULL,      -- when it last answered
    pause   INTEGER NOT NULL,   -- seconds from there until it is to be asked again
    vain    INTEGER NOT NULL,   -- looks in a row that brought nothing another had not shown before
    safe    INTEGER NOT NULL,   -- with so many entries new, the page behind it was still all known
    stamped INTEGER NOT NULL DEFAULT 0,  -- articles looked at again for a stamp of its that changed
    borne   INTEGER NOT NULL DEFAULT 0   -- how many of these had changed
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS gap (  -- what lay between two looks at a listing that share no article
    listing TEXT NOT NULL,
    since   TEXT NOT NULL,      -- the look before
    until   TEXT NOT NULL,      -- the look that showed nothing known
    recent  TEXT NOT NULL,      -- what was first seen before this may be pinned, and closes no gap
    found   INTEGER NOT NULL,   -- the run that found it
    healed  INTEGER,            -- the run that walked back to what was known; NULL: none yet,
                                -- 0: the listing ends before it
    PRIMARY KEY (listing, until)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS dayview (  -- what looks at the page of a day gave
    template TEXT NOT NULL,     -- what its addresses are made from
    day      TEXT NOT NULL,
    looked   TEXT NOT NULL,     -- the last look
    shown    TEXT NOT NULL,     -- digest of the article keys it showed
    agreed   INTEGER NOT NULL,  -- looks in a row that showed the same
    outcome  TEXT NOT NULL,     -- shown, empty, other (another day's), swapped, absent
    PRIMARY KEY (template, day)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS validator (  -- by what the site can say that a listing has not changed
    listing   TEXT PRIMARY KEY, -- as it is asked for
    url       TEXT NOT NULL,    -- where it answered in full, behind all redirects
    etag      TEXT,             -- both as they came
    modified  TEXT,
    shown     TEXT NOT NULL,    -- digest of what it showed
    reading   TEXT NOT NULL,    -- by which version and which profile it was read
    record_id TEXT,             -- the capture that holds it
    looked    TEXT NOT NULL,    -- when it answered in full
    unchanged INTEGER NOT NULL, -- looks since then that a 304 has answered
    proven    INTEGER NOT NULL  -- 1: its site was once found to tell the truth about it
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS vouched (  -- hosts on which a validator changed as its listing did
    host  TEXT PRIMARY KEY,
    since TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS liar (  -- hosts whose validators did not tell the truth
    host  TEXT PRIMARY KEY,
    since TEXT NOT NULL,
    why   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS step (  -- the listings that a run has before it
    place   INTEGER PRIMARY KEY,
    asked   TEXT NOT NULL,      -- the arguments of the run, empty for a plain one
    address TEXT NOT NULL,
    step    TEXT NOT NULL,      -- as JSON
    UNIQUE (asked, address)
);

CREATE TABLE IF NOT EXISTS dayform (  -- the forms met on pages that ask for a day; they may stand on
    url    TEXT NOT NULL,       -- articles only, which are not fetched again
    method TEXT NOT NULL,
    form   TEXT NOT NULL,       -- its fields as JSON
    PRIMARY KEY (url, method, form)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS identity (  -- which article an article key belongs to
    key TEXT PRIMARY KEY,
    id  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS identity_id ON identity (id);

CREATE TABLE IF NOT EXISTS article (  -- the newest revision of every article
    id          TEXT PRIMARY KEY,
    revision    INTEGER NOT NULL,
    month       TEXT NOT NULL,  -- YYYY-MM or undated: the file its line is in
    day         TEXT,
    published   TEXT,           -- UTC instant, the second order within a day
    status      TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    line        BLOB NOT NULL   -- the record as JSON
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS article_month ON article (month);
CREATE INDEX IF NOT EXISTS article_day ON article (day, status);

CREATE TABLE IF NOT EXISTS revision (  -- every revision ever kept
    id       TEXT NOT NULL,
    revision INTEGER NOT NULL,
    kept     TEXT NOT NULL,
    line     BLOB NOT NULL,
    PRIMARY KEY (id, revision)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS look (  -- what the looks of a run at articles met, until it has ended
    id   TEXT PRIMARY KEY,      -- the article's; what would be its id if it were kept
    key  TEXT NOT NULL,
    url  TEXT NOT NULL,         -- as it was asked for
    met  TEXT NOT NULL,         -- well, new, or what says that it is gone
    seen TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS early (  -- articles looked at before they are a week out, till they are
    id    TEXT PRIMARY KEY,
    due   TEXT,                 -- of the next early look; NULL: none is to come
    looks INTEGER NOT NULL,     -- how many there were, and how many of them found a change
    found INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS fault (  -- days on which the site answered as if all were gone
    day TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS stale (  -- months whose file is to be rendered anew
    month TEXT PRIMARY KEY,
    lost  INTEGER NOT NULL DEFAULT 0  -- 1: an article moved away, so its new month goes first
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rendered (  -- the files of months, as they were last rendered
    month  TEXT PRIMARY KEY,
    length INTEGER NOT NULL     -- in bytes
) WITHOUT ROWID;
-- ON CONFLICT, for OR IGNORE in a trigger gives way to the statement that fires it.
CREATE TRIGGER IF NOT EXISTS article_kept AFTER INSERT ON article BEGIN
    INSERT INTO stale (month) VALUES (NEW.month) ON CONFLICT (month) DO NOTHING;
END;
CREATE TRIGGER IF NOT EXISTS article_changed AFTER UPDATE ON article BEGIN
    INSERT INTO stale (month) VALUES (NEW.month) ON CONFLICT (month) DO NOTHING;
    INSERT INTO stale SELECT OLD.month, 1 WHERE OLD.month <> NEW.month
        ON CONFLICT (month) DO UPDATE SET lost = 1;
END;
CREATE TRIGGER IF NOT EXISTS article_removed AFTER DELETE ON article BEGIN
    INSERT INTO stale (month) VALUES (OLD.month) ON CONFLICT (month) DO NOTHING;
END;

CREATE TABLE IF NOT EXISTS unlinked (  -- articles that the clusters do not know as they stand now
    id TEXT PRIMARY KEY         -- one that is kept no more is to go from the clusters, too
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS article_to_link AFTER INSERT ON article BEGIN
    INSERT INTO unlinked VALUES (NEW.id) ON CONFLICT (id) DO NOTHING;
END;
CREATE TRIGGER IF NOT EXISTS article_to_link_anew AFTER UPDATE ON article
    WHEN (NEW.fingerprint, NEW.day, NEW.published) IS NOT (OLD.fingerprint, OLD.day, OLD.published)
BEGIN
    INSERT INTO unlinked VALUES (NEW.id) ON CONFLICT (id) DO NOTHING;
END;
CREATE TRIGGER IF NOT EXISTS article_to_unlink AFTER DELETE ON article BEGIN
    INSERT INTO unlinked VALUES (OLD.id) ON CONFLICT (id) DO NOTHING;
END;
CREATE TABLE IF NOT EXISTS linked (  -- which clusters all others are known to
    clusters TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TRIGGER IF NOT EXISTS alias_seen AFTER INSERT ON alias BEGIN
    INSERT INTO stale (month)
        SELECT DISTINCT month FROM article JOIN identity USING (id)
        WHERE identity.key = NEW.key ON CONFLICT (month) DO NOTHING;
END;
CREATE TRIGGER IF NOT EXISTS alias_removed AFTER DELETE ON alias BEGIN
    INSERT INTO stale (month)
        SELECT DISTINCT month FROM article JOIN identity USING (id)
        WHERE identity.key = OLD.key ON CONFLICT (month) DO NOTHING;
END;
CREATE TRIGGER IF NOT EXISTS alias_found AFTER INSERT ON identity BEGIN
    INSERT INTO stale (month) SELECT month FROM article WHERE id = NEW.id
        ON CONFLICT (month) DO NOTHING;
END;

CREATE TABLE IF NOT EXISTS file (  -- the WARC files of the archive
    name   TEXT PRIMARY KEY,    -- its name when sealed
    length INTEGER NOT NULL,    -- as far as it is committed; what lies behind is no capture
    sha256 TEXT                 -- NULL while it is open
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS capture (  -- every response record, to which revisits refer
    record_id TEXT PRIMARY KEY,
    file      TEXT NOT NULL,
    offset    INTEGER NOT NULL,
    url       TEXT NOT NULL,
    moment    TEXT NOT NULL,
    digest    TEXT NOT NULL     -- of the payload as received
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS capture_payload ON capture (url, digest);
CREATE INDEX IF NOT EXISTS capture_file ON capture (file);

CREATE TABLE IF NOT EXISTS wish (  -- what pages ask of those who crawl them: only of those that do
    record_id TEXT PRIMARY KEY,
    asks      TEXT NOT NULL     -- the fields of its metadata record that say so, as JSON
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS capture_removed AFTER DELETE ON capture BEGIN
    DELETE FROM wish WHERE record_id = OLD.record_id;
END;

CREATE TABLE IF NOT EXISTS reservation (  -- what hosts say of mining in a file of their own
    host  TEXT PRIMARY KEY,
    asked TEXT NOT NULL,
    rules TEXT NOT NULL         -- as JSON; of a host that has no such file, none
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS trap (  -- patterns of addresses whose pages have brought nothing
    kind    TEXT NOT NULL,      -- listing or article
    pattern TEXT NOT NULL,      -- path with its numbers and slugs as such, and names of the query
    PRIMARY KEY (kind, pattern)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS turn (  -- of patterns whose pages are tried by turns, run after run
    pattern TEXT PRIMARY KEY,
    place   INTEGER NOT NULL    -- so many, as they come, had their turn
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS template (  -- what was learnt of the site's pages, version by version
    since    TEXT PRIMARY KEY,  -- pages fetched later are read by it; empty: all are
    learnt   TEXT NOT NULL,
    articles INTEGER NOT NULL,  -- how many there were by then
    value    BLOB NOT NULL,     -- as JSON; digests, no text
    archived INTEGER NOT NULL   -- 1 once it stands in the archive, too
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS purged (  -- what was taken down, never to be kept again: no text, no address
    digest TEXT PRIMARY KEY,    -- SHA-256 of an article key, a normalised URL, or the site's id
    kind   TEXT NOT NULL,       -- key, url or site
    day    TEXT NOT NULL,
    reason TEXT NOT NULL,
    done   INTEGER NOT NULL DEFAULT 0  -- 1 once it is gone from all files, too
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS tomb (  -- the records of the archive that are to be overwritten
    file      TEXT NOT NULL,
    offset    INTEGER NOT NULL,
    length    INTEGER NOT NULL,
    record_id TEXT NOT NULL,
    reason    TEXT NOT NULL,
    moment    TEXT NOT NULL,
    PRIMARY KEY (file, offset)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS run (
    number   INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,  -- what its report and its log are called
    started  TEXT NOT NULL,
    finished TEXT,
    settled  TEXT,              -- the day up to which it left nothing to be found
    report   TEXT
);
