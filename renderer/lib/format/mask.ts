export { maskIdNumber } from '#db/domain/id-number.ts'
export { maskPhone } from '#db/domain/phone.ts'
