# 工作人员看的话：工作台（网页）和工作人员的 Telegram。官方用语，写短。

## 事情到了哪一步
staff-status-filed = 已登记
staff-status-forwarded = 已转送
staff-status-accepted = 已受理
staff-status-answered = 已答复
staff-status-in_review = 复查中
staff-status-reviewed = 已复查
staff-status-in_rereview = 复核中
staff-status-concluded = 已终结
staff-status-closed = 已归档
staff-status-withdrawn = 已撤回

## 办法
staff-move-file = 登记
staff-move-forward = 转送
staff-move-accept = 受理
staff-move-ask = 请反映人补充
staff-move-add = 补充
staff-move-answer = 答复
staff-move-receive = 记录送达
staff-move-withdraw = 撤回
staff-move-ask_review = 申请复查
staff-move-answer_review = 记录复查意见
staff-move-receive_review = 记录复查意见送达
staff-move-ask_rereview = 申请复核
staff-move-conclude = 记录复核意见，终结
staff-move-receive_final = 记录复核意见送达
staff-move-close = 办结归档
staff-move-retaliation = 反映打击报复
staff-move-read = 查看
staff-move-code = 换查询码
staff-move-exported = 导出

staff-told-forward = 转给一个单位。反映人会收到通知（第二十三条）。
staff-told-accept = 受理以后开始算答复的日子。反映人会收到通知（第二十三条）。
staff-told-ask = 通知里不写内容，反映人点开才看到。办理期限照算。
staff-told-answer = 通知里不写内容，反映人点开才看到；点开的那天开始算复查的 30 天（第六项）。
staff-told-receive = 反映人当面签收的，在这里记下。从签收那天开始算复查的日子。
staff-told-answer_review = 上一级单位的复查意见，在这里照原文记下。反映人点开的那天，开始算复核的 30 天（第三十五、三十六条）。
staff-told-receive_review = 反映人当面签收复查意见的，在这里记下。从签收那天开始算复核的日子。
staff-told-conclude = 复核意见在这里照原文记下。同一事实和理由，以后不再受理（第三十六条）。
staff-told-receive_final = 反映人当面签收复核意见的，在这里记下。

staff-done-forward = 已经转送。给反映人的通知已经排好。
staff-done-accept = 已经受理。给反映人的通知已经排好。
staff-done-ask = 已经请反映人补充。通知已经排好。
staff-done-answer = 已经答复。给反映人的通知已经排好。
staff-done-receive = 送达已经记下。
staff-done-answer_review = 复查意见已经记下。给反映人的通知已经排好。
staff-done-receive_review = 送达已经记下。
staff-done-conclude = 复核意见已经记下，这件事终结。通知已经排好。
staff-done-receive_final = 送达已经记下。
staff-done-password = 密码已经换了。别处的登录都已退出。
staff-done-language = 语言已经换了。
staff-done-unlink = Telegram 已经断开。
staff-done-sessions = 别处的登录都已退出。

## 要填的
staff-part-unit = 承办单位
staff-part-complexity = 简单还是复杂
staff-part-item = 按第三十一条哪一项
staff-part-text = 内容
staff-part-outcome = 答复的意见
staff-part-opinion = 复查、复核的意见
staff-part-organ = 复查、复核机关
staff-part-reason = 说明（可以不填）
staff-part-channel = 怎么来的
staff-part-files = 材料
staff-part-seen_as = 怎么核实的身份
staff-text-ask = 要问反映人什么
staff-text-answer = 答复的内容
staff-text-answer_review = 复查意见的原文
staff-text-conclude = 复核意见的原文
staff-text-hint = 最多 { $limit } 字。请写反映人看得懂的话。
staff-choose = 请选择
staff-complexity-simple = 简单
staff-complexity-complex = 复杂
staff-item = 第 { $item } 项
staff-item-1 = （一）应当走诉讼、复议、刑事立案、法律监督等程序
staff-item-2 = （二）应当通过仲裁解决
staff-item-3 = （三）党员申诉、申请复审等
staff-item-4 = （四）复议、裁决、确认、许可、处罚等行政程序
staff-item-5 = （五）申请查处违法行为、履行保护权益的职责
staff-item-6 = （六）以上都不是：调查核实，出具处理意见书（60 日）
staff-outcome-supported = 予以支持
staff-outcome-explained = 合理，但缺乏法律依据：解释说明
staff-outcome-not_supported = 不予支持
staff-opinion-upheld = 维持
staff-opinion-changed = 变更或者撤销

