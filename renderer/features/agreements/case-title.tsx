/** Two lines at most: long names stand in full on the paper beside it. */
export const CaseTitle = ({ title }: { title: string }) => (
  <span className="agreement-case-title" title={title}>
    {title}
  </span>
)
