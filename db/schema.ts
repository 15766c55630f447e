import type { Kysely, Selectable, Transaction } from 'kysely'
import type {
  AgreementReviewsTable,
  AgreementsTable,
  ClausesTable,
  InstalmentsTable,
  OfferAnswersTable,
  OffersTable,
  OwnClausesTable,
  PassedWarningsTable,
  ReadBackAnswersTable,
  SignatureStrokesTable,
  SignaturesTable,
} from './tables/agreements.ts'
import type {
  CalculationsTable,
  CaseDatesTable,
  CaseLinksTable,
  CaseRisksTable,
  ClockChangesTable,
  HolidayTablesTable,
  ObligationsTable,
  OfficesTable,
  OwnFiguresTable,
  PerformanceProofsTable,
  PerformancesTable,
  RouteAnswersTable,
  StrengtheningsTable,
  UrgesTable,
  VisitsTable,
} from './tables/after-signing.ts'
import type {
  AttachmentChunksTable,
  AttachmentsTable,
  CaseEventsTable,
  CasesTable,
  IntakeDraftsTable,
  PaperOutputsTable,
  PartiesTable,
  RepresentativesTable,
} from './tables/cases.ts'
import type {
  DossierClosingsTable,
  DossierLoansTable,
  DossiersTable,
  HandoverCasesTable,
  HandoversTable,
  OwnFormsTable,
  PaperVersionsTable,
  PrintJobsTable,
  ScanPagesTable,
  SheetsTable,
  SignedPapersTable,
  WordTemplatesTable,
} from './tables/papers.ts'
import type {
  FirmInterestsTable,
  FirmsTable,
  LawyerDaysTable,
  LawyerPairingsTable,
  LawyersTable,
} from './tables/lawyers.ts'
import type {
  BookingsTable,
  ConsultationCountsTable,
  ConsultationsTable,
  DesksTable,
  DutiesTable,
  DutyNoticesTable,
  DutySignsTable,
  OpeningDaysTable,
  RotaPublicationsTable,
  RotaRequestsTable,
  RotaSeatsTable,
  RotasTable,
  ShiftPatternsTable,
  ShiftsTable,
} from './tables/rota.ts'
import type {
  AuditLogTable,
  MigrationsTable,
  NumberSequencesTable,
  SettingsTable,
  UsersTable,
} from './tables/people.ts'
import type {
  AttendeeConsentsTable,
  AttendeesTable,
  EntriesTable,
  PrivateDraftsTable,
  PrivateNotesTable,
  RecordingConsentsTable,
  RecordingSlicesTable,
  RecordingsTable,
  RoomPlacesTable,
  SealedEntriesTable,
  SealsTable,
  SessionPartsTable,
  SessionsTable,
  UndisputedFactAnswersTable,
  UndisputedFactsTable,
} from './tables/sessions.ts'

/** Rows of every table as SQL holds them; records are mapped in db/queries. */
export type Database = {
  settings: SettingsTable
  users: UsersTable
  number_sequences: NumberSequencesTable
  intake_drafts: IntakeDraftsTable
  cases: CasesTable
  parties: PartiesTable
  representatives: RepresentativesTable
  case_events: CaseEventsTable
  sessions: SessionsTable
  attendees: AttendeesTable
  entries: EntriesTable
  agreements: AgreementsTable
  clauses: ClausesTable
  instalments: InstalmentsTable
  agreement_reviews: AgreementReviewsTable
  signatures: SignaturesTable
  attachments: AttachmentsTable
  attachment_chunks: AttachmentChunksTable
  paper_outputs: PaperOutputsTable
  audit_log: AuditLogTable
  session_parts: SessionPartsTable
  seals: SealsTable
  sealed_entries: SealedEntriesTable
  private_notes: PrivateNotesTable
  private_drafts: PrivateDraftsTable
  attendee_consents: AttendeeConsentsTable
  undisputed_facts: UndisputedFactsTable
  undisputed_fact_answers: UndisputedFactAnswersTable
  room_places: RoomPlacesTable
  offers: OffersTable
  offer_answers: OfferAnswersTable
  passed_warnings: PassedWarningsTable
  own_clauses: OwnClausesTable
  read_back_answers: ReadBackAnswersTable
  signature_strokes: SignatureStrokesTable
  recordings: RecordingsTable
  recording_consents: RecordingConsentsTable
  recording_slices: RecordingSlicesTable
  sheets: SheetsTable
  paper_versions: PaperVersionsTable
  signed_papers: SignedPapersTable
  scan_pages: ScanPagesTable
  dossiers: DossiersTable
  dossier_closings: DossierClosingsTable
  dossier_loans: DossierLoansTable
  handovers: HandoversTable
  handover_cases: HandoverCasesTable
  own_forms: OwnFormsTable
  word_templates: WordTemplatesTable
  print_jobs: PrintJobsTable
  obligations: ObligationsTable
  performances: PerformancesTable
  performance_proofs: PerformanceProofsTable
  urges: UrgesTable
  offices: OfficesTable
  route_answers: RouteAnswersTable
  strengthenings: StrengtheningsTable
  case_risks: CaseRisksTable
  visits: VisitsTable
  case_links: CaseLinksTable
  clock_changes: ClockChangesTable
  case_dates: CaseDatesTable
  holiday_tables: HolidayTablesTable
  own_figures: OwnFiguresTable
  calculations: CalculationsTable
  firms: FirmsTable
  firm_interests: FirmInterestsTable
  lawyers: LawyersTable
  lawyer_days: LawyerDaysTable
  lawyer_pairings: LawyerPairingsTable
  desks: DesksTable
  shift_patterns: ShiftPatternsTable
  opening_days: OpeningDaysTable
  rotas: RotasTable
  shifts: ShiftsTable
  rota_seats: RotaSeatsTable
  rota_publications: RotaPublicationsTable
  duties: DutiesTable
  duty_notices: DutyNoticesTable
  duty_signs: DutySignsTable
  rota_requests: RotaRequestsTable
  bookings: BookingsTable
  consultations: ConsultationsTable
  consultation_counts: ConsultationCountsTable
  migrations: MigrationsTable
}

export type Row<T extends keyof Database> = Selectable<Database[T]>

/** Reads only: a query that is handed this cannot write (compile error). */
export type Reader = Pick<Kysely<Database>, 'selectFrom' | 'with' | 'fn'>

/** Inside a command's one transaction. */
export type Tx = Transaction<Database>
