import type { Migration } from './runner.ts'

/** Sheets, versions of papers, scans, dossiers, own forms and the print queue. Frozen once shipped. */
export const papers: Migration = {
  id: 3,
  name: 'papers',
  up(db) {
    for (const statement of statements) db.exec(statement)
  },
}

const refuse = (table: string, event: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER ${table}_refuse_${event.toLowerCase()} BEFORE ${event} ON ${table}
   BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`

const id = 'TEXT PRIMARY KEY CHECK (length(id) = 36)'
const form = 'TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 40)'
const flag = 'INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))'

const statements = [
  `CREATE TABLE sheets (
    form ${form},
    object_id TEXT NOT NULL CHECK (length(object_id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    words TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    removed ${flag},
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (form, object_id)
  ) STRICT`,
  `CREATE INDEX sheets_case ON sheets (case_id, form, position)`,
  refuse('sheets', 'DELETE'),

  `CREATE TABLE paper_versions (
    id ${id},
    case_id TEXT NOT NULL REFERENCES cases (id),
    form ${form},
    object_id TEXT NOT NULL CHECK (length(object_id) = 36),
    version INTEGER NOT NULL CHECK (version >= 1),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    pages INTEGER NOT NULL CHECK (pages >= 1),
    model TEXT NOT NULL,
    template_id TEXT REFERENCES word_templates (id),
    made_by TEXT NOT NULL REFERENCES users (id),
    made_at TEXT NOT NULL,
    UNIQUE (form, object_id, version)
  ) STRICT`,
  `CREATE INDEX paper_versions_case ON paper_versions (case_id)`,
  refuse('paper_versions', 'UPDATE'),
  refuse('paper_versions', 'DELETE'),

  `CREATE TABLE signed_papers (
    form ${form},
    object_id TEXT NOT NULL CHECK (length(object_id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    confirmed_by TEXT NOT NULL REFERENCES users (id),
    confirmed_at TEXT NOT NULL,
    PRIMARY KEY (form, object_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX signed_papers_case ON signed_papers (case_id)`,

  `CREATE TABLE scan_pages (
    id ${id},
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
  ) STRICT`,
  `CREATE INDEX scan_pages_case ON scan_pages (case_id)`,
  refuse('scan_pages', 'DELETE'),

  `CREATE TABLE dossiers (
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
  ) STRICT`,
  refuse('dossiers', 'DELETE'),

  `CREATE TABLE dossier_closings (
    id ${id},
    case_id TEXT NOT NULL REFERENCES cases (id),
    closed_on TEXT NOT NULL,
    closed_by TEXT NOT NULL REFERENCES users (id),
    closed_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    findings TEXT NOT NULL,
    volume_pages INTEGER NOT NULL CHECK (volume_pages >= 0),
    CHECK (findings = '[]' OR length(trim(reason)) > 0)
  ) STRICT`,
  `CREATE INDEX dossier_closings_case ON dossier_closings (case_id, closed_at)`,
  refuse('dossier_closings', 'UPDATE'),
  refuse('dossier_closings', 'DELETE'),

  `CREATE TABLE dossier_loans (
    id ${id},
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
  ) STRICT`,
  `CREATE UNIQUE INDEX dossier_loans_one_open ON dossier_loans (case_id) WHERE returned_on IS NULL`,
  `CREATE INDEX dossier_loans_case ON dossier_loans (case_id, lent_at)`,
  refuse('dossier_loans', 'DELETE'),

  `CREATE TABLE handovers (
    id ${id},
    from_id TEXT NOT NULL REFERENCES users (id),
    to_id TEXT NOT NULL REFERENCES users (id),
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES users (id),
    made_at TEXT NOT NULL,
    CHECK (from_id <> to_id)
  ) STRICT`,
  refuse('handovers', 'UPDATE'),
  refuse('handovers', 'DELETE'),
  `CREATE TABLE handover_cases (
    handover_id TEXT NOT NULL REFERENCES handovers (id),
    case_id TEXT NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    PRIMARY KEY (handover_id, case_id)
  ) STRICT, WITHOUT ROWID`,
  refuse('handover_cases', 'UPDATE'),
  refuse('handover_cases', 'DELETE'),

  `CREATE TABLE own_forms (
    id ${id},
    form ${form},
    from_on TEXT NOT NULL,
    definition TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES users (id),
    made_at TEXT NOT NULL,
    removed ${flag}
  ) STRICT`,
  `CREATE UNIQUE INDEX own_forms_day ON own_forms (form, from_on) WHERE removed = 0`,
  refuse('own_forms', 'DELETE'),

  `CREATE TABLE word_templates (
    id ${id},
    form ${form},
    name TEXT NOT NULL,
    from_on TEXT NOT NULL,
    bytes BLOB NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    added_by TEXT NOT NULL REFERENCES users (id),
    added_at TEXT NOT NULL,
    removed ${flag}
  ) STRICT`,
  `CREATE UNIQUE INDEX word_templates_day ON word_templates (form, from_on) WHERE removed = 0`,
  refuse('word_templates', 'DELETE'),

  `CREATE TABLE print_jobs (
    id ${id},
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
  ) STRICT`,
  `CREATE INDEX print_jobs_state ON print_jobs (state, asked_at)`,
  refuse('print_jobs', 'DELETE'),
]