## 谁
staff-by-resident = 反映人
staff-by-clock = 系统
staff-by-someone = 工作人员
staff-role-clerk = 信访局办事员
staff-role-unit = 承办单位
staff-role-head = 负责人
staff-role-supervisor = 督查
staff-role-discipline = 纪检专办
staff-role-outreach = 宣讲队
staff-role-translator = 翻译
staff-role-admin = 系统管理

## 种类、来处、身份
staff-kind-claim = 申诉求决
staff-kind-suggestion = 意见建议
staff-kind-report = 检举控告
staff-kind-disclosure = 信息公开
staff-kind-help = 法律援助
staff-kind-review = 复查复核
staff-channel-telegram = Telegram
staff-channel-web = 网页
staff-channel-terminal = 终端
staff-channel-letter = 来信
staff-channel-visit = 来访
staff-channel-call = 来电
staff-channel-other = 其他
staff-language-zh = 中文
staff-language-bo = 藏文
staff-withheld-confidential = 保密（只有信访局能看）
staff-withheld-anonymous = 匿名
staff-unit-none = 信访局（未转送）

## 日子
staff-days-left = 还有 { $days } 天
staff-days-none = 今天到期
staff-days-over = 已超期 { $days } 天
staff-aim = 暂定
staff-clock-promise = 答应的
staff-clock-law = 法律规定
staff-clock-none = 没有在走的期限。
staff-clock-window = 反映人的权利，不是单位的期限

staff-term-forward = 转送
staff-term-acceptance = 告知是否受理
staff-term-objection = 单位提出异议
staff-term-answer = 答复
staff-term-answer_simple = 答复（简单）
staff-term-answer_complex = 答复（复杂）
staff-term-review_window = 申请复查
staff-term-review = 复查意见
staff-term-rereview_window = 申请复核
staff-term-rereview = 复核意见
staff-term-retaliation = 告知是否受理

## 登录
staff-title = 工作台
staff-sign-in = 登录
staff-login = 用户名
staff-password = 密码
staff-sign-in-wrong = 用户名或者密码不对。
staff-sign-in-wait = 试的次数太多。请过 { $minutes } 分钟再试。
staff-sign-in-again = 登录已经过期，请重新登录。
staff-sign-out = 退出
staff-to-content = 跳到内容

## 清单
staff-queue = 待办
staff-find = 按编号打开
staff-open = 打开
staff-filter-mine = 我单位的
staff-filter-all = 全部
staff-filter-overdue = 超期的
staff-filter-waiting = 等反映人的
staff-filter-undelivered = 通知没送到的
staff-column-number = 编号
staff-column-matter = 事项
staff-column-place = 地方
staff-column-status = 状态
staff-column-unit = 单位
staff-column-due = 最近的期限
staff-column-language = 语言
staff-waiting = 等反映人
staff-queue-empty = 这里现在没有事情。
staff-more = 后面的
staff-first = 回到开头
staff-live = 这张单子每 10 秒自己更新。
staff-keys = 键盘：{ $down } 下一件，{ $up } 上一件，{ $enter } 打开。

## 一件事
staff-case-filed = { $day }收到
staff-case-clocks = 期限
staff-case-told = 反映人说的
staff-case-linked = 因为哪件事（只有您的单位看得到）
staff-case-files = 材料
staff-case-talk = 和反映人的来往
staff-case-events = 经过
staff-case-moves = 现在可以办
staff-case-no-moves = 现在没有您可以办的。
staff-case-no-files = 没有材料。
staff-case-no-talk = 还没有来往。
staff-chain-holds = 记录完整，没有改动过
staff-chain-broken = 记录被改动过！请马上报告负责人
staff-reading-recorded = 谁看过这件事，都有记录，反映人可以问。
staff-file-waiting = 还在取
staff-file-refused = 没有收下：{ $reason }
staff-file-reason-unreachable = 取不到
staff-file-reason-other = 不合要求
staff-file-gone = 这个文件现在打不开。
staff-file-open = 打开
staff-seconds = { $seconds } 秒
staff-attachment-photo = 照片
staff-attachment-voice = 语音
staff-attachment-document = 文件
staff-notice = 通知
staff-delivery-queued = 等着发
staff-delivery-sent = 已发出
staff-delivery-failed = 没有发出去
staff-delivery-blocked = 对方屏蔽了
staff-delivery-replaced = 已被后一条代替

