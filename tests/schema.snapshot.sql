CREATE TRIGGER agreement_reviews_refuse_delete BEFORE DELETE ON agreement_reviews 
 BEGIN SELECT RAISE(ABORT, 'agreement_reviews is append-only'); END;

CREATE TRIGGER agreement_reviews_refuse_update BEFORE UPDATE ON agreement_reviews 
 BEGIN SELECT RAISE(ABORT, 'agreement_reviews is append-only'); END;

CREATE TABLE agreement_reviews (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 agreement_id TEXT NOT NULL REFERENCES agreements (id),
 at TEXT NOT NULL,
 actor_id TEXT NOT NULL REFERENCES users (id),
 decision TEXT NOT NULL CHECK (decision IN ('submitted','withdrawn','approved','returned')),
 words TEXT NOT NULL DEFAULT '', content TEXT
 CHECK (content IS NULL OR json_valid(content)),
 CHECK (decision <> 'returned' OR length(words) >= 1)
 ) STRICT;

CREATE INDEX agreement_reviews_agreement ON agreement_reviews (agreement_id, at);

CREATE TRIGGER agreements_frozen BEFORE UPDATE ON agreements
 WHEN OLD.frozen IS NOT NULL AND (
 NEW.frozen IS NOT OLD.frozen OR NEW.frozen_sha256 IS NOT OLD.frozen_sha256
 OR NEW.file_number IS NOT OLD.file_number OR NEW.year IS NOT OLD.year OR NEW.seq IS NOT OLD.seq
 OR NEW.facts IS NOT OLD.facts OR NEW.issues IS NOT OLD.issues
 OR NEW.responsibilities IS NOT OLD.responsibilities
 OR NEW.performance_manner IS NOT OLD.performance_manner
 OR NEW.performance_deadline IS NOT OLD.performance_deadline
 OR NEW.performance_place IS NOT OLD.performance_place OR NEW.copies IS NOT OLD.copies
 OR NEW.case_id IS NOT OLD.case_id OR NEW.version IS NOT OLD.version
 OR NEW.mediator_id IS NOT OLD.mediator_id OR NEW.recorder_name IS NOT OLD.recorder_name
 OR NEW.approved_by IS NOT OLD.approved_by OR NEW.approved_at IS NOT OLD.approved_at)
 BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END;

CREATE TRIGGER agreements_number_of_one_case BEFORE UPDATE OF seq, year ON agreements
 WHEN NEW.seq IS NOT NULL AND EXISTS (SELECT 1 FROM agreements a
 WHERE a.year = NEW.year AND a.seq = NEW.seq AND a.case_id <> NEW.case_id)
 BEGIN SELECT RAISE(ABORT, 'the number belongs to another case'); END;

CREATE TRIGGER agreements_number_of_one_case_insert BEFORE INSERT ON agreements
 WHEN NEW.seq IS NOT NULL AND EXISTS (SELECT 1 FROM agreements a
 WHERE a.year = NEW.year AND a.seq = NEW.seq AND a.case_id <> NEW.case_id)
 BEGIN SELECT RAISE(ABORT, 'the number belongs to another case'); END;

CREATE TRIGGER agreements_refuse_delete BEFORE DELETE ON agreements
 BEGIN SELECT RAISE(ABORT, 'an agreement is never deleted'); END;

CREATE TABLE agreements (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 version INTEGER NOT NULL CHECK (version >= 1),
 status TEXT NOT NULL CHECK (status IN ('draft','submitted','returned','approved','signed','superseded','void')),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 year INTEGER,
 seq INTEGER CHECK (seq IS NULL OR seq >= 1),
 file_number TEXT,
 facts TEXT NOT NULL DEFAULT '',
 issues TEXT NOT NULL DEFAULT '',
 responsibilities TEXT NOT NULL DEFAULT '',
 performance_manner TEXT NOT NULL DEFAULT '',
 performance_deadline TEXT NOT NULL DEFAULT '',
 performance_place TEXT NOT NULL DEFAULT '',
 copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
 mediator_id TEXT NOT NULL REFERENCES users (id),
 recorder_name TEXT NOT NULL DEFAULT '',
 frozen TEXT CHECK (frozen IS NULL OR json_valid(frozen)),
 frozen_sha256 TEXT,
 approved_by TEXT REFERENCES users (id),
 approved_at TEXT,
 effective_on TEXT,
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL,
 UNIQUE (case_id, version),
 CHECK ((file_number IS NULL) = (seq IS NULL)),
 CHECK ((file_number IS NULL) = (year IS NULL)),
 CHECK (status NOT IN ('approved','signed') OR (file_number IS NOT NULL AND frozen IS NOT NULL AND frozen_sha256 IS NOT NULL))
 ) STRICT;

CREATE INDEX agreements_effective ON agreements (case_id, version, status, effective_on, id);

CREATE INDEX agreements_number ON agreements (year, seq) WHERE seq IS NOT NULL;

CREATE INDEX agreements_status ON agreements (status, updated_at);

CREATE TABLE attachment_chunks (
 attachment_id TEXT NOT NULL REFERENCES attachments (id),
 position INTEGER NOT NULL CHECK (position >= 0),
 bytes BLOB NOT NULL,
 PRIMARY KEY (attachment_id, position)
 ) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 agreement_id TEXT REFERENCES agreements (id),
 kind TEXT NOT NULL CHECK (kind IN ('signedScan','evidence','identity','other')),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
 media_type TEXT NOT NULL,
 size INTEGER NOT NULL CHECK (size >= 1),
 sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
 added_by TEXT NOT NULL REFERENCES users (id),
 added_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX attachments_case ON attachments (case_id, added_at);

CREATE TABLE attendee_consents (
 attendee_id TEXT NOT NULL REFERENCES attendees (id),
 party_id TEXT NOT NULL REFERENCES parties (id),
 consented_at TEXT NOT NULL,
 recorded_by TEXT NOT NULL REFERENCES users (id),
 PRIMARY KEY (attendee_id, party_id)
 ) STRICT, WITHOUT ROWID;

CREATE TABLE attendees (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 session_id TEXT NOT NULL REFERENCES sessions (id),
 position INTEGER NOT NULL CHECK (position >= 1),
 capacity TEXT NOT NULL CHECK (capacity IN ('mediator','party','representative','helper','lawyer')),
 party_id TEXT REFERENCES parties (id),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
 note TEXT NOT NULL DEFAULT '',
 consented INTEGER NOT NULL DEFAULT 1 CHECK (consented IN (0, 1)), helper_kind TEXT CHECK (helper_kind IS NULL OR
 helper_kind IN ('relative','neighbour','colleague','expert','organisation','dutyLawyer')), disclosure TEXT NOT NULL DEFAULT '', joined_at TEXT, left_at TEXT,
 UNIQUE (session_id, position)
 ) STRICT;

CREATE TRIGGER audit_log_refuse_delete BEFORE DELETE ON audit_log 
 BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;

CREATE TRIGGER audit_log_refuse_update BEFORE UPDATE ON audit_log 
 BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;

CREATE TABLE audit_log (
 seq INTEGER PRIMARY KEY,
 at TEXT NOT NULL,
 actor_id TEXT NOT NULL,
 actor_role TEXT NOT NULL,
 operation TEXT NOT NULL,
 object_kind TEXT NOT NULL,
 object_id TEXT NOT NULL,
 result TEXT NOT NULL,
 prev TEXT NOT NULL,
 mac TEXT NOT NULL
 ) STRICT;

