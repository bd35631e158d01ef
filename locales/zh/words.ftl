# 系统随时听得懂的话。用 | 隔开，可以增加。两种语言的词任何时候都管用。

words-back = 返回 | 上一步 | 后退 | 退回
words-skip = 跳过 | 略过 | 不填
words-menu = 菜单 | 主菜单 | 回菜单 | 首页
words-language = 语言 | 换语言 | 切换语言 | 藏文 | 藏语 | 中文 | 汉语
words-help = 帮助 | 怎么用 | 不会用
words-person = 人工 | 转人工 | 找人 | 工作人员 | 联系工作人员
words-cancel = 取消 | 不办了 | 不填了 | 退出
words-status = 看进度 | 查进度 | 进度 | 查询
words-start = 开始 | 重新开始
words-listen = 听 | 听语音 | 听录音 | 念给我听
words-read = 不听 | 不听语音 | 不听录音 | 看字
words-done = 没有了 | 没了 | 说完了 | 就这些 | 完了 | 好了 | 发完了
words-none = 没有 | 没 | 无 | 不知道 | 不清楚 | 不晓得 | 没有说过
words-mydata = 我的信息 | 我的资料 | 我的数据 | 看我的信息 | 删除我的信息 | 导出我的信息
