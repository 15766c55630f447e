import type { OperationName } from '../ask.ts'

/** Every operation in the words of the log; questions are never written there but are named all the same. */
const operationLabels = {
  'store.state': '查看登录状态',
  'store.create': '建立数据',
  'store.putRecoveryKeyOnPaper': '打印或存出恢复码',
  'store.signIn': '登录',
  'store.recover': '用恢复码重设密码',
  'store.lock': '锁定',
  'store.changePassword': '修改密码',
  'store.chooseBackup': '选择备份文件',
  'store.restore': '从备份恢复',
  'settings.body': '查看单位信息',
  'settings.saveBody': '修改单位信息',
  'users.list': '查看人员',
  'users.create': '添加人员',
  'users.update': '修改或停用人员',
  'users.resetPassword': '重设他人密码',
  'intake.drafts': '查看登记草稿',
  'intake.draft': '打开登记草稿',
  'intake.saveDraft': '保存登记草稿',
  'intake.discardDraft': '删除登记草稿',
  'intake.similar': '查找老案件',
  'intake.submit': '登记',
  'cases.list': '查看案件列表',
  'cases.today': '查看今日',
  'cases.get': '打开案件',
  'cases.mediators': '查看调解员',
  'cases.updateParties': '修改当事人',
  'cases.assign': '分派调解员',
  'cases.move': '改变案件状态',
  'cases.addNote': '记一笔',
  'sessions.get': '打开调解会',
  'sessions.start': '开始调解会',
  'sessions.addAttendee': '添加参加人',
  'sessions.tellRights': '告知权利义务',
  'sessions.saveEntries': '记录发言',
  'sessions.end': '结束调解会',
  'agreements.get': '打开协议',
  'agreements.queue': '查看待审批',
  'agreements.draft': '起草协议',
  'agreements.save': '修改协议',
  'agreements.submit': '协议送审',
  'agreements.recall': '撤回送审',
  'agreements.approve': '同意协议',
  'agreements.sendBack': '退回协议',
  'agreements.revise': '做新版本',
  'agreements.sign': '登记签署',
  'agreements.removeSignature': '撤销签署登记',
  'attachments.add': '添加附件',
  'attachments.view': '查看附件',
  'papers.preview': '预览文书',
  'papers.print': '打印文书',
  'papers.save': '存出文书',
  'backups.status': '查看备份情况',
  'backups.list': '查看备份',
  'backups.make': '备份',
  'audit.list': '查看操作日志',
  'audit.acknowledgeAlarm': '确认数据核对问题已查明',
  'audit.verify': '检查数据',
} satisfies Record<OperationName, string>

/** What the store itself writes, outside the contract. */
const storeLabels: Readonly<Record<string, string>> = {
  'store.created': '建立数据',
  'store.migrated': '升级数据',
  'store.recovered': '用恢复码重设密码',
  'store.restored': '从备份恢复',
  'store.alarmAcknowledged': '确认数据警告',
}

const all: Readonly<Record<string, string>> = { ...operationLabels, ...storeLabels }

export const operationWords = (operation: string): string => all[operation] ?? operation

const results: Readonly<Record<string, string>> = {
  done: '完成',
  refused: '未准',
  failed: '没有做成',
}

export const resultWords = (result: string): string => results[result] ?? result