CREATE TABLE bookings (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
 half TEXT NOT NULL CHECK (half IN ('morning','afternoon')),
 at_time TEXT CHECK (at_time IS NULL OR at_time GLOB '[0-2][0-9]:[0-5][0-9]'),
 desk_id TEXT REFERENCES desks (id),
 field TEXT NOT NULL DEFAULT '',
 language TEXT NOT NULL DEFAULT '',
 required INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
 words TEXT NOT NULL DEFAULT '',
 cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
 cancelled_words TEXT NOT NULL DEFAULT '',
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX bookings_case ON bookings (case_id);

CREATE INDEX bookings_date ON bookings (date) WHERE cancelled = 0;

CREATE TRIGGER calculations_refuse_delete BEFORE DELETE ON calculations
 BEGIN SELECT RAISE(ABORT, 'calculations is append-only'); END;

CREATE TABLE calculations (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
 version INTEGER NOT NULL,
 title TEXT NOT NULL,
 input TEXT NOT NULL CHECK (json_valid(input)),
 result TEXT NOT NULL CHECK (json_valid(result)),
 amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
 statutory INTEGER NOT NULL DEFAULT 0 CHECK (statutory IN (0, 1)),
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 kept_by TEXT NOT NULL REFERENCES users (id),
 kept_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX calculations_case ON calculations (case_id, kept_at);

CREATE UNIQUE INDEX calculations_statutory ON calculations (case_id) WHERE statutory = 1 AND removed = 0;

CREATE TABLE case_dates (
 case_id TEXT NOT NULL REFERENCES cases (id),
 event TEXT NOT NULL CHECK (length(event) BETWEEN 1 AND 60),
 on_day TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
 words TEXT NOT NULL DEFAULT '',
 recorded_by TEXT NOT NULL REFERENCES users (id),
 recorded_at TEXT NOT NULL,
 PRIMARY KEY (case_id, event)
 ) STRICT;

CREATE TRIGGER case_events_refuse_delete BEFORE DELETE ON case_events 
 BEGIN SELECT RAISE(ABORT, 'case_events is append-only'); END;

CREATE TRIGGER case_events_refuse_update BEFORE UPDATE ON case_events 
 BEGIN SELECT RAISE(ABORT, 'case_events is append-only'); END;

CREATE TABLE case_events (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 at TEXT NOT NULL,
 actor_id TEXT NOT NULL REFERENCES users (id),
 kind TEXT NOT NULL,
 from_status TEXT,
 to_status TEXT,
 details TEXT NOT NULL CHECK (json_valid(details))
 ) STRICT;

CREATE INDEX case_events_case ON case_events (case_id, at);

CREATE INDEX case_events_extend ON case_events (case_id, at) WHERE kind = 'extend';

CREATE TABLE case_links (
 case_id TEXT PRIMARY KEY REFERENCES cases (id),
 earlier_id TEXT NOT NULL REFERENCES cases (id),
 kind TEXT NOT NULL CHECK (kind IN ('reEscalated')),
 visit_id TEXT REFERENCES visits (id),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX case_links_earlier ON case_links (earlier_id);

CREATE TABLE case_risks (
 case_id TEXT PRIMARY KEY REFERENCES cases (id),
 risk TEXT NOT NULL CHECK (risk IN ('low','normal','high')),
 words TEXT NOT NULL DEFAULT '',
 set_by TEXT NOT NULL REFERENCES users (id),
 set_at TEXT NOT NULL
 ) STRICT;

CREATE TRIGGER cases_refuse_delete BEFORE DELETE ON cases
 BEGIN SELECT RAISE(ABORT, 'a numbered case is never deleted'); END;

CREATE TABLE cases (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 year INTEGER NOT NULL,
 seq INTEGER NOT NULL CHECK (seq >= 1),
 case_number TEXT NOT NULL UNIQUE,
 status TEXT NOT NULL CHECK (status IN ('draft','submitted','supplementing','rejected','accepted',
 'assigned','mediating','suspended','agreed','effective','overdue','performed','confirming',
 'confirmed','failed','transferred','withdrawn','followUp','toArchive','archived')),
 title TEXT NOT NULL CHECK (length(title) >= 1),
 source_code TEXT NOT NULL,
 type_code TEXT NOT NULL,
 place TEXT NOT NULL DEFAULT '',
 narrative TEXT NOT NULL,
 claim TEXT NOT NULL DEFAULT '',
 amount_fen INTEGER CHECK (amount_fen IS NULL OR amount_fen >= 0),
 people_count INTEGER NOT NULL CHECK (people_count >= 1),
 other_body TEXT NOT NULL,
 other_body_name TEXT NOT NULL DEFAULT '',
 other_body_refers INTEGER NOT NULL CHECK (other_body_refers IN (0, 1)),
 other_side TEXT NOT NULL CHECK (other_side IN ('notAsked','willing','refuses')),
 scope_doubts TEXT NOT NULL CHECK (json_valid(scope_doubts)),
 applied_at TEXT NOT NULL,
 accepted_on TEXT CHECK (accepted_on IS NULL OR accepted_on GLOB '????-??-??'),
 mediator_id TEXT REFERENCES users (id),
 created_by TEXT NOT NULL REFERENCES users (id),
 practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL,
 UNIQUE (year, seq)
 ) STRICT;

CREATE INDEX cases_creator ON cases (created_by, applied_at DESC);

CREATE INDEX cases_mediator ON cases (mediator_id, status, applied_at DESC, id DESC);

CREATE INDEX cases_recent ON cases (applied_at DESC, id DESC);

CREATE INDEX cases_status ON cases (status, applied_at DESC, id DESC);

CREATE TRIGGER clauses_frozen_delete BEFORE DELETE ON clauses
 WHEN (SELECT frozen FROM agreements WHERE id = OLD.agreement_id) IS NOT NULL
 BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END;

CREATE TRIGGER clauses_frozen_insert BEFORE INSERT ON clauses
 WHEN (SELECT frozen FROM agreements WHERE id = NEW.agreement_id) IS NOT NULL
 BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END;

CREATE TRIGGER clauses_frozen_update BEFORE UPDATE ON clauses
 WHEN (SELECT frozen FROM agreements WHERE id = OLD.agreement_id) IS NOT NULL
 BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END;

CREATE TABLE clauses (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 agreement_id TEXT NOT NULL REFERENCES agreements (id),
 position INTEGER NOT NULL CHECK (position >= 1),
 kind TEXT NOT NULL CHECK (kind IN ('payment','act','apology','confirm','other')),
 text TEXT NOT NULL DEFAULT '',
 payer_id TEXT REFERENCES parties (id),
 payee_id TEXT REFERENCES parties (id),
 total_fen INTEGER CHECK (total_fen IS NULL OR total_fen >= 0),
 method TEXT NOT NULL DEFAULT '',
 account TEXT NOT NULL DEFAULT '', offer_id TEXT REFERENCES offers (id), term_id TEXT,
 UNIQUE (agreement_id, position)
 ) STRICT;

CREATE TRIGGER clock_changes_refuse_delete BEFORE DELETE ON clock_changes
 BEGIN SELECT RAISE(ABORT, 'clock_changes is append-only'); END;

CREATE TABLE clock_changes (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 40),
 kind TEXT NOT NULL CHECK (kind IN ('pause','extension','override','interruption')),
 on_day TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
 until_day TEXT CHECK (until_day IS NULL OR until_day GLOB '????-??-??'),
 pause_reason TEXT,
 consents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(consents)),
 words TEXT NOT NULL DEFAULT '',
 recorded_by TEXT NOT NULL REFERENCES users (id),
 recorded_at TEXT NOT NULL,
 undone_at TEXT,
 undone_by TEXT REFERENCES users (id),
 undone_reason TEXT NOT NULL DEFAULT ''
 ) STRICT;

CREATE INDEX clock_changes_case ON clock_changes (case_id);

CREATE TABLE consultation_counts (
 lawyer_id TEXT NOT NULL REFERENCES lawyers (id),
 date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
 duty_id TEXT REFERENCES duties (id),
 category TEXT NOT NULL,
 count INTEGER NOT NULL CHECK (count >= 0),
 words TEXT NOT NULL DEFAULT '',
 updated_by TEXT NOT NULL REFERENCES users (id),
 updated_at TEXT NOT NULL,
 PRIMARY KEY (lawyer_id, date, category)
 ) STRICT;

CREATE TRIGGER consultations_refuse_delete BEFORE DELETE ON consultations
 BEGIN SELECT RAISE(ABORT, 'consultations is append-only'); END;

CREATE TABLE consultations (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 year INTEGER NOT NULL,
 number INTEGER NOT NULL CHECK (number >= 1),
 at TEXT NOT NULL,
 manner TEXT NOT NULL CHECK (manner IN ('visit','phone','online','letter')),
 lawyer_id TEXT REFERENCES lawyers (id),
 duty_id TEXT REFERENCES duties (id),
 category TEXT NOT NULL,
 name TEXT NOT NULL DEFAULT '',
 content TEXT NOT NULL CHECK (json_valid(content)),
 outcome TEXT CHECK (outcome IS NULL OR outcome IN ('answered','later','mediation','arbitration','suit','legalAid','otherOffice')),
 case_id TEXT REFERENCES cases (id),
 draft_id TEXT,
 removed_at TEXT,
 removed_words TEXT NOT NULL DEFAULT '',
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL,
 UNIQUE (year, number)
 ) STRICT;

CREATE INDEX consultations_at ON consultations (at);

CREATE INDEX consultations_lawyer ON consultations (lawyer_id);

CREATE TABLE desks (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
 place TEXT NOT NULL DEFAULT '',
 position INTEGER NOT NULL CHECK (position >= 1),
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE TRIGGER dossier_closings_refuse_delete BEFORE DELETE ON dossier_closings
 BEGIN SELECT RAISE(ABORT, 'dossier_closings is append-only'); END;

CREATE TRIGGER dossier_closings_refuse_update BEFORE UPDATE ON dossier_closings
 BEGIN SELECT RAISE(ABORT, 'dossier_closings is append-only'); END;

CREATE TABLE dossier_closings (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 closed_on TEXT NOT NULL,
 closed_by TEXT NOT NULL REFERENCES users (id),
 closed_at TEXT NOT NULL,
 reason TEXT NOT NULL,
 findings TEXT NOT NULL,
 volume_pages INTEGER NOT NULL CHECK (volume_pages >= 0),
 CHECK (findings = '[]' OR length(trim(reason)) > 0)
 ) STRICT;

CREATE INDEX dossier_closings_case ON dossier_closings (case_id, closed_at);

CREATE TRIGGER dossier_loans_refuse_delete BEFORE DELETE ON dossier_loans
 BEGIN SELECT RAISE(ABORT, 'dossier_loans is append-only'); END;

CREATE TABLE dossier_loans (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 borrower TEXT NOT NULL,
 unit TEXT NOT NULL,
 purpose TEXT NOT NULL,
 lent_on TEXT NOT NULL,
 due_on TEXT NOT NULL,
 lent_by TEXT NOT NULL REFERENCES users (id),
 lent_at TEXT NOT NULL,
 returned_on TEXT,
 returned_to TEXT REFERENCES users (id),
 return_note TEXT NOT NULL,
 CHECK (due_on >= lent_on),
 CHECK ((returned_on IS NULL) = (returned_to IS NULL))
 ) STRICT;

CREATE INDEX dossier_loans_case ON dossier_loans (case_id, lent_at);

CREATE UNIQUE INDEX dossier_loans_one_open ON dossier_loans (case_id) WHERE returned_on IS NULL;

CREATE TRIGGER dossiers_refuse_delete BEFORE DELETE ON dossiers
 BEGIN SELECT RAISE(ABORT, 'dossiers is append-only'); END;

CREATE TABLE dossiers (
 case_id TEXT PRIMARY KEY REFERENCES cases (id),
 pack_id TEXT NOT NULL,
 retention TEXT CHECK (retention IN ('short','long','permanent')),
 archive_number TEXT UNIQUE,
 shelf TEXT NOT NULL,
 compiler_name TEXT NOT NULL,
 compiled_on TEXT,
 checker_name TEXT NOT NULL,
 checked_on TEXT,
 missing TEXT NOT NULL,
 late TEXT NOT NULL,
 damaged TEXT NOT NULL,
 media TEXT NOT NULL,
 other_notes TEXT NOT NULL,
 remark TEXT NOT NULL,
 revision INTEGER NOT NULL CHECK (revision >= 1),
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE TRIGGER duties_refuse_delete BEFORE DELETE ON duties
 BEGIN SELECT RAISE(ABORT, 'duties is append-only'); END;

CREATE TABLE duties (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 shift_id TEXT NOT NULL REFERENCES shifts (id),
 lawyer_id TEXT NOT NULL REFERENCES lawyers (id),
 starts_at TEXT NOT NULL CHECK (starts_at GLOB '[0-2][0-9]:[0-5][0-9]'),
 ends_at TEXT NOT NULL CHECK (ends_at GLOB '[0-2][0-9]:[0-5][0-9]'),
 state TEXT NOT NULL CHECK (state IN ('planned','cancelled')),
 instead_of TEXT REFERENCES lawyers (id),
 sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
 signed_in_at TEXT,
 signed_out_at TEXT,
 corrected_minutes INTEGER CHECK (corrected_minutes IS NULL OR corrected_minutes BETWEEN 0 AND 1440),
 corrected_reason TEXT NOT NULL DEFAULT '',
 corrected_by TEXT REFERENCES users (id),
 no_show INTEGER NOT NULL DEFAULT 0 CHECK (no_show IN (0, 1)),
 no_show_words TEXT NOT NULL DEFAULT '',
 revision INTEGER NOT NULL CHECK (revision >= 1),
 published_at TEXT NOT NULL,
 updated_at TEXT NOT NULL,
 UNIQUE (shift_id, lawyer_id),
 CHECK (starts_at < ends_at)
 ) STRICT;

CREATE INDEX duties_lawyer ON duties (lawyer_id);

CREATE TABLE duty_notices (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 publication_id TEXT NOT NULL REFERENCES rota_publications (id),
 duty_id TEXT NOT NULL REFERENCES duties (id),
 lawyer_id TEXT NOT NULL REFERENCES lawyers (id),
 kind TEXT NOT NULL CHECK (kind IN ('added','removed','changed')),
 told_at TEXT,
 told_by TEXT REFERENCES users (id),
 channel TEXT CHECK (channel IS NULL OR channel IN ('phone','message','inPerson','seen'))
 ) STRICT;

CREATE INDEX duty_notices_lawyer ON duty_notices (lawyer_id) WHERE told_at IS NULL;

CREATE INDEX duty_notices_publication ON duty_notices (publication_id);

CREATE TRIGGER duty_signs_refuse_delete BEFORE DELETE ON duty_signs
 BEGIN SELECT RAISE(ABORT, 'duty_signs is append-only'); END;

CREATE TRIGGER duty_signs_refuse_update BEFORE UPDATE ON duty_signs
 BEGIN SELECT RAISE(ABORT, 'duty_signs is append-only'); END;

CREATE TABLE duty_signs (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 duty_id TEXT REFERENCES duties (id),
 lawyer_id TEXT NOT NULL REFERENCES lawyers (id),
 kind TEXT NOT NULL CHECK (kind IN ('in','out')),
 at TEXT NOT NULL,
 source TEXT NOT NULL CHECK (source IN ('pin','lockScreen','staff')),
 doubted INTEGER NOT NULL DEFAULT 0 CHECK (doubted IN (0, 1)),
 recorded_by TEXT REFERENCES users (id),
 recorded_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX duty_signs_lawyer ON duty_signs (lawyer_id, at);

CREATE TRIGGER entries_frozen_insert BEFORE INSERT ON entries
 WHEN (SELECT status FROM sessions WHERE id = NEW.session_id) = 'ended'
 BEGIN SELECT RAISE(ABORT, 'the session has ended'); END;

CREATE TRIGGER entries_frozen_update BEFORE UPDATE ON entries
 WHEN (SELECT status FROM sessions WHERE id = OLD.session_id) = 'ended'
 BEGIN SELECT RAISE(ABORT, 'the session has ended'); END;

CREATE TRIGGER entries_refuse_delete BEFORE DELETE ON entries 
 BEGIN SELECT RAISE(ABORT, 'entries is append-only'); END;

CREATE TABLE entries (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 session_id TEXT NOT NULL REFERENCES sessions (id),
 position REAL NOT NULL,
 attendee_id TEXT NOT NULL REFERENCES attendees (id),
 text TEXT NOT NULL,
 is_key_point INTEGER NOT NULL DEFAULT 0 CHECK (is_key_point IN (0, 1)),
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 , mark TEXT
 CHECK (mark IS NULL OR mark IN ('undisputedFact','evidence','disagreement','concession'))) STRICT;

CREATE INDEX entries_session ON entries (session_id, position);

CREATE TABLE firm_interests (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 firm_id TEXT NOT NULL REFERENCES firms (id),
 side TEXT NOT NULL CHECK (side IN ('for','against')),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
 identity_number TEXT NOT NULL DEFAULT '',
 from_on TEXT CHECK (from_on IS NULL OR from_on GLOB '????-??-??'),
 to_on TEXT CHECK (to_on IS NULL OR to_on GLOB '????-??-??'),
 note TEXT NOT NULL DEFAULT '',
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX firm_interests_firm ON firm_interests (firm_id);

CREATE TABLE firms (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
 short_name TEXT NOT NULL CHECK (length(short_name) BETWEEN 1 AND 20),
 phone TEXT NOT NULL DEFAULT '',
 address TEXT NOT NULL DEFAULT '',
 note TEXT NOT NULL DEFAULT '',
 agreement_from TEXT CHECK (agreement_from IS NULL OR agreement_from GLOB '????-??-??'),
 agreement_to TEXT CHECK (agreement_to IS NULL OR agreement_to GLOB '????-??-??'),
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE TRIGGER handover_cases_refuse_delete BEFORE DELETE ON handover_cases
 BEGIN SELECT RAISE(ABORT, 'handover_cases is append-only'); END;

CREATE TRIGGER handover_cases_refuse_update BEFORE UPDATE ON handover_cases
 BEGIN SELECT RAISE(ABORT, 'handover_cases is append-only'); END;

CREATE TABLE handover_cases (
 handover_id TEXT NOT NULL REFERENCES handovers (id),
 case_id TEXT NOT NULL REFERENCES cases (id),
 position INTEGER NOT NULL CHECK (position >= 1),
 PRIMARY KEY (handover_id, case_id)
 ) STRICT, WITHOUT ROWID;

CREATE TRIGGER handovers_refuse_delete BEFORE DELETE ON handovers
 BEGIN SELECT RAISE(ABORT, 'handovers is append-only'); END;

CREATE TRIGGER handovers_refuse_update BEFORE UPDATE ON handovers
 BEGIN SELECT RAISE(ABORT, 'handovers is append-only'); END;

CREATE TABLE handovers (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 from_id TEXT NOT NULL REFERENCES users (id),
 to_id TEXT NOT NULL REFERENCES users (id),
 reason TEXT NOT NULL,
 made_by TEXT NOT NULL REFERENCES users (id),
 made_at TEXT NOT NULL,
 CHECK (from_id <> to_id)
 ) STRICT;

CREATE TABLE holiday_tables (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2199),
 holidays TEXT NOT NULL CHECK (json_valid(holidays)),
 workdays TEXT NOT NULL CHECK (json_valid(workdays)),
 source TEXT NOT NULL,
 notice TEXT NOT NULL DEFAULT '',
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 entered_by TEXT NOT NULL REFERENCES users (id),
 entered_at TEXT NOT NULL
 ) STRICT;

CREATE UNIQUE INDEX holiday_tables_year ON holiday_tables (year) WHERE removed = 0;

CREATE TRIGGER instalments_frozen_delete BEFORE DELETE ON instalments
 WHEN (SELECT a.frozen FROM agreements a JOIN clauses c ON c.agreement_id = a.id
 WHERE c.id = OLD.clause_id) IS NOT NULL
 BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END;

CREATE TRIGGER instalments_frozen_insert BEFORE INSERT ON instalments
 WHEN (SELECT a.frozen FROM agreements a JOIN clauses c ON c.agreement_id = a.id
 WHERE c.id = NEW.clause_id) IS NOT NULL
 BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END;

CREATE TRIGGER instalments_frozen_update BEFORE UPDATE ON instalments
 WHEN (SELECT a.frozen FROM agreements a JOIN clauses c ON c.agreement_id = a.id
 WHERE c.id = OLD.clause_id) IS NOT NULL
 BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END;

CREATE TABLE instalments (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 clause_id TEXT NOT NULL REFERENCES clauses (id) ON DELETE CASCADE,
 position INTEGER NOT NULL CHECK (position >= 1),
 due_on TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
 amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
 method TEXT NOT NULL DEFAULT '',
 UNIQUE (clause_id, position)
 ) STRICT;

CREATE TABLE intake_drafts (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 owner_id TEXT NOT NULL REFERENCES users (id),
 form TEXT NOT NULL CHECK (json_valid(form)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX intake_drafts_owner ON intake_drafts (owner_id, updated_at);

CREATE TRIGGER lawyer_days_refuse_delete BEFORE DELETE ON lawyer_days
 BEGIN SELECT RAISE(ABORT, 'lawyer_days is append-only'); END;

CREATE TABLE lawyer_days (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 lawyer_id TEXT NOT NULL REFERENCES lawyers (id),
 kind TEXT NOT NULL CHECK (kind IN ('available','unavailable','leave','want','avoid')),
 from_on TEXT NOT NULL CHECK (from_on GLOB '????-??-??'),
 to_on TEXT NOT NULL CHECK (to_on GLOB '????-??-??'),
 half TEXT CHECK (half IS NULL OR half IN ('morning','afternoon')),
 words TEXT NOT NULL DEFAULT '',
 source TEXT NOT NULL CHECK (source IN ('hand','self','xlsx','ics')),
 source_key TEXT,
 removed_at TEXT,
 removed_by TEXT REFERENCES users (id),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 CHECK (from_on <= to_on)
 ) STRICT;

CREATE INDEX lawyer_days_lawyer ON lawyer_days (lawyer_id, from_on);

CREATE UNIQUE INDEX lawyer_days_source ON lawyer_days (lawyer_id, source_key)
 WHERE source_key IS NOT NULL AND removed_at IS NULL;

CREATE TABLE lawyer_pairings (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 one_id TEXT NOT NULL REFERENCES lawyers (id),
 other_id TEXT NOT NULL REFERENCES lawyers (id),
 kind TEXT NOT NULL CHECK (kind IN ('together','apart')),
 note TEXT NOT NULL DEFAULT '',
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 UNIQUE (one_id, other_id),
 CHECK (one_id < other_id)
 ) STRICT;

CREATE TABLE lawyers (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
 initials TEXT NOT NULL,
 user_id TEXT UNIQUE REFERENCES users (id),
 firm_id TEXT REFERENCES firms (id),
 licence_number TEXT NOT NULL DEFAULT '',
 fields TEXT NOT NULL CHECK (json_valid(fields)),
 languages TEXT NOT NULL CHECK (json_valid(languages)),
 phone TEXT NOT NULL DEFAULT '',
 contact_hours TEXT NOT NULL DEFAULT '',
 joined_on TEXT NOT NULL CHECK (joined_on GLOB '????-??-??'),
 left_on TEXT CHECK (left_on IS NULL OR left_on GLOB '????-??-??'),
 share_percent INTEGER NOT NULL DEFAULT 100 CHECK (share_percent BETWEEN 5 AND 300),
 weekly TEXT CHECK (weekly IS NULL OR json_valid(weekly)),
 per_week INTEGER CHECK (per_week IS NULL OR per_week BETWEEN 0 AND 14),
 per_month INTEGER CHECK (per_month IS NULL OR per_month BETWEEN 0 AND 62),
 rest_days INTEGER NOT NULL DEFAULT 0 CHECK (rest_days BETWEEN 0 AND 30),
 twice_a_day INTEGER NOT NULL DEFAULT 0 CHECK (twice_a_day IN (0, 1)),
 head_only INTEGER NOT NULL DEFAULT 0 CHECK (head_only IN (0, 1)),
 pin TEXT CHECK (pin IS NULL OR json_valid(pin)),
 note TEXT NOT NULL DEFAULT '',
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE TABLE migrations (
 id INTEGER PRIMARY KEY,
 name TEXT NOT NULL,
 checksum TEXT NOT NULL,
 applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE number_sequences (
 kind TEXT NOT NULL CHECK (kind IN ('case','agreement')),
 year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
 last INTEGER NOT NULL CHECK (last >= 0),
 PRIMARY KEY (kind, year)
 ) STRICT, WITHOUT ROWID;

CREATE TRIGGER obligations_refuse_delete BEFORE DELETE ON obligations
 BEGIN SELECT RAISE(ABORT, 'obligations is append-only'); END;

CREATE TABLE obligations (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 agreement_id TEXT NOT NULL REFERENCES agreements (id),
 clause_id TEXT NOT NULL,
 clause_number INTEGER NOT NULL CHECK (clause_number >= 1),
 instalment INTEGER CHECK (instalment IS NULL OR instalment >= 1),
 kind TEXT NOT NULL CHECK (kind IN ('payment','act')),
 debtor_id TEXT,
 creditor_id TEXT,
 text TEXT NOT NULL DEFAULT '',
 due_on TEXT CHECK (due_on IS NULL OR due_on GLOB '????-??-??'),
 amount_fen INTEGER CHECK (amount_fen IS NULL OR amount_fen >= 0),
 method TEXT NOT NULL DEFAULT '',
 account TEXT NOT NULL DEFAULT '',
 dropped_at TEXT,
 dropped_reason TEXT NOT NULL DEFAULT '',
 created_at TEXT NOT NULL,
 CHECK ((kind = 'payment') = (amount_fen IS NOT NULL))
 ) STRICT;

CREATE INDEX obligations_case ON obligations (case_id);

CREATE INDEX obligations_due ON obligations (due_on) WHERE dropped_at IS NULL;

CREATE UNIQUE INDEX obligations_part ON obligations (agreement_id, clause_id, coalesce(instalment, 0));

CREATE TRIGGER offer_answers_refuse_delete BEFORE DELETE ON offer_answers
 BEGIN SELECT RAISE(ABORT, 'offer_answers is append-only'); END;

CREATE TRIGGER offer_answers_refuse_update BEFORE UPDATE ON offer_answers
 BEGIN SELECT RAISE(ABORT, 'offer_answers is append-only'); END;

CREATE TABLE offer_answers (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 offer_id TEXT NOT NULL REFERENCES offers (id),
 party_id TEXT NOT NULL REFERENCES parties (id),
 part_id TEXT REFERENCES session_parts (id),
 answer TEXT NOT NULL CHECK (answer IN ('yes','no')),
 at TEXT NOT NULL,
 recorded_by TEXT NOT NULL REFERENCES users (id)
 ) STRICT;

CREATE INDEX offer_answers_offer ON offer_answers (offer_id, at);

CREATE TRIGGER offers_frozen BEFORE UPDATE ON offers
 WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.ordinal IS NOT OLD.ordinal
 OR NEW.party_id IS NOT OLD.party_id OR NEW.sealed IS NOT OLD.sealed
 OR NEW.reply_to IS NOT OLD.reply_to OR NEW.confidant_id IS NOT OLD.confidant_id
 OR NEW.made_at IS NOT OLD.made_at OR NEW.recorded_by IS NOT OLD.recorded_by
 OR (OLD.released_at IS NOT NULL AND NEW.released_at IS NOT OLD.released_at)
 OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NOT OLD.withdrawn_at)
 BEGIN SELECT RAISE(ABORT, 'an offer once made does not change'); END;

CREATE TRIGGER offers_refuse_delete BEFORE DELETE ON offers
 BEGIN SELECT RAISE(ABORT, 'offers is append-only'); END;

CREATE TABLE offers (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 session_id TEXT REFERENCES sessions (id),
 part_id TEXT REFERENCES session_parts (id),
 ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
 party_id TEXT REFERENCES parties (id),
 reply_to TEXT REFERENCES offers (id),
 confidant_id TEXT REFERENCES parties (id),
 sealed TEXT NOT NULL,
 made_at TEXT NOT NULL,
 recorded_by TEXT NOT NULL REFERENCES users (id),
 released_at TEXT,
 withdrawn_at TEXT,
 UNIQUE (case_id, ordinal),
 CHECK (released_at IS NULL OR confidant_id IS NOT NULL)
 ) STRICT;

CREATE TABLE offices (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 kind TEXT NOT NULL CHECK (kind IN ('court','commission','inspectorate','notary','legalAid','police','petition','other')),
 level TEXT NOT NULL DEFAULT 'basic' CHECK (level IN ('basic','intermediate')),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
 areas TEXT NOT NULL CHECK (json_valid(areas)),
 address TEXT NOT NULL DEFAULT '',
 phone TEXT NOT NULL DEFAULT '',
 note TEXT NOT NULL DEFAULT '',
 invites_us INTEGER NOT NULL DEFAULT 0 CHECK (invites_us IN (0, 1)),
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE TABLE opening_days (
 date TEXT PRIMARY KEY CHECK (date GLOB '????-??-??'),
 open INTEGER NOT NULL DEFAULT 0 CHECK (open IN (0, 1)),
 words TEXT NOT NULL DEFAULT '',
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL
 ) STRICT;

CREATE TABLE own_clauses (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
 type_codes TEXT NOT NULL CHECK (json_valid(type_codes)),
 kind TEXT NOT NULL CHECK (kind IN ('payment','act','apology','confirm','other')),
 text TEXT NOT NULL CHECK (length(text) >= 1),
 note TEXT NOT NULL DEFAULT '',
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE TABLE own_figures (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
 variant TEXT,
 region TEXT NOT NULL CHECK (length(region) BETWEEN 2 AND 6),
 value TEXT NOT NULL CHECK (length(value) >= 1),
 unit TEXT NOT NULL,
 valid_from TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
 valid_to TEXT CHECK (valid_to IS NULL OR valid_to GLOB '????-??-??'),
 document TEXT NOT NULL CHECK (length(document) >= 1),
 url TEXT NOT NULL DEFAULT '',
 checked_on TEXT CHECK (checked_on IS NULL OR checked_on GLOB '????-??-??'),
 verified INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
 note TEXT NOT NULL DEFAULT '',
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 entered_by TEXT NOT NULL REFERENCES users (id),
 entered_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE TRIGGER own_forms_refuse_delete BEFORE DELETE ON own_forms
 BEGIN SELECT RAISE(ABORT, 'own_forms is append-only'); END;

CREATE TABLE own_forms (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 form TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 40),
 from_on TEXT NOT NULL,
 definition TEXT NOT NULL,
 made_by TEXT NOT NULL REFERENCES users (id),
 made_at TEXT NOT NULL,
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
 ) STRICT;

CREATE UNIQUE INDEX own_forms_day ON own_forms (form, from_on) WHERE removed = 0;

CREATE TRIGGER paper_outputs_refuse_delete BEFORE DELETE ON paper_outputs 
 BEGIN SELECT RAISE(ABORT, 'paper_outputs is append-only'); END;

CREATE TRIGGER paper_outputs_refuse_update BEFORE UPDATE ON paper_outputs 
 BEGIN SELECT RAISE(ABORT, 'paper_outputs is append-only'); END;

CREATE TABLE paper_outputs (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 form TEXT NOT NULL,
 object_id TEXT NOT NULL,
 channel TEXT NOT NULL CHECK (channel IN ('printer','pdf','docx')),
 copies INTEGER NOT NULL CHECK (copies >= 1),
 at TEXT NOT NULL,
 actor_id TEXT NOT NULL REFERENCES users (id)
 ) STRICT;

CREATE INDEX paper_outputs_case ON paper_outputs (case_id, at);

CREATE TRIGGER paper_versions_refuse_delete BEFORE DELETE ON paper_versions
 BEGIN SELECT RAISE(ABORT, 'paper_versions is append-only'); END;

CREATE TRIGGER paper_versions_refuse_update BEFORE UPDATE ON paper_versions
 BEGIN SELECT RAISE(ABORT, 'paper_versions is append-only'); END;

CREATE TABLE paper_versions (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 form TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 40),
 object_id TEXT NOT NULL CHECK (length(object_id) = 36),
 version INTEGER NOT NULL CHECK (version >= 1),
 sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
 pages INTEGER NOT NULL CHECK (pages >= 1),
 model TEXT NOT NULL,
 template_id TEXT REFERENCES word_templates (id),
 made_by TEXT NOT NULL REFERENCES users (id),
 made_at TEXT NOT NULL,
 UNIQUE (form, object_id, version)
 ) STRICT;

CREATE INDEX paper_versions_case ON paper_versions (case_id);

CREATE TABLE parties (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 position INTEGER NOT NULL CHECK (position >= 1),
 kind TEXT NOT NULL CHECK (kind IN ('person','organisation')),
 role TEXT NOT NULL CHECK (role IN ('applicant','respondent','thirdParty','coApplicant','party')),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
 sex TEXT CHECK (sex IS NULL OR sex IN ('male','female')),
 ethnicity TEXT,
 birth_date TEXT,
 id_number TEXT,
 credit_code TEXT,
 phone TEXT,
 address TEXT,
 occupation TEXT,
 work_unit TEXT,
 legal_rep_name TEXT,
 legal_rep_title TEXT,
 UNIQUE (case_id, position)
 ) STRICT;

CREATE INDEX parties_id_number ON parties (id_number) WHERE id_number IS NOT NULL;

CREATE INDEX parties_name ON parties (name);

CREATE INDEX parties_phone ON parties (phone) WHERE phone IS NOT NULL;

CREATE TABLE passed_warnings (
 agreement_id TEXT NOT NULL REFERENCES agreements (id),
 rule_id TEXT NOT NULL,
 code TEXT NOT NULL,
 path TEXT NOT NULL,
 words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
 passed_by TEXT NOT NULL REFERENCES users (id),
 passed_at TEXT NOT NULL,
 PRIMARY KEY (agreement_id, rule_id, code, path)
 ) STRICT, WITHOUT ROWID;

CREATE TABLE performance_proofs (
 performance_id TEXT NOT NULL REFERENCES performances (id),
 attachment_id TEXT NOT NULL REFERENCES attachments (id),
 PRIMARY KEY (performance_id, attachment_id)
 ) STRICT;

CREATE TRIGGER performances_refuse_delete BEFORE DELETE ON performances
 BEGIN SELECT RAISE(ABORT, 'performances is append-only'); END;

CREATE TABLE performances (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 obligation_id TEXT NOT NULL REFERENCES obligations (id),
 done_on TEXT NOT NULL CHECK (done_on GLOB '????-??-??'),
 amount_fen INTEGER CHECK (amount_fen IS NULL OR amount_fen > 0),
 method TEXT NOT NULL DEFAULT '',
 note TEXT NOT NULL DEFAULT '',
 recorded_by TEXT NOT NULL REFERENCES users (id),
 recorded_at TEXT NOT NULL,
 undone_at TEXT,
 undone_by TEXT REFERENCES users (id),
 undone_reason TEXT NOT NULL DEFAULT ''
 ) STRICT;

CREATE INDEX performances_case ON performances (case_id, recorded_at);

CREATE INDEX performances_obligation ON performances (obligation_id);

CREATE TRIGGER print_jobs_refuse_delete BEFORE DELETE ON print_jobs
 BEGIN SELECT RAISE(ABORT, 'print_jobs is append-only'); END;

CREATE TABLE print_jobs (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT REFERENCES cases (id),
 title TEXT NOT NULL,
 form TEXT NOT NULL,
 object_id TEXT NOT NULL,
 copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
 pages INTEGER NOT NULL CHECK (pages >= 1),
 printer TEXT NOT NULL,
 sides TEXT NOT NULL CHECK (sides IN ('one','long','short')),
 state TEXT NOT NULL CHECK (state IN ('waiting','sent','printed','failed','cancelled')),
 trouble TEXT,
 tries INTEGER NOT NULL CHECK (tries >= 0),
 system_job TEXT,
 pdf BLOB,
 asked_by TEXT NOT NULL REFERENCES users (id),
 asked_at TEXT NOT NULL,
 ended_at TEXT,
 CHECK ((state IN ('printed','cancelled')) = (pdf IS NULL))
 ) STRICT;

CREATE INDEX print_jobs_state ON print_jobs (state, asked_at);

CREATE TABLE "private_drafts" (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 owner_id TEXT NOT NULL REFERENCES users (id),
 kind TEXT NOT NULL CHECK (kind IN ('offer','passedWarnings','visit','relapse','clockChange','handOver','calculation')),
 object_id TEXT NOT NULL CHECK (length(object_id) = 36),
 sealed TEXT NOT NULL,
 updated_at TEXT NOT NULL,
 UNIQUE (owner_id, kind, object_id)
 ) STRICT;

CREATE TABLE private_notes (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 owner_id TEXT NOT NULL REFERENCES users (id),
 sealed TEXT NOT NULL,
 revision INTEGER NOT NULL CHECK (revision >= 1),
 updated_at TEXT NOT NULL,
 UNIQUE (case_id, owner_id)
 ) STRICT;

CREATE TRIGGER read_back_answers_refuse_delete BEFORE DELETE ON read_back_answers
 BEGIN SELECT RAISE(ABORT, 'read_back_answers is append-only'); END;

CREATE TRIGGER read_back_answers_refuse_update BEFORE UPDATE ON read_back_answers
 BEGIN SELECT RAISE(ABORT, 'read_back_answers is append-only'); END;

CREATE TABLE read_back_answers (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 paper TEXT NOT NULL CHECK (paper IN ('minutes','agreement')),
 object_id TEXT NOT NULL CHECK (length(object_id) = 36),
 sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
 item TEXT NOT NULL,
 party_id TEXT NOT NULL REFERENCES parties (id),
 answer TEXT NOT NULL CHECK (answer IN ('yes','no')),
 words TEXT NOT NULL DEFAULT '',
 at TEXT NOT NULL,
 recorded_by TEXT NOT NULL REFERENCES users (id)
 ) STRICT;

CREATE INDEX read_back_answers_object ON read_back_answers (object_id, at);

CREATE TABLE recording_consents (
 recording_id TEXT NOT NULL REFERENCES recordings (id),
 party_id TEXT NOT NULL REFERENCES parties (id),
 consented_at TEXT NOT NULL,
 recorded_by TEXT NOT NULL REFERENCES users (id),
 PRIMARY KEY (recording_id, party_id)
 ) STRICT, WITHOUT ROWID;

CREATE TABLE recording_slices (
 recording_id TEXT NOT NULL REFERENCES recordings (id),
 position INTEGER NOT NULL CHECK (position >= 0),
 started_ms INTEGER NOT NULL CHECK (started_ms >= 0),
 bytes BLOB NOT NULL,
 PRIMARY KEY (recording_id, position)
 ) STRICT, WITHOUT ROWID;

CREATE TRIGGER recordings_refuse_delete BEFORE DELETE ON recordings
 BEGIN SELECT RAISE(ABORT, 'recordings is append-only'); END;

CREATE TABLE recordings (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 session_id TEXT NOT NULL REFERENCES sessions (id),
 position INTEGER NOT NULL CHECK (position >= 1),
 media_type TEXT NOT NULL,
 started_at TEXT NOT NULL,
 ended_at TEXT,
 keep_until TEXT CHECK (keep_until IS NULL OR keep_until GLOB '????-??-??'),
 purged_at TEXT,
 UNIQUE (session_id, position)
 ) STRICT;

CREATE TABLE representatives (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 party_id TEXT NOT NULL REFERENCES parties (id) ON DELETE CASCADE,
 position INTEGER NOT NULL,
 kind TEXT NOT NULL CHECK (kind IN ('guardian','agent','legalRepresentative')),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
 id_number TEXT,
 phone TEXT,
 relation TEXT,
 authority TEXT CHECK (authority IS NULL OR authority IN ('general','special')),
 UNIQUE (party_id, position)
 ) STRICT;

CREATE TABLE room_places (
 user_id TEXT PRIMARY KEY REFERENCES users (id),
 session_id TEXT NOT NULL REFERENCES sessions (id),
 entry_id TEXT NOT NULL,
 caret INTEGER NOT NULL CHECK (caret >= 0),
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE TRIGGER rota_publications_refuse_delete BEFORE DELETE ON rota_publications
 BEGIN SELECT RAISE(ABORT, 'rota_publications is append-only'); END;

CREATE TRIGGER rota_publications_refuse_update BEFORE UPDATE ON rota_publications
 BEGIN SELECT RAISE(ABORT, 'rota_publications is append-only'); END;

CREATE TABLE rota_publications (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 rota_id TEXT NOT NULL REFERENCES rotas (id),
 version INTEGER NOT NULL CHECK (version >= 1),
 cause TEXT NOT NULL CHECK (cause IN ('publish','leave','cover','swap','substitute')),
 words TEXT NOT NULL DEFAULT '',
 published_by TEXT NOT NULL REFERENCES users (id),
 published_at TEXT NOT NULL,
 UNIQUE (rota_id, version)
 ) STRICT;

CREATE TABLE rota_requests (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 kind TEXT NOT NULL CHECK (kind IN ('leave','cover','swap')),
 lawyer_id TEXT NOT NULL REFERENCES lawyers (id),
 duty_id TEXT REFERENCES duties (id),
 partner_id TEXT REFERENCES lawyers (id),
 partner_duty_id TEXT REFERENCES duties (id),
 from_on TEXT CHECK (from_on IS NULL OR from_on GLOB '????-??-??'),
 to_on TEXT CHECK (to_on IS NULL OR to_on GLOB '????-??-??'),
 words TEXT NOT NULL DEFAULT '',
 state TEXT NOT NULL CHECK (state IN ('asked','agreed','done','declined','withdrawn')),
 partner_answered_at TEXT,
 partner_answered_by TEXT REFERENCES users (id),
 decided_at TEXT,
 decided_by TEXT REFERENCES users (id),
 decided_words TEXT NOT NULL DEFAULT '',
 by_staff INTEGER NOT NULL DEFAULT 0 CHECK (by_staff IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX rota_requests_lawyer ON rota_requests (lawyer_id);

CREATE INDEX rota_requests_open ON rota_requests (state) WHERE state IN ('asked','agreed');

CREATE TABLE rota_seats (
 shift_id TEXT NOT NULL REFERENCES shifts (id),
 lawyer_id TEXT NOT NULL REFERENCES lawyers (id),
 rota_id TEXT NOT NULL REFERENCES rotas (id),
 pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
 knowingly INTEGER NOT NULL DEFAULT 0 CHECK (knowingly IN (0, 1)),
 origin TEXT NOT NULL CHECK (origin IN ('solver','hand','copied','swap','cover','substitute')),
 reason TEXT NOT NULL DEFAULT '',
 put_by TEXT NOT NULL REFERENCES users (id),
 put_at TEXT NOT NULL,
 PRIMARY KEY (shift_id, lawyer_id)
 ) STRICT;

CREATE INDEX rota_seats_rota ON rota_seats (rota_id);

CREATE TABLE rotas (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 from_on TEXT NOT NULL CHECK (from_on GLOB '????-??-??'),
 to_on TEXT NOT NULL CHECK (to_on GLOB '????-??-??'),
 solved TEXT CHECK (solved IS NULL OR json_valid(solved)),
 relaxed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(relaxed)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL,
 CHECK (from_on <= to_on)
 ) STRICT;

CREATE TABLE route_answers (
 case_id TEXT PRIMARY KEY REFERENCES cases (id),
 answers TEXT NOT NULL CHECK (json_valid(answers)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 updated_by TEXT NOT NULL REFERENCES users (id),
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE TRIGGER scan_pages_refuse_delete BEFORE DELETE ON scan_pages
 BEGIN SELECT RAISE(ABORT, 'scan_pages is append-only'); END;

CREATE TABLE scan_pages (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 attachment_id TEXT NOT NULL REFERENCES attachments (id),
 case_id TEXT NOT NULL REFERENCES cases (id),
 file_page INTEGER NOT NULL CHECK (file_page >= 1),
 part TEXT NOT NULL CHECK (part IN ('whole','left','right','top','bottom')),
 turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
 state TEXT NOT NULL CHECK (state IN ('placed','loose','setAside')),
 form TEXT,
 object_id TEXT,
 page INTEGER CHECK (page >= 1),
 version INTEGER CHECK (version >= 1),
 read_by TEXT CHECK (read_by IN ('code','hand')),
 late_reason TEXT,
 placed_by TEXT NOT NULL REFERENCES users (id),
 placed_at TEXT NOT NULL,
 UNIQUE (attachment_id, file_page, part),
 CHECK ((state = 'placed') <= (form IS NOT NULL AND object_id IS NOT NULL AND page IS NOT NULL))
 ) STRICT;

CREATE INDEX scan_pages_case ON scan_pages (case_id);

CREATE TRIGGER sealed_entries_frozen_insert BEFORE INSERT ON sealed_entries
 WHEN (SELECT s.status FROM sessions s JOIN session_parts p ON p.session_id = s.id
 WHERE p.id = NEW.part_id) = 'ended'
 BEGIN SELECT RAISE(ABORT, 'the session has ended'); END;

CREATE TRIGGER sealed_entries_frozen_update BEFORE UPDATE ON sealed_entries
 WHEN (SELECT s.status FROM sessions s JOIN session_parts p ON p.session_id = s.id
 WHERE p.id = OLD.part_id) = 'ended'
 BEGIN SELECT RAISE(ABORT, 'the session has ended'); END;

CREATE TRIGGER sealed_entries_refuse_delete BEFORE DELETE ON sealed_entries
 BEGIN SELECT RAISE(ABORT, 'sealed_entries is append-only'); END;

CREATE TABLE sealed_entries (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 part_id TEXT NOT NULL REFERENCES session_parts (id),
 position REAL NOT NULL,
 sealed TEXT NOT NULL,
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX sealed_entries_part ON sealed_entries (part_id, position);

CREATE TRIGGER seals_refuse_delete BEFORE DELETE ON seals
 BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;

CREATE TRIGGER seals_refuse_update BEFORE UPDATE ON seals
 BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;

CREATE TABLE seals (
 kind TEXT NOT NULL CHECK (kind IN ('part','notes','offers','draft')),
 object_id TEXT NOT NULL CHECK (length(object_id) = 36),
 wrapped_key TEXT NOT NULL,
 created_at TEXT NOT NULL,
 PRIMARY KEY (kind, object_id)
 ) STRICT, WITHOUT ROWID;

CREATE TRIGGER session_parts_refuse_delete BEFORE DELETE ON session_parts
 BEGIN SELECT RAISE(ABORT, 'session_parts is append-only'); END;

CREATE TABLE session_parts (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 session_id TEXT NOT NULL REFERENCES sessions (id),
 position INTEGER NOT NULL CHECK (position >= 1),
 kind TEXT NOT NULL CHECK (kind IN ('joint','separate','pause')),
 party_id TEXT REFERENCES parties (id),
 started_at TEXT NOT NULL,
 ended_at TEXT,
 UNIQUE (session_id, position),
 CHECK ((kind = 'separate') = (party_id IS NOT NULL))
 ) STRICT;

CREATE UNIQUE INDEX session_parts_one_open ON session_parts (session_id) WHERE ended_at IS NULL;

CREATE TABLE sessions (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
 status TEXT NOT NULL CHECK (status IN ('open','ended')),
 place TEXT NOT NULL,
 is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
 mediator_id TEXT NOT NULL REFERENCES users (id),
 recorder_name TEXT NOT NULL,
 started_at TEXT NOT NULL,
 rights_told_at TEXT,
 ended_at TEXT,
 result TEXT CHECK (result IS NULL OR result IN ('agreed','notAgreed','adjourned')),
 result_note TEXT NOT NULL DEFAULT '',
 frozen TEXT CHECK (frozen IS NULL OR json_valid(frozen)),
 UNIQUE (case_id, ordinal)
 ) STRICT;

CREATE UNIQUE INDEX sessions_one_open ON sessions (case_id) WHERE status = 'open';

CREATE TABLE settings (
 key TEXT PRIMARY KEY,
 value TEXT NOT NULL CHECK (json_valid(value)),
 updated_at TEXT NOT NULL
 ) STRICT, WITHOUT ROWID;

CREATE TRIGGER sheets_refuse_delete BEFORE DELETE ON sheets
 BEGIN SELECT RAISE(ABORT, 'sheets is append-only'); END;

CREATE TABLE sheets (
 form TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 40),
 object_id TEXT NOT NULL CHECK (length(object_id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 words TEXT NOT NULL,
 position INTEGER NOT NULL CHECK (position >= 0),
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL,
 PRIMARY KEY (form, object_id)
 ) STRICT;

CREATE INDEX sheets_case ON sheets (case_id, form, position);

CREATE TABLE shift_patterns (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 desk_id TEXT NOT NULL REFERENCES desks (id),
 day_kind TEXT NOT NULL CHECK (day_kind IN ('1','2','3','4','5','6','7','market')),
 half TEXT NOT NULL CHECK (half IN ('morning','afternoon')),
 starts_at TEXT NOT NULL CHECK (starts_at GLOB '[0-2][0-9]:[0-5][0-9]'),
 ends_at TEXT NOT NULL CHECK (ends_at GLOB '[0-2][0-9]:[0-5][0-9]'),
 demand INTEGER NOT NULL CHECK (demand BETWEEN 0 AND 50),
 UNIQUE (desk_id, day_kind, half),
 CHECK (starts_at < ends_at)
 ) STRICT;

CREATE TABLE shifts (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 rota_id TEXT NOT NULL REFERENCES rotas (id),
 desk_id TEXT NOT NULL REFERENCES desks (id),
 date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
 half TEXT NOT NULL CHECK (half IN ('morning','afternoon')),
 starts_at TEXT NOT NULL CHECK (starts_at GLOB '[0-2][0-9]:[0-5][0-9]'),
 ends_at TEXT NOT NULL CHECK (ends_at GLOB '[0-2][0-9]:[0-5][0-9]'),
 demand INTEGER NOT NULL CHECK (demand BETWEEN 0 AND 50),
 words TEXT NOT NULL DEFAULT '',
 UNIQUE (desk_id, date, half),
 CHECK (starts_at < ends_at)
 ) STRICT;

CREATE INDEX shifts_date ON shifts (date);

CREATE INDEX shifts_rota ON shifts (rota_id, date);

CREATE TRIGGER signature_strokes_frozen_delete BEFORE DELETE ON signature_strokes
 WHEN (SELECT a.status FROM agreements a JOIN signatures s ON s.agreement_id = a.id
 WHERE s.id = OLD.signature_id) <> 'approved'
 BEGIN SELECT RAISE(ABORT, 'signatures of a signed agreement stay'); END;

CREATE TRIGGER signature_strokes_frozen_insert BEFORE INSERT ON signature_strokes
 WHEN (SELECT a.status FROM agreements a JOIN signatures s ON s.agreement_id = a.id
 WHERE s.id = NEW.signature_id) <> 'approved'
 BEGIN SELECT RAISE(ABORT, 'signatures of a signed agreement stay'); END;

CREATE TRIGGER signature_strokes_refuse_update BEFORE UPDATE ON signature_strokes
 BEGIN SELECT RAISE(ABORT, 'signature_strokes is append-only'); END;

CREATE TABLE signature_strokes (
 signature_id TEXT PRIMARY KEY REFERENCES signatures (id) ON DELETE CASCADE,
 strokes TEXT NOT NULL CHECK (json_valid(strokes)),
 shape_sha256 TEXT NOT NULL CHECK (length(shape_sha256) = 64),
 paper_sha256 TEXT NOT NULL CHECK (length(paper_sha256) = 64),
 place TEXT NOT NULL CHECK (length(place) >= 1),
 witness_name TEXT NOT NULL CHECK (length(witness_name) >= 1),
 pointer TEXT NOT NULL CHECK (pointer IN ('pen','touch','mouse')),
 duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
 flags TEXT NOT NULL CHECK (json_valid(flags)),
 signed_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX signature_strokes_shape ON signature_strokes (shape_sha256);

CREATE TRIGGER signatures_frozen_delete BEFORE DELETE ON signatures
 WHEN (SELECT status FROM agreements WHERE id = OLD.agreement_id) <> 'approved'
 BEGIN SELECT RAISE(ABORT, 'signatures of a signed agreement stay'); END;

CREATE TRIGGER signatures_refuse_update BEFORE UPDATE ON signatures 
 BEGIN SELECT RAISE(ABORT, 'signatures is append-only'); END;

CREATE TABLE signatures (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 agreement_id TEXT NOT NULL REFERENCES agreements (id),
 capacity TEXT NOT NULL CHECK (capacity IN ('party','representative','mediator','recorder','body')),
 party_id TEXT REFERENCES parties (id),
 signer_name TEXT NOT NULL CHECK (length(signer_name) >= 1),
 manner TEXT NOT NULL CHECK (json_valid(manner) AND json_array_length(manner) >= 1),
 signed_on TEXT NOT NULL CHECK (signed_on GLOB '????-??-??'),
 recorded_by TEXT NOT NULL REFERENCES users (id),
 recorded_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX signatures_agreement ON signatures (agreement_id);

CREATE TABLE signed_papers (
 form TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 40),
 object_id TEXT NOT NULL CHECK (length(object_id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 confirmed_by TEXT NOT NULL REFERENCES users (id),
 confirmed_at TEXT NOT NULL,
 PRIMARY KEY (form, object_id)
 ) STRICT, WITHOUT ROWID;

CREATE INDEX signed_papers_case ON signed_papers (case_id);

CREATE TRIGGER strengthenings_refuse_delete BEFORE DELETE ON strengthenings
 BEGIN SELECT RAISE(ABORT, 'strengthenings is append-only'); END;

CREATE TABLE strengthenings (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 agreement_id TEXT NOT NULL REFERENCES agreements (id),
 route TEXT NOT NULL CHECK (route IN ('judicialConfirmation','arbitralReview','paymentOrder','directSuit','notary',
 'arbitration','enforcement')),
 office_id TEXT REFERENCES offices (id),
 office_name TEXT NOT NULL CHECK (length(office_name) BETWEEN 1 AND 100),
 applied_at TEXT NOT NULL,
 amount_fen INTEGER CHECK (amount_fen IS NULL OR amount_fen >= 0),
 state TEXT NOT NULL CHECK (state IN ('applied','accepted','granted','refused','ended','withdrawn')),
 number TEXT NOT NULL DEFAULT '',
 accepted_on TEXT CHECK (accepted_on IS NULL OR accepted_on GLOB '????-??-??'),
 served_on TEXT CHECK (served_on IS NULL OR served_on GLOB '????-??-??'),
 decided_on TEXT CHECK (decided_on IS NULL OR decided_on GLOB '????-??-??'),
 reason TEXT NOT NULL DEFAULT '',
 words TEXT NOT NULL DEFAULT '',
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX strengthenings_case ON strengthenings (case_id, applied_at);

CREATE TRIGGER undisputed_fact_answers_refuse_delete BEFORE DELETE ON undisputed_fact_answers
 BEGIN SELECT RAISE(ABORT, 'undisputed_fact_answers is append-only'); END;

CREATE TRIGGER undisputed_fact_answers_refuse_update BEFORE UPDATE ON undisputed_fact_answers
 BEGIN SELECT RAISE(ABORT, 'undisputed_fact_answers is append-only'); END;

CREATE TABLE undisputed_fact_answers (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 fact_id TEXT NOT NULL REFERENCES undisputed_facts (id),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 party_id TEXT NOT NULL REFERENCES parties (id),
 answer TEXT NOT NULL CHECK (answer IN ('yes','no')),
 at TEXT NOT NULL,
 recorded_by TEXT NOT NULL REFERENCES users (id)
 ) STRICT;

CREATE INDEX undisputed_fact_answers_fact ON undisputed_fact_answers (fact_id, at);

CREATE TABLE undisputed_facts (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 session_id TEXT REFERENCES sessions (id),
 entry_id TEXT REFERENCES entries (id),
 position INTEGER NOT NULL CHECK (position >= 1),
 text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX undisputed_facts_case ON undisputed_facts (case_id, position);

CREATE TRIGGER urges_refuse_delete BEFORE DELETE ON urges
 BEGIN SELECT RAISE(ABORT, 'urges is append-only'); END;

CREATE TRIGGER urges_refuse_update BEFORE UPDATE ON urges
 BEGIN SELECT RAISE(ABORT, 'urges is append-only'); END;

CREATE TABLE urges (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 obligation_id TEXT REFERENCES obligations (id),
 at TEXT NOT NULL,
 channel TEXT NOT NULL CHECK (channel IN ('phone','message','visit','letter')),
 person TEXT NOT NULL DEFAULT '',
 answer TEXT NOT NULL CHECK (answer IN ('reached','promised','disputed','cannotPay','refused','notReached','sent')),
 promised_on TEXT CHECK (promised_on IS NULL OR promised_on GLOB '????-??-??'),
 promised_fen INTEGER CHECK (promised_fen IS NULL OR promised_fen >= 0),
 words TEXT NOT NULL DEFAULT '',
 sheet_id TEXT,
 recorded_by TEXT NOT NULL REFERENCES users (id),
 recorded_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX urges_case ON urges (case_id, at);

CREATE TABLE users (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
 role TEXT NOT NULL CHECK (role IN ('receptionist','mediator','lawyer','head','administrator')),
 active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE UNIQUE INDEX users_name ON users (name) WHERE active = 1;

CREATE TRIGGER visits_refuse_delete BEFORE DELETE ON visits
 BEGIN SELECT RAISE(ABORT, 'visits is append-only'); END;

CREATE TABLE visits (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 case_id TEXT NOT NULL REFERENCES cases (id),
 planned_on TEXT NOT NULL CHECK (planned_on GLOB '????-??-??'),
 cause TEXT NOT NULL CHECK (cause IN ('beforeDue','afterDue','afterClosing','byHand')),
 obligation_id TEXT REFERENCES obligations (id),
 state TEXT NOT NULL CHECK (state IN ('planned','done','skipped')),
 done_at TEXT,
 manner TEXT NOT NULL DEFAULT '',
 party_id TEXT,
 visited_name TEXT NOT NULL DEFAULT '',
 visitor_name TEXT NOT NULL DEFAULT '',
 performance TEXT NOT NULL DEFAULT '',
 satisfaction TEXT CHECK (satisfaction IS NULL OR satisfaction IN ('very','satisfied','neutral','dissatisfied','notSaid')),
 later_suit TEXT NOT NULL DEFAULT '',
 mistakes TEXT NOT NULL DEFAULT '',
 recurrence TEXT CHECK (recurrence IS NULL OR recurrence IN ('none','hidden','escalated')),
 recurrence_words TEXT NOT NULL DEFAULT '',
 measures TEXT NOT NULL DEFAULT '',
 skipped_reason TEXT NOT NULL DEFAULT '',
 revision INTEGER NOT NULL CHECK (revision >= 1),
 created_by TEXT NOT NULL REFERENCES users (id),
 created_at TEXT NOT NULL,
 updated_at TEXT NOT NULL
 ) STRICT;

CREATE INDEX visits_case ON visits (case_id, planned_on);

CREATE INDEX visits_planned ON visits (planned_on) WHERE state = 'planned';

CREATE TRIGGER word_templates_refuse_delete BEFORE DELETE ON word_templates
 BEGIN SELECT RAISE(ABORT, 'word_templates is append-only'); END;

CREATE TABLE word_templates (
 id TEXT PRIMARY KEY CHECK (length(id) = 36),
 form TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 40),
 name TEXT NOT NULL,
 from_on TEXT NOT NULL,
 bytes BLOB NOT NULL,
 sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
 added_by TEXT NOT NULL REFERENCES users (id),
 added_at TEXT NOT NULL,
 removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
 ) STRICT;

CREATE UNIQUE INDEX word_templates_day ON word_templates (form, from_on) WHERE removed = 0;