## 换查询码
staff-code-title = 换查询码
staff-code-told = 反映人丢了查询码，当面核实身份以后才能换。旧的马上作废。
staff-code-button = 换一个新的
staff-code-new = 新的查询码（只显示这一次）：
staff-code-hand-over = 请抄给反映人本人。不要拍照，不要发到群里。
staff-seen_as-id_card = 看了身份证
staff-seen_as-residence = 看了户口簿或者居住证
staff-seen_as-known = 本人认识，当面确认
staff-seen_as-village = 村干部当面证明

## 账户
staff-account = 账户
staff-account-of = { $login }，{ $role }，{ $unit }
staff-telegram = 工作人员的 Telegram
staff-telegram-off = 还没有连上。要一个码，10 分钟内发给机器人。
staff-telegram-on = 已经连上。手机丢了，请马上断开。
staff-telegram-code = 请给机器人发：{ $command }
staff-telegram-get = 要一个码
staff-telegram-unlink = 断开
staff-password-old = 现在的密码
staff-password-new = 新密码
staff-password-again = 新密码，再写一遍
staff-password-change = 换密码
staff-password-rule = 至少 { $least } 个字符。
staff-password-old-wrong = 现在的密码不对。
staff-password-differ = 两遍写的不一样。
staff-password-too_short = 密码太短，至少 { $least } 个字符。
staff-password-too_long = 密码太长。
staff-password-too_plain = 密码太简单。
staff-sessions = 登录
staff-sessions-end = 退出别处的登录

## 不行的时候
staff-refused = 没有办成
staff-kept = 您写的还在下面。
staff-refused-moved = { $who }在 { $time } 已经办了“{ $move }”。您的这一步没有办，请看一看再决定。
staff-refused-not-open = 这件事现在不能办“{ $move }”。
staff-refused-missing = 请填：{ $part }。
staff-refused-too_long = “{ $part }”太长了，最多 { $limit } 字。
staff-refused-not_a_choice = “{ $part }”没有这个选项，请重新选。
staff-refused-not_carried = 这一步不用填“{ $part }”。
staff-no-case = 没有这件事，或者不归您看。
staff-no-page = 没有这一页。
staff-not-our-form = 这张表不是从这里发的，没有收。请回到这一页再来一次。
staff-busy = 现在太忙，没有存下。请再按一次。
staff-fault = 出了一点问题，没有办成。请把这个号告诉管理员：{ $reference }

## 工作人员的 Telegram
staff-bot-stranger = 这里只供工作人员使用。
staff-bot-welcome =
    已经连上。新的事、反映人的补充，会在这里提醒您。
    这里不显示姓名、村子和内容，要看请到工作台。
staff-bot-code-wrong = 这个码不对，或者已经过期。请在工作台的“账户”里再要一个。
staff-bot-wait = 试的次数太多，请过 { $minutes } 分钟再试。
staff-bot-unlinked = 已经断开，这里不会再收到提醒。
# card
staff-bot-help =
    { $queue } 看待办
    { $case } 加编号，看一件事
    { $visits } 看今明两天的约访
    { $unlink } 断开这个账户
    要看内容、材料和姓名，请到工作台。
