# 跟着一件事走：还剩几天，答应的做到没有，通知再看一遍，同样的事又来一次。

## 还剩几天
left-days = 还剩 { $days } 天
left-today = 今天到期
left-over = 已超过 { $days } 天
case-reminded = { $day }已经提醒工作人员。{ $what }：{ $stage }。
reminded-half = 时间过了一半
reminded-due = 那天是最后一天
reminded-promise_over = 过了答应的日子，告诉了督办的人
reminded-limit_over = 过了法律的期限，告诉了负责人
clock-promise-left = { $what }：答应在{ $day }以前，{ $left }。
clock-promise-provisional-left = { $what }：争取在{ $day }以前，{ $left }。日子可能会变。
clock-law-left = { $what }：法律规定最晚{ $day }，{ $left }。
clock-law-provisional-left = { $what }：法律规定的最后一天大概是{ $day }，{ $left }。等放假安排公布了才定。

## 我的事
my-cases = 您在这里反映过的事：
mine-line = { $number }：{ $matter }。{ $status }

## 答应的做到没有
button-kept = 答应的做到没有
promises-kept = { $number }，答应的和法律规定的，都在这里：
no-promises = { $number }，还没有定过期限。
promised-promise = 答应的
promised-law = 法律规定的
kept-met = { $what }：{ $who }最后一天是{ $day }。{ $done }做到了。
kept-late = { $what }：{ $who }最后一天是{ $day }。{ $done }才做到，晚了 { $days } 天。
kept-runs = { $what }：{ $who }最后一天是{ $day }。正在办，没有超过。
kept-late-still = { $what }：{ $who }最后一天是{ $day }。还没有做到，已超过 { $days } 天。

## 通知再看一遍
button-notices = 再看通知
notices-again = { $number } 的通知，都在下面。

## 同样的事
same-open =
    您已经有一件同样的事：{ $matter }
    编号：{ $number }
    { $day }收到
same-choose = 有新情况，可以加到那件事里。不是一件事，就接着填新的。
button-same-add = 加到那件事里
button-same-go-on = 接着填新的
