/**
 * Forms made of the registration alone: who may read the registration may read and print them. All others tell what
 * was said and settled. What a form is made of never depends on who looks at it.
 * @policy issue 2 §4; confidentiality by 《人民调解法》第十五条 (I5)
 */
const registrationForms: ReadonlySet<string> = new Set([
  'f02',
  'f05',
  'f06',
  'f06-legal',
  'f19',
  'f20-accept',
  'f20-decline',
  'f20-entrust',
  'f22-application',
  'f22-register',
  'f30-accept',
  'f30-address',
  'f30-warning',
  'withdrawal',
  'loan-log',
])

export const isRegistrationForm = (form: string): boolean => registrationForms.has(form)