staff-bot-queue = 待办，最急的在前：
staff-bot-empty = 现在没有待办。
staff-bot-number = 请写编号，比如：{ $example }
staff-bot-unknown = 请用下面的按钮，或者发 { $help }。
staff-bot-stale = 这个按钮已经过时了，情况有了变化。请看下面最新的。
staff-bot-choose-unit = 转给哪个单位？
staff-bot-choose-complexity = 简单还是复杂？
staff-bot-choose-item = 按《信访工作条例》第三十一条哪一项？
staff-bot-choose-outcome = 答复的意见（第三十二条）是什么？
staff-bot-choose-opinion = 复查、复核的意见（第三十五、三十六条）是什么？
staff-bot-sure = 确定办“{ $move }”吗？反映人会收到通知。
staff-bot-write-ask = 请直接回复这条消息，写上要问反映人什么。
staff-bot-write-answer = 请直接回复这条消息，写上答复的内容。
staff-bot-write-answer_review = 请直接回复这条消息，写上复查意见的原文。
staff-bot-write-conclude = 请直接回复这条消息，写上复核意见的原文。
staff-bot-text-only = 这里只收文字。
staff-alert-filed = 新的事
staff-alert-added = 反映人补充了
staff-alert-forwarded = 转送了一件事
staff-alert-withdrawn = 反映人撤回了
staff-alert-review = 申请了复查或者复核
staff-alert-due = 今天到期
staff-alert-other = 有变化
# card
staff-card =
    { $number }
    { $matter }
    { $status } · { $unit }
staff-card-due = { $clock }：{ $day }（{ $left }）
staff-card-waiting = 正在等反映人补充
staff-button-sure = 确定
staff-button-cancel = 不办了
staff-button-next = 后面的
staff-button-previous = 前面的
staff-command-queue = 待办
staff-command-case = 看一件事
staff-command-help = 帮助
staff-command-unlink = 断开账户

## 约访
staff-visits = 约访
staff-visits-coming = 还没到的
staff-visits-past = 过去的
staff-visits-empty = 这里没有约访。
staff-visits-none = 还没有填接待日。请在单位资料里填写。
staff-visit-number = 约号 { $number }
staff-visit-place = { $who }，{ $place }
staff-visit-people = { $people } 人
staff-visit-nameless = 没有留姓名
staff-visit-forgotten = 姓名和电话已经删掉
staff-visit-day-off = 这一天现在不上班，请改时间
staff-visit-speaks-bo = 说藏语
staff-visit-speaks-zh = 说汉语
staff-visit-speaks-interpreter = 要翻译
staff-visit-state-booked = 已约
staff-visit-state-cancelled = 已取消
staff-visit-state-held = 已接待
staff-visit-state-missed = 没有来
staff-visit-do-move = 改时间
staff-visit-do-cancel = 取消
staff-visit-do-held = 记下：已接待
staff-visit-do-missed = 记下：没有来
staff-visit-told-move = 约访人会收到通知，写明原来和现在的时间。
staff-visit-told-cancel = 约访人会收到通知，可以另约时间。
staff-visit-done-move = 时间已经改了。给约访人的通知已经排好。
staff-visit-done-cancel = 已经取消。给约访人的通知已经排好。
staff-visit-done-held = 已经记下。
staff-visit-done-missed = 已经记下。
staff-visit-to = 改到
staff-visit-overtaken = 这个约访有了变化，您的这一步没有办。请看最新的再决定。
staff-visit-full = 这个时间已经满了，或者没有这个时间。请另选一个。
staff-visit-gone = 没有这个约访，或者不归您看。
staff-visit-slot = { $day }（{ $weekday }）{ $hours } { $who }
staff-bot-visits = 今天和明天的约访：
staff-bot-visits-none = 今天和明天没有约访。
staff-bot-visit = { $day } { $hours } · 约号 { $number } · { $people } 人
staff-command-visits = 今明两天的约访

## 和群众对话
staff-talks = 等人回话
staff-talks-empty = 现在没有人等。
staff-talk = 对话
staff-talk-waiting = 等着
staff-talk-taken = { $name } 在回
staff-talk-closed = 已结束
staff-talk-since = { $day } { $time } 开始
staff-talk-silent = 还没有说话
staff-talk-take = 我来回
staff-talk-text = 回话
staff-talk-send = 发给群众
staff-talk-close = 结束对话
staff-talk-close-told = 群众会收到通知，回到原来的地方。
staff-talk-resident = 群众
staff-talk-seen = { $name } 看了
staff-talk-overtaken = { $name } 已经在回这个人了。您的这一步没有办。
staff-talk-over = 这个对话已经结束，或者还没有人接。您的这一步没有办。
staff-talk-gone = 没有这个对话，或者不归您看。
