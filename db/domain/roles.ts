export const roles = ['receptionist', 'mediator', 'lawyer', 'head', 'administrator'] as const

export type Role = (typeof roles)[number]

export const isRole = (text: string): text is Role => roles.some((role) => role === text)
