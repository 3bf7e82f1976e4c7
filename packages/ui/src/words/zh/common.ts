import type { common as id } from '../id/common.ts';

export const common = {
  tracks: { quick: '快速', self: '自助', long: '较久' },
  priority: '优先',
  counter: (name: string) => `${name} 号柜台`,
  minutes: (from: number, to: number) => (from === to ? `${to} 分钟` : `${from}–${to} 分钟`),
  freshness: {
    joining: '正在连接服务器……',
    live: '已连接',
    isLost: '连接已中断',
    lost: (seconds: number) => `连接已中断 ${seconds} 秒`,
  },
  signIn: { officer: '工作人员姓名', pin: 'PIN', submit: '登录', demoPin: (pin: string) => `演示 PIN：${pin}` },
  demo: '演示',
  openedByHand: '现在不在服务时间内，演示仍然开放。',
  back: '返回',
} satisfies typeof id;
