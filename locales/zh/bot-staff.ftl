# 工作人员看的话：工作人员的 Telegram 里的单子、群、晨报、丢了的手机。

## 提醒
staff-alert-report_upward = 紧急报告：有人身安全的危险
staff-alert-supervised = 这件事被督办了

## 单子
staff-bot-list-mine = 我单位的待办
staff-bot-list-today = 今天到期的
staff-bot-list-overdue = 超期的
staff-bot-held = { $who }在办
# card
staff-bot-digest = { $day }：今天到期 { $due } 件，超期 { $late } 件

## 办一步
staff-bot-write = 请直接回复这条消息，写上：{ $part }
staff-bot-brief = 这里只要一个数、一个日子或者一个短的词，比如 30、2026-12-01。
staff-bot-sure-quiet = 确定办“{ $move }”吗？
staff-bot-as-chinese = 就用汉文发：{ $move }
staff-bot-done = 已经办了“{ $move }”。

## 群和丢了的手机
# card
staff-bot-help-head =
    { $group } 要一个码，把本单位的群连上
    { $cutoff } 加用户名，断开丢了的手机
staff-bot-group-code = { $unit }的群：请把机器人加进群，10 分钟内由您在群里发 { $command }
staff-bot-group-code-wrong = 这个码不对，或者已经过期，或者不是您要的。
staff-bot-group-linked = 这个群已经连上：{ $unit }。来了新的事，会在这里说编号、种类和期限。
staff-bot-group-unlinked = 这个群已经断开。
staff-bot-group-open = 私下打开
staff-bot-group-sent = 已经私下发给您。
staff-bot-group-stranger = 您还没有连上。请在工作台的“账户”里要一个码，私下发给我。
staff-bot-not-yours = 这件事要本单位的负责人或者系统管理员来办。
staff-bot-cut-off-done = { $name }的手机已经断开，别处的登录也都退出了。
staff-bot-cut-off-nobody = 没有这个用户名，或者不归您管。

## 手机和群（工作台）
staff-phones = 手机和群
staff-phones-of = 谁的手机连着
staff-phones-none = 没有连着的手机。
staff-phones-cut_off = 手机丢了，马上断开
staff-phones-told = 断开以后，那部手机上的按钮都不管用，网页的登录也都退出。
staff-phones-groups = 单位的群
staff-phones-groups-none = 还没有群。
staff-phones-groups-told = 群里只说编号、种类和期限。保密的事不说。
staff-phones-group-since = { $day }由{ $name }连上
staff-phones-group-code = 要一个码
staff-phones-group-unlink = 断开这个群
staff-phones-group-send = 请把机器人加进群，10 分钟内由您本人在群里发：{ $command }
staff-done-cut_off = 手机已经断开，登录都退出了。
staff-done-group_off = 群已经断开。
